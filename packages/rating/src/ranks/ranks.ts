import { semidefiniteFactor } from '../linear/cholesky.ts';
import { normalQuantile } from '../numbers/normal.ts';
import { createRandom } from '../numbers/random.ts';
import { checkLevel } from '../options.ts';
import { type Covariance, differenceError, standardErrors } from '../uncertainty/covariance.ts';

/** The best and the worst rank that the data allow, counted from 1. */
export type RankRange = readonly [best: number, worst: number];

/**
 * When one model counts as above another. `pairwise`: their difference exceeds z times its own standard error; each pair by
 * itself. `overlap`: their intervals do not overlap; wider, the public arenas' rule. `simultaneous`: as pairwise, with the
 * critical value under which all pairs hold together (Mogstad, Romano, Shaikh & Wilhelm 2024).
 */
export type RankRule = 'pairwise' | 'overlap' | 'simultaneous';

export interface RankOptions {
  readonly strengths: Float64Array;
  readonly covariance: Covariance;
  /** Confidence, for example 0.95. */
  readonly level: number;
  readonly rule: RankRule;
  /** For `simultaneous`: seed of its draws. */
  readonly seed?: number;
}

/** Draws behind the simultaneous critical value; its own error is then about 1 % of it. */
const DRAWS = 4000;

/** Rank ranges in the order of `strengths`. O(models²), and 4,000 times that for `simultaneous`. */
export function rankRanges({ strengths, covariance, level, rule, seed = 0 }: RankOptions): RankRange[] {
  checkLevel(level);
  const models = strengths.length;
  const single = standardErrors(covariance);
  const z = normalQuantile(1 - (1 - level) / 2);
  const critical = rule === 'simultaneous' ? simultaneousCritical(covariance, { models, level, seed }) : z;
  const isAbove = (i: number, j: number): boolean => {
    const error = rule === 'overlap' ? single[i] + single[j] : differenceError(covariance, i, j);
    return strengths[i] - strengths[j] > critical * error;
  };
  return Array.from(strengths, (_, i) => {
    let above = 0;
    let below = 0;
    for (let j = 0; j < models; j++) {
      if (j === i) continue;
      if (isAbove(j, i)) above++;
      if (isAbove(i, j)) below++;
    }
    return [1 + above, models - below];
  });
}

/**
 * The `level` quantile of max over pairs of |Zᵢ − Zⱼ|/s.d., Z normal with the covariance of the strengths, by simulation: with
 * this critical value all differences are covered at once.
 */
export function simultaneousCritical(
  covariance: Covariance,
  { models, level, seed }: { readonly models: number; readonly level: number; readonly seed: number },
): number {
  checkLevel(level);
  const block = new Float64Array(models * models);
  for (let i = 0; i < models; i++) {
    for (let j = 0; j < models; j++) block[i * models + j] = covariance.values[i * covariance.size + j];
  }
  const root = semidefiniteFactor(block, models);
  const scale = inverseErrors(covariance, models);
  const random = createRandom(seed);
  const normal = new Float64Array(models);
  const z = new Float64Array(models);
  const most = new Float64Array(DRAWS);
  for (let draw = 0; draw < DRAWS; draw++) {
    for (let i = 0; i < models; i++) normal[i] = random.normal();
    for (let i = 0; i < models; i++) {
      let sum = 0;
      for (let k = 0; k <= i; k++) sum += root[i * models + k] * normal[k];
      z[i] = sum;
    }
    most[draw] = largestDifference(z, scale);
  }
  most.sort();
  // The draws scatter; the true value is never below that of a single pair.
  return Math.max(most[Math.ceil(level * DRAWS) - 1], normalQuantile(1 - (1 - level) / 2));
}

/** 1 over the standard error of each difference; 0 where the difference is known exactly. */
function inverseErrors(covariance: Covariance, models: number): Float64Array {
  const scale = new Float64Array(models * models);
  for (let i = 0; i < models; i++) {
    for (let j = 0; j < i; j++) {
      const error = differenceError(covariance, i, j);
      scale[i * models + j] = error > 0 ? 1 / error : 0;
    }
  }
  return scale;
}

function largestDifference(z: Float64Array, scale: Float64Array): number {
  const models = z.length;
  let most = 0;
  for (let i = 0; i < models; i++) {
    for (let j = 0; j < i; j++) {
      const difference = z[i] - z[j];
      const size = (difference < 0 ? -difference : difference) * scale[i * models + j];
      if (size > most) most = size;
    }
  }
  return most;
}
