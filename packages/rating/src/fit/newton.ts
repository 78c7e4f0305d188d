import { NotConverged, NotIdentified } from '../errors.ts';
import { factor, solve } from '../linear/cholesky.ts';
import { accumulate } from './accumulate.ts';
import { logLikelihood } from './log-likelihood.ts';
import { isLevelIdentified, type Problem } from './problem.ts';

/**
 * What is left to go after a step is about half its length times the distance to where its matrix was taken; for a step of
 * Newton's, whose matrix is new, half its square. The search ends where that is below the square of this: 5e-13 log-odds in any
 * predictor, a ten-billionth of a rating point.
 */
const TOLERANCE = 1e-6;
/**
 * After a step of Newton's this short (log-odds) the matrix serves once more: it is as good as new, and a pass for the gradient
 * alone costs less. Only once, or steps that are the rounding of an ill-conditioned problem would go on for ever.
 */
const SHORT_STEP = 1e-4;
const MAX_ITERATIONS = 100;
/** A gradient below this for each vote is the rounding of its sum. */
const FLAT = 1e-13;
/** Inside this reach (log-odds) a full Newton step on the Bradley–Terry likelihood cannot overshoot. */
const SAFE_REACH = 1;
const MAX_HALVINGS = 40;

export interface Maximum {
  readonly parameters: Float64Array;
  readonly iterations: number;
}

export interface NewtonOptions {
  readonly start: Float64Array;
  readonly covariateNames: readonly string[];
  /** Votes of each observation in place of the design's counts. */
  readonly counts?: Float64Array;
  /** Half of the square of this (log-odds) is what is left to go at most; {@link TOLERANCE} unless the answer is a start only. */
  readonly tolerance?: number;
}

/**
 * Maximises the log-likelihood by Newton's method, to the rounding of the sums; its last steps keep the matrix of the one before.
 * Wide steps are halved until the likelihood rises; the common shift of all ratings, which no vote speaks of, is held.
 *
 * @throws {NotIdentified} a covariate that depends on the models or on covariates before it
 * @throws {NotConverged}
 */
export function maximise(problem: Problem, options: NewtonOptions): Maximum {
  const { start, covariateNames, counts, tolerance = TOLERANCE } = options;
  const { models } = problem.design;
  const parameters = Float64Array.from(start);
  const resample = counts === undefined ? {} : { counts };
  const largestValues = problem.design.covariates.map(largest);
  let norm = Number.POSITIVE_INFINITY;
  let factored: Factored | null = null;
  let drift = 0;
  for (let iteration = 1; iteration <= MAX_ITERATIONS; iteration++) {
    const isNewton: boolean = factored === null;
    const wanted = isNewton ? 'information' : 'none';
    const { gradient, matrix } = accumulate(problem, parameters, { matrix: wanted, ...resample });
    norm = largest(gradient);
    factored ??= factorConcave(matrix, problem, covariateNames);
    const step = stepOf(factored, gradient);
    const moved = reach(step, problem.design.models, largestValues);
    drift += moved;
    // Far from the answer, or where the tie parameter has a border, the likelihood itself is the judge.
    const isSafe = problem.tieModel.predictors === 1 && moved <= SAFE_REACH;
    const share = isSafe ? 1 : risingShare(problem, parameters, step, counts);
    for (let i = 0; i < step.length; i++) parameters[i] += share * step[i];
    if (!isLevelIdentified(problem)) shiftToZero(parameters, models);
    // Where the likelihood is flat to rounding, halvings of the step say nothing more.
    const isFlat = norm <= FLAT * problem.design.votes;
    if (moved * drift <= tolerance * tolerance && (share === 1 || isFlat)) return { parameters, iterations: iteration };
    if (isNewton && moved <= SHORT_STEP) continue;
    factored = null;
    drift = 0;
  }
  throw new NotConverged(MAX_ITERATIONS, norm);
}

/**
 * Where the common shift of the ratings is free, takes one model, the one with most information, out of the equations: its row
 * and column become those of the identity, so that its parameter is held. No contrast of ratings depends on which one it is.
 *
 * @returns the model that is held, or −1
 */
