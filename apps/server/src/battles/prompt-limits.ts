import { checkPrompt } from '@agon/arena';
import { Refused } from '../http/refused.ts';
import type { SettingsReader } from '../settings/settings.ts';

/** The prompt of a turn within the limits of the arena; nothing is cut. @throws {Refused} */
export function checkedPrompt(
  settings: SettingsReader,
  asked: { readonly prompt: string; readonly turn: number },
): string {
  const { promptCharacters, turns } = settings.current().settings;
  const refusal = checkPrompt(asked, { maxCharacters: promptCharacters, maxTurns: turns });
  if (refusal === null) return storable(asked.prompt);
  const { message, field } = refusal;
  if (refusal.code === 'too-many-turns')
    throw new Refused('turns-exhausted', message, { facts: { limit: refusal.maxTurns } });
  if (refusal.code === 'prompt-empty') throw new Refused('prompt-empty', message, { field });
  throw new Refused('prompt-too-long', message, {
    field,
    facts: { limit: refusal.maxCharacters, length: refusal.characters },
  });
}

/** Text that a database and the ledger can hold: without NUL and halves of surrogate pairs. */
export function storable(text: string): string {
  return text.replaceAll('\0', '\u{FFFD}').toWellFormed();
}
