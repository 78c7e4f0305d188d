import type { Design } from '../design/design.ts';
import type { Problem } from '../fit/problem.ts';

/**
 * Scores of single votes as sparse vectors over the parameters. A vote touches its two models, every covariate, and τ where the
 * tie model has one.
 */
export interface VoteScores {
  readonly problem: Problem;
  /** By δ, τ and level: one element an observation. */
  readonly byPredictor: readonly Float64Array[];
  /** The pair of each observation. */
  readonly pairOf: Uint32Array;
}

export function pairOfObservations({ first, start, outcome }: Design): Uint32Array {
  const pairOf = new Uint32Array(outcome.length);
  for (let pair = 0; pair < first.length; pair++) pairOf.fill(pair, start[pair], start[pair + 1]);
  return pairOf;
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

/** Adds `times` the score of one vote of observation `o`. */
export function addScore(sum: SparseSum, { problem, byPredictor, pairOf }: VoteScores, o: number, times: number): void {
  const { first, second, models, covariates } = problem.design;
  const pair = pairOf[o];
  const slope = times * byPredictor[0][o];
  const rise = byPredictor.length > 2 ? (times * byPredictor[2][o]) / 2 : 0;
  add(sum, first[pair], slope + rise);
  add(sum, second[pair], rise - slope);
  for (let c = 0; c < covariates.length; c++) add(sum, models + c, slope * covariates[c][o]);
  if (byPredictor.length > 1) add(sum, models + covariates.length, times * byPredictor[1][o]);
}

function add(sum: SparseSum, parameter: number, value: number): void {
  if (sum.isTouched[parameter] === 0) {
    sum.isTouched[parameter] = 1;
    sum.touched[sum.size++] = parameter;
  }
  sum.values[parameter] += value;
}

export function clear(sum: SparseSum): void {
  for (let k = 0; k < sum.size; k++) {
    sum.values[sum.touched[k]] = 0;
    sum.isTouched[sum.touched[k]] = 0;
  }
  sum.size = 0;
}
