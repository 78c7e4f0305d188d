import type { Example } from './examples.ts';
import { matches, refreshed } from './expected-output.ts';
import type { Page } from './pages.ts';
import type { Played } from './play.ts';

/** Numbers of a JSON document may differ by this share: they carry all digits, the last of which say nothing to a reader. */
const tolerance = 1e-6;

/** Stands for any value in a JSON document: one that is another each time, or too long to show. */
const anyValue = '…';

/** Whether an example printed what its page shows. */
export function isAsShown({ output }: Example, real: readonly string[]): boolean {
  if (output === null) return true;
  if (output.info[0] !== 'json') return matches(output.lines, real);
  return isNear(JSON.parse(output.lines.join('\n')), JSON.parse(real.join('\n')));
}

/** The page with what its examples really printed, where that is not what it shows. */
export function withOutputs(page: Page, outputs: Played['outputs']): string {
  const lines = page.text.split('\n');
  // From the end, so that line numbers before it stay true.
  for (const { example, lines: real } of outputs.toReversed()) {
    const { output } = example;
    if (output === null || isAsShown(example, real)) continue;
    const isJson = output.info[0] === 'json';
    const fresh = isJson ? refreshedJson(output.lines, real) : refreshed(output.lines, real);
    lines.splice(output.at + 1, output.lines.length, ...fresh);
  }
  return lines.join('\n');
}

/** The real document, with the values left out that the page leaves out. */
function refreshedJson(shown: readonly string[], real: readonly string[]): readonly string[] {
  if (!shown.some((line) => line.includes(`"${anyValue}"`))) return real;
  const document = leftOut(JSON.parse(shown.join('\n')), JSON.parse(real.join('\n')));
  return JSON.stringify(document, null, 2).split('\n');
}

function leftOut(shown: unknown, real: unknown): unknown {
  if (shown === anyValue) return anyValue;
  if (typeof shown !== 'object' || typeof real !== 'object' || shown === null || real === null) return real;
  const known = new Map(Object.entries(shown));
  const fields = Object.entries(real).map(([key, value]) => [key, leftOut(known.get(key), value)] as const);
  return Array.isArray(real) ? fields.map(([, value]) => value) : Object.fromEntries(fields);
}

function isNear(a: unknown, b: unknown): boolean {
  if (a === anyValue) return true;
  if (typeof a === 'number' && typeof b === 'number') {
    return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const left = Object.entries(a);
  const right = new Map(Object.entries(b));
  return left.length === right.size && left.every(([key, value]) => right.has(key) && isNear(value, right.get(key)));
}
