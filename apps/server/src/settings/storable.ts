import { Refused } from '../http/refused.ts';

/**
 * Checks that a database and the ledger can hold every text of a value: no NUL character, no half of a surrogate pair.
 * @throws {Refused} `invalid-request` naming the field
 */
export function requireStorable(value: unknown, path = ''): void {
  if (typeof value === 'string') {
    if (value.isWellFormed() && !value.includes('\0')) return;
    throw new Refused('invalid-request', `${path}: the text has a character that cannot be stored.`, { field: path });
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) requireStorable(inner, path === '' ? key : `${path}.${key}`);
}
