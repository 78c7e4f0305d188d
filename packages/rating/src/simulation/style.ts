import { exp } from '../numbers/exp.ts';
import type { Random } from '../numbers/random.ts';
import { normalOf } from './draws.ts';

/** Names of the simulated style counts. */
export const STYLE_NAMES = ['length', 'headers', 'lists', 'bold'] as const;

export type StyleName = (typeof STYLE_NAMES)[number];

/** Typical counts of an answer, before its model's habits: tokens, headers, list items, bold spans. */
const TYPICAL: Readonly<Record<StyleName, number>> = { length: 350, headers: 1.5, lists: 5, bold: 4 };

/** One style count of one answer: the habit of the model, its own for each kind of count, and chance. */
export function drawStyle(random: Random, name: StyleName, habit: number): number {
  const mean = TYPICAL[name] * exp(0.6 * habit);
  if (name === 'length') return Math.max(1, Math.round(mean * exp(0.7 * random.normal())));
  return random.poisson(mean);
}

/** The habit of each model for a kind of count: standard normal. */
export function habits(seed: number, name: StyleName, models: number): Float64Array {
  const kind = STYLE_NAMES.indexOf(name);
  return Float64Array.from({ length: models }, (_, i) => normalOf(seed + 101, i, kind));
}

/** (a − b)/(a + b), and 0 where both are 0: the form in which a style count enters the likelihood. */
export function ratio(a: number, b: number): number {
  return a === b ? 0 : (a - b) / (a + b);
}
