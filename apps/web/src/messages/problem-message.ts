import { ArenaRefused, ArenaUnreachable } from '@agon/api/client';
import type { i18n } from 'i18next';

/** What to tell the reader about a failed call, from the catalogue. */
export function problemMessage(messages: i18n, error: unknown): string {
  if (error instanceof ArenaRefused) {
    const { code, facts, detail } = error.problem;
    // A newer server may know a refusal that this page does not: its own words are better than none.
    if (!messages.exists(`problems:${code}`)) return detail;
    return messages.t(`problems:${code}`, { length: '', limit: '', ...facts });
  }
  if (error instanceof ArenaUnreachable) return messages.t('common:unreachable');
  return messages.t('common:unexpected');
}