function holdOne(matrix: Float64Array, problem: Problem): number {
  if (isLevelIdentified(problem)) return -1;
  const size = Math.sqrt(matrix.length);
  let held = 0;
  for (let i = 1; i < problem.design.models; i++) if (matrix[i * size + i] > matrix[held * size + held]) held = i;
  for (let k = 0; k < size; k++) {
    matrix[held * size + k] = 0;
    matrix[k * size + held] = 0;
  }
  matrix[held * size + held] = 1;
  return held;
}

/**
 * Factors the information in place, or says which covariate it lacks.
 *
 * @returns the model that is held, or −1
 * @throws {NotIdentified | NotConverged}
 */
export function factorInformation(matrix: Float64Array, problem: Problem, covariateNames: readonly string[]): number {
  const held = holdOne(matrix, problem);
  const size = Math.sqrt(matrix.length);
  const failed = factor(matrix, size);
  if (failed < 0) return held;
  const name = covariateNames[failed - problem.design.models];
  if (name !== undefined) {
    throw new NotIdentified(
      name,
      'in these votes it follows from the models or the other controls, or it separates wins from losses completely',
    );
  }
  throw new NotConverged(0, Number.NaN);
}

/** The Cholesky factor of the information, and the model that is held (−1: none). */
interface Factored {
  readonly lower: Float64Array;
  readonly held: number;
}

function factorConcave(matrix: Float64Array, problem: Problem, covariateNames: readonly string[]): Factored {
  if (problem.tieModel.predictors < 3) {
    const held = factorInformation(matrix, problem, covariateNames);
    return { lower: matrix, held };
  }
  const size = Math.sqrt(matrix.length);
  // The grounded likelihood need not be concave far from its maximum: lift the diagonal until it is.
  for (let lift = 0; lift < 1e6; lift = lift === 0 ? 1e-3 : lift * 10) {
    const lifted = Float64Array.from(matrix);
    for (let i = 0; i < size; i++) lifted[i * size + i] += lift * (Math.abs(matrix[i * size + i]) + 1);
    if (factor(lifted, size) < 0) return { lower: lifted, held: -1 };
  }
  throw new NotConverged(0, Number.NaN);
}

function stepOf({ lower, held }: Factored, gradient: Float64Array): Float64Array {
  const step = Float64Array.from(gradient);
  if (held >= 0) step[held] = 0;
  solve(lower, step.length, step);
  return step;
}

/** The largest power of ½ times the step at which the likelihood is higher than before. */
function risingShare(problem: Problem, from: Float64Array, step: Float64Array, counts?: Float64Array): number {
  const before = logLikelihood(problem, from, counts);
  const trial = new Float64Array(from.length);
  let share = 1;
  for (let halving = 0; halving < MAX_HALVINGS; halving++) {
    for (let i = 0; i < from.length; i++) trial[i] = from[i] + share * step[i];
    // At the maximum itself the two are equal but for rounding.
    if (logLikelihood(problem, trial, counts) >= before - 1e-12 * Math.abs(before)) return share;
    share /= 2;
  }
  return share;
}

/** How far a step can move any predictor: the spread of the ratings' part, each covariate at its largest value, and τ. */
function reach(step: Float64Array, models: number, largestValues: readonly number[]): number {
  let low = 0;
  let high = 0;
  for (let i = 0; i < models; i++) {
    if (step[i] < low) low = step[i];
    if (step[i] > high) high = step[i];
  }
  let total = high - low;
  for (let p = models; p < step.length; p++) total += Math.abs(step[p]) * (largestValues[p - models] ?? 1);
  return total;
}

function shiftToZero(parameters: Float64Array, models: number): void {
  let sum = 0;
  for (let i = 0; i < models; i++) sum += parameters[i];
  for (let i = 0; i < models; i++) parameters[i] -= sum / models;
}

/** The largest absolute value. */
export function largest(values: Float64Array | Float32Array): number {
  let most = 0;
  for (let k = 0; k < values.length; k++) {
    const size = Math.abs(values[k]);
    if (!(size <= most)) most = size;
  }
  return most;
}
