import { exp } from '../numbers/exp.ts';
import { log } from '../numbers/log.ts';
import { normalQuantile } from '../numbers/normal.ts';
import type { Random } from '../numbers/random.ts';

/**
 * A whole number below `count`, number k drawn in proportion to (k + 1)^−tail: 0 is uniform; at 0.5, the busiest of many voters
 * casts hundreds of times the votes of the median one, as in the public arenas. `tail` in [0, 1).
 */
export function drawByRank(random: Random, count: number, tail: number): number {
  const u = random.uniform();
  const share = tail === 0 ? u : exp(log(u) / (1 - tail));
  return Math.min(count - 1, Math.floor(share * count));
}

/** A standard normal number that belongs to (seed, a, b): the same each time it is asked for, without a table. */
export function normalOf(seed: number, a: number, b: number): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(a + 1, 0xc2b2ae35) ^ Math.imul(b + 1, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
  hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
  hash = Math.imul(hash ^ (hash >>> 15), 0x21f0aaad);
  return normalQuantile((((hash ^ (hash >>> 15)) >>> 0) + 0.5) / 4294967296);
}
