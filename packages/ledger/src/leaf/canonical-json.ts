import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { NotCanonical } from '../errors.ts';

/**
 * Canonical JSON (RFC 8785): the one text of a value, keys sorted, numbers in their shortest form.
 * Refuses what JSON would bend in silence: NaN, infinities, undefined, functions, dates and other objects with a class, cycles,
 * text with half a surrogate pair.
 *
 * @throws {NotCanonical} with the path of the value
 * @example canonicalJson({ b: 1.0, a: 'é' }) // '{"a":"é","b":1}'
 */
export function canonicalJson(value: unknown): string {
  refuse(value, '', []);
  const text = canonicalize(value);
  if (text === undefined) throw new NotCanonical('', `is ${typeof value}`);
  return text;
}

/**
 * SHA-256 of a value's canonical JSON, in hexadecimal: for settings, policies and other things whose content is no secret.
 *
 * @throws {NotCanonical}
 * @example jsonHash({ temperature: 1 })
 */
export function jsonHash(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}

/** `above` holds the objects on the way down, by which a cycle is known. */
function refuse(value: unknown, path: string, above: readonly object[]): void {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new NotCanonical(path, 'has half a surrogate pair');
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new NotCanonical(path, `is ${value}`);
  } else if (typeof value === 'object' && value !== null) {
    if (above.includes(value)) throw new NotCanonical(path, 'contains itself');
    if (Array.isArray(value)) refuseItems(value, path, [...above, value]);
    else refuseMembers(value, path, [...above, value]);
  } else if (typeof value !== 'boolean' && value !== null) {
    throw new NotCanonical(path, `is ${typeof value}`);
  }
}

function refuseItems(items: readonly unknown[], path: string, above: readonly object[]): void {
  // Counted and not iterated, so that a hole is met as undefined.
  for (let k = 0; k < items.length; k++) refuse(items[k], `${path}[${k}]`, above);
}

function refuseMembers(value: object, path: string, above: readonly object[]): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new NotCanonical(path, 'is no plain object');
  for (const [key, member] of Object.entries(value)) {
    const inner = path === '' ? key : `${path}.${key}`;
    if (!key.isWellFormed()) throw new NotCanonical(inner, 'has half a surrogate pair in its name');
    refuse(member, inner, above);
  }
}
