import type { Condition } from '@agon/boards';
import { type Field, type Outcome, outcomes } from '@agon/votes';
import { UsageError } from './errors.ts';

/** Splits `a=1,b=2` into pairs. @throws {UsageError} */
function pairs(option: string, text: string): [key: string, value: string][] {
  const found = text.split(',').map((part): [key: string, value: string] => {
    const at = part.indexOf('=');
    if (at < 1 || at === part.length - 1) {
      throw new UsageError(`${option}: "${part}" is not NAME=VALUE. Write for example ${option} ${EXAMPLES[option]}.`);
    }
    return [part.slice(0, at).trim(), part.slice(at + 1).trim()];
  });
  const twice = found.find(([key], k) => found.some(([other], m) => m < k && other === key));
  if (twice !== undefined) throw new UsageError(`${option}: "${twice[0]}" is named twice.`);
  return found;
}

const EXAMPLES: Readonly<Record<string, string>> = {
  '--columns': 'model_a=left,model_b=right,outcome=winner,voter=worker',
  '--outcomes': 'left=a,right=b,tie=tie',
  '--anchor': 'gpt-4=1200',
  '--style': 'length=0.4,lists=0.1',
};

/** `--columns FIELD=COLUMN,…`. The reader refuses fields that it does not know. */
export function parseColumns(text: string): Partial<Record<Field, string>> {
  return Object.fromEntries(pairs('--columns', text));
}

/** `--outcomes WORD=OUTCOME,…` */
export function parseOutcomes(text: string): Record<string, Outcome> {
  return Object.fromEntries(
    pairs('--outcomes', text).map(([word, name]) => {
      const outcome = outcomes.find((known) => known === name);
      if (outcome === undefined) {
        throw new UsageError(`--outcomes: "${name}" is no outcome. Outcomes are ${outcomes.join(', ')}.`);
      }
      return [word, outcome];
    }),
  );
}

/** `--anchor MODEL=RATING`; a model's name may hold `=`. */
export function parseAnchor(text: string): { model: string; rating: number } {
  const at = text.lastIndexOf('=');
  const rating = Number(text.slice(at + 1));
  if (at < 1 || text.slice(at + 1).trim() === '' || !Number.isFinite(rating)) {
    throw new UsageError(
      `--anchor: "${text}" is not MODEL=RATING. Write for example --anchor ${EXAMPLES['--anchor']}.`,
    );
  }
  return { model: text.slice(0, at), rating };
}

const OPERATORS = ['!=', '>=', '<=', '=', '>', '<'] as const;
const OPS = { '=': 'in', '!=': 'not-in', '>=': '>=', '<=': '<=', '>': '>', '<': '<' } as const;

/** `--filter "language=English,French"`, `--filter "turn<=2"`, `--filter "time>=2024-01-01"`. */
export function parseFilter(text: string): Condition {
  const match = /^([^=!<>]+?)\s*(!=|>=|<=|=|>|<)\s*(.+)$/s.exec(text.trim());
  const [, field, sign, list] = match ?? [];
  const operator = OPERATORS.find((known) => known === sign);
  if (field === undefined || operator === undefined || list === undefined) {
    throw new UsageError(
      `--filter: "${text}" is not FIELD=VALUE[,VALUE…] (also !=, <, <=, >, >=). Write for example --filter language=English.`,
    );
  }
  const values = OPS[operator] === 'in' || OPS[operator] === 'not-in' ? splitQuoted(list) : [list];
  return { field: field.trim(), op: OPS[operator], values };
}

/** Splits at commas outside double quotes; empty parts are dropped. */
function splitQuoted(list: string): string[] {
  const parts = list.match(/"[^"]*"|[^,]+/g) ?? [];
  return parts.map((part) => part.trim().replace(/^"([^"]*)"$/, '$1')).filter((part) => part !== '');
}

/** `--style length=0.4,lists=0.1`: effects in log-odds. */
export function parseEffects(text: string): Record<string, number> {
  return Object.fromEntries(pairs('--style', text).map(([name, value]) => [name, toNumber('--style', value)]));
}

/** A comma-separated list, without empty parts. @throws {UsageError} nothing in it */
export function parseList(option: string, text: string): string[] {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) throw new UsageError(`${option}: "${text}" names nothing.`);
  return parts;
}

/** A finite number. @throws {UsageError} */
export function toNumber(option: string, text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) throw new UsageError(`${option}: "${text}" is not a number.`);
  return number;
}

/** A whole number from `least`. @throws {UsageError} */
export function toCount(option: string, text: string, least = 0): number {
  const number = toNumber(option, text);
  if (!Number.isSafeInteger(number) || number < least) {
    throw new UsageError(`${option}: "${text}" is not a whole number from ${least}.`);
  }
  return number;
}

/** One of a few words. @throws {UsageError} */
export function toChoice<Choice extends string>(option: string, text: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw new UsageError(`${option}: "${text}" is not one of ${choices.join(', ')}.`);
  return found;
}

/** @throws {UsageError} `-` given where a file is written beside the answer on standard output */
export function refuseDash(option: string, path: string | undefined): void {
  if (path === '-') throw new UsageError(`${option} writes a file beside the answer; name one in place of -.`);
}
