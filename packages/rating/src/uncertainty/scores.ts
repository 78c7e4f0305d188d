import type { Fit } from '../fit/fit.ts';
import type { Problem } from '../fit/problem.ts';

/**
 * The scores of single votes as sparse vectors over the parameters: a vote touches its two models, every covariate, and τ where
 * the tie model has one. One record an observation, since clusters jump about in them: the scores by δ, τ and level (64-bit
 * numbers, as many as the tie model has), the two models (32-bit), the covariates (32-bit floats).
 */
export interface VoteScores {
  readonly problem: Problem;
  readonly parameters: Float64Array;
  /** Length of a record in units of 8 bytes. */
  readonly stride: number;
  /** The records, seen as numbers of each kind. */
  readonly doubles: Float64Array;
  readonly floats: Float32Array;
  readonly integers: Uint32Array;
}

/** Lays out the scores of a solved problem. O(observations). */
export function voteScores({ problem, solution: { parameters, scores } }: Fit): VoteScores {
  const { first, second, start, covariates, outcome } = problem.design;
  const predictors = scores.length;
  const stride = predictors + 1 + Math.ceil(covariates.length / 2);
  const doubles = new Float64Array(outcome.length * stride);
  const floats = new Float32Array(doubles.buffer);
  const integers = new Uint32Array(doubles.buffer);
  for (let pair = 0; pair < first.length; pair++) {
    for (let o = start[pair]; o < start[pair + 1]; o++) {
      const at = o * stride;
      integers[2 * (at + predictors)] = first[pair];
      integers[2 * (at + predictors) + 1] = second[pair];
    }
  }
  scores.forEach((column, p) => {
    for (let o = 0; o < column.length; o++) doubles[o * stride + p] = column[o];
  });
  covariates.forEach((column, c) => {
    const place = 2 * predictors + 2 + c;
    for (let o = 0; o < column.length; o++) floats[2 * o * stride + place] = column[o];
  });
  return { problem, parameters, stride, doubles, floats, integers };
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
  { problem, stride, doubles, floats, integers }: VoteScores,
  members: Uint32Array,
  from: number,
  to: number,
): void {
  const { models, covariates } = problem.design;
  const { predictors } = problem.tieModel;
  const { values, isTouched, touched } = sum;
  const width = covariates.length;
  let size = sum.size;
  for (let k = from; k < to; k++) {
    const at = members[k] * stride;
    const pair = 2 * (at + predictors);
    const i = integers[pair];
    const j = integers[pair + 1];
    const slope = doubles[at];
    const rise = predictors > 2 ? doubles[at + 2] / 2 : 0;
    if (isTouched[i] === 0) {
      isTouched[i] = 1;
      touched[size++] = i;
    }
    if (isTouched[j] === 0) {
      isTouched[j] = 1;
      touched[size++] = j;
    }
    values[i] += slope + rise;
    values[j] += rise - slope;
    for (let c = 0; c < width; c++) values[models + c] += slope * floats[pair + 2 + c];
    if (predictors > 1) values[models + width] += doubles[at + 1];
  }
  const others = width + (predictors > 1 ? 1 : 0);
  for (let p = models; p < models + others; p++) {
    if (isTouched[p] === 1) continue;
    isTouched[p] = 1;
    touched[size++] = p;
  }
  sum.size = size;
}

export function clear(sum: SparseSum): void {
  for (let k = 0; k < sum.size; k++) {
    sum.values[sum.touched[k]] = 0;
    sum.isTouched[sum.touched[k]] = 0;
  }
  sum.size = 0;
}
