import type { Clusters } from '../design/clusters.ts';
import { accumulate } from '../fit/accumulate.ts';
import type { Fit } from '../fit/fit.ts';
import { type Problem, parameterCount } from '../fit/problem.ts';
import { mirror } from '../linear/matrix.ts';
import { logistic } from '../numbers/exp.ts';
import { createWindow, moveOn, voteScores } from './scores.ts';
import { addScores, clear, createSparseSum, type SparseSum } from './sparse-sum.ts';

/** Σ over votes of score·scoreᵀ at the maximum. O(observations). */
export function voteMeat({ problem, solution }: Fit): Float64Array {
  const { matrix } = accumulate(problem, solution.parameters, { matrix: 'outer' });
  mirror(matrix, parameterCount(problem));
  centreMeat(matrix, { problem, parameters: solution.parameters }, problem.design.votes);
  return matrix;
}

/** Below this share of its information, the sum of squared scores of a model is the rounding of zero. */
const ZERO_SHARE = 1e-10;

/**
 * Whether the votes of every model deviate from what the fit expects. All ties, or a single vote under a prior, do not: then
 * the spread of the scores is zero and says nothing of how sure the ratings are. O(observations).
 */
export function hasVariation({ problem, solution }: Fit): boolean {
  const { models, first, second, start, count, votes } = problem.design;
  const [slopes] = solution.scores;
  const squares = new Float64Array(models);
  for (let pair = 0; pair < first.length; pair++) {
    let sum = 0;
    for (let o = start[pair]; o < start[pair + 1]; o++) sum += (count === null ? 1 : count[o]) * slopes[o] * slopes[o];
    squares[first[pair]] += sum;
    squares[second[pair]] += sum;
  }
  const pull = pullOfPrior(problem, solution.parameters);
  const size = parameterCount(problem);
  return squares.every(
    (square, i) => square - (pull[i] * pull[i]) / votes > ZERO_SHARE * solution.information[i * size + i],
  );
}

/**
 * G/(G − 1)·Σ_g S_g·S_gᵀ, S_g the sum of the scores of cluster g. O(votes + Σ (parameters that a cluster touches)²).
 */
export function clusterMeat(fit: Fit, { count, start, members }: Clusters): Float64Array {
  const { problem, solution } = fit;
  const size = parameterCount(problem);
  const scores = voteScores(fit, members);
  const meat = new Float64Array(size * size);
  const sum = createSparseSum(problem);
  const window = createWindow(scores);
  for (let g = 0; g < count; g++) {
    const end = start[g + 1];
    for (let k = start[g]; k < end; k = Math.min(end, window.end)) {
      if (k === window.end) moveOn(window, scores);
      addScores(sum, window, k, Math.min(end, window.end));
    }
    addSquare(meat, sum);
    clear(sum);
  }
  addMirrorImage(meat, size);
  centreMeat(meat, { problem, parameters: solution.parameters }, count);
  const correction = count / (count - 1);
  for (let k = 0; k < meat.length; k++) meat[k] *= correction;
  return meat;
}

/**
 * Adds S·Sᵀ, of each off-diagonal product one half, in whichever triangle the order of touching puts it; the other half is its
 * mirror image.
 */
function addSquare(meat: Float64Array, { models, values, touched, size: count }: SparseSum): void {
  const size = values.length;
  for (let x = 0; x < count; x++) {
    const row = touched[x] * size;
    const value = values[touched[x]];
    for (let y = 0; y <= x; y++) meat[row + touched[y]] += value * values[touched[y]];
    for (let p = models; p < size; p++) meat[row + p] += value * values[p];
  }
  for (let p = models; p < size; p++) {
    const row = p * size;
    for (let q = models; q <= p; q++) meat[row + q] += values[p] * values[q];
  }
}

function addMirrorImage(matrix: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const sum = matrix[i * size + j] + matrix[j * size + i];
      matrix[i * size + j] = sum;
      matrix[j * size + i] = sum;
    }
  }
}

/**
 * Takes the mean score out of the meat of `units` independent units. Without a prior the scores sum to zero at the maximum and
 * nothing changes; with one they sum to the pull of the prior.
 */
function centreMeat(
  meat: Float64Array,
  { problem, parameters }: { readonly problem: Problem; readonly parameters: Float64Array },
  units: number,
): void {
  if (!problem.hasPrior) return;
  const { models } = problem.design;
  const size = parameterCount(problem);
  const pull = pullOfPrior(problem, parameters);
  for (let i = 0; i < models; i++) for (let j = 0; j < models; j++) meat[i * size + j] -= (pull[i] * pull[j]) / units;
}

/** The sum of the scores of all votes at the maximum, by model: what the phantom's votes hold in balance. */
function pullOfPrior({ design, hasPrior }: Problem, parameters: Float64Array): Float64Array {
  return Float64Array.from({ length: design.models }, (_, i) => (hasPrior ? logistic(parameters[i]) - 0.5 : 0));
}
