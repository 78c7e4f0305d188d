import type { Design } from '../design/design.ts';
import type { Problem } from '../fit/problem.ts';

/**
 * Scores of single votes as sparse vectors over the parameters. A vote touches its two models, every covariate, and τ where the
 * tie model has one.
 */
export interface VoteScores {
  readonly problem: Problem;
  readonly parameters: Float64Array;
  /** By δ, τ and level: one element an observation. */
  readonly byPredictor: readonly Float64Array[];
  /** The pair of each observation. */
  readonly pairOf: Uint32Array;
  /** The covariates of one observation side by side: clusters jump about, and this way a vote is one place in memory. */
  readonly covariates: Float32Array;
}

export function pairOfObservations({ first, start, outcome }: Design): Uint32Array {
  const pairOf = new Uint32Array(outcome.length);
  for (let pair = 0; pair < first.length; pair++) pairOf.fill(pair, start[pair], start[pair + 1]);
  return pairOf;
}

/** The covariates of a design, one observation after another. */
export function rowMajor({ covariates, outcome }: Design): Float32Array {
  const width = covariates.length;
  const rows = new Float32Array(outcome.length * width);
  covariates.forEach((values, c) => {
    for (let o = 0; o < values.length; o++) rows[o * width + c] = values[o];
  });
  return rows;
}

/** The sum of the scores of a few votes, kept with the list of the parameters that it touches. */
export interface SparseSum {
  readonly values: Float64Array;
  readonly isTouched: Uint8Array;
  readonly touched: Uint32Array;
  size: number;
}

export function createSparseSum(parameters: number): SparseSum {
  return {
    values: new Float64Array(parameters),
    isTouched: new Uint8Array(parameters),
    touched: new Uint32Array(parameters),
    size: 0,
  };
}

/** Adds the scores of the votes `members[from]` to `members[to - 1]`. */
export function addScores(
  sum: SparseSum,
  { problem, byPredictor, pairOf, covariates }: VoteScores,
  members: Uint32Array,
  from: number,
  to: number,
): void {
  const { first, second, models, covariates: columns } = problem.design;
  const [slopes, ties, levels] = byPredictor;
  const { values } = sum;
  const width = columns.length;
  for (let k = from; k < to; k++) {
    const o = members[k];
    const i = first[pairOf[o]];
    const j = second[pairOf[o]];
    const slope = slopes[o];
    const rise = levels === undefined ? 0 : levels[o] / 2;
    touch(sum, i);
    touch(sum, j);
    values[i] += slope + rise;
    values[j] += rise - slope;
    for (let c = 0; c < width; c++) values[models + c] += slope * covariates[o * width + c];
    if (ties !== undefined) values[models + width] += ties[o];
  }
  const others = width + (ties === undefined ? 0 : 1);
  for (let p = models; p < models + others; p++) touch(sum, p);
}

function touch(sum: SparseSum, parameter: number): void {
  if (sum.isTouched[parameter] === 1) return;
  sum.isTouched[parameter] = 1;
  sum.touched[sum.size++] = parameter;
}

export function clear(sum: SparseSum): void {
  for (let k = 0; k < sum.size; k++) {
    sum.values[sum.touched[k]] = 0;
    sum.isTouched[sum.touched[k]] = 0;
  }
  sum.size = 0;
}
