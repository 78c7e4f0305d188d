import type { Clusters } from '../design/clusters.ts';
import { accumulate } from '../fit/accumulate.ts';
import type { Fit } from '../fit/fit.ts';
import { parameterCount } from '../fit/problem.ts';
import { mirror } from '../linear/matrix.ts';
import { logistic } from '../numbers/exp.ts';
import { addScores, clear, createSparseSum, pairOfObservations, rowMajor, type VoteScores } from './scores.ts';

/** Σ over votes of score·scoreᵀ at the maximum. O(observations). */
export function voteMeat({ problem, maximum }: Fit): Float64Array {
  const { matrix } = accumulate(problem, maximum.parameters, { matrix: 'outer' });
  mirror(matrix, parameterCount(problem));
  return matrix;
}

/** The score of every observation at the maximum. */
export function voteScores({ problem, maximum }: Fit): VoteScores {
  const { design, tieModel } = problem;
  const byPredictor = Array.from({ length: tieModel.predictors }, () => new Float64Array(design.outcome.length));
  accumulate(problem, maximum.parameters, { matrix: 'outer', scores: byPredictor });
  return { problem, byPredictor, pairOf: pairOfObservations(design), covariates: rowMajor(design) };
}

/**
 * G/(G − 1)·Σ_g S_g·S_gᵀ, S_g the sum of the scores of cluster g. O(votes + Σ (parameters that a cluster touches)²).
 */
export function clusterMeat(scores: VoteScores, { count, start, members }: Clusters): Float64Array {
  const size = parameterCount(scores.problem);
  const meat = new Float64Array(size * size);
  const sum = createSparseSum(size);
  const { values, touched } = sum;
  for (let g = 0; g < count; g++) {
    addScores(sum, scores, members, start[g], start[g + 1]);
    for (let x = 0; x < sum.size; x++) {
      const i = touched[x];
      const value = values[i];
      for (let y = 0; y <= x; y++) {
        const j = touched[y];
        // The lower triangle, whichever way round the parameters were touched.
        meat[i > j ? i * size + j : j * size + i] += value * values[j];
      }
    }
    clear(sum);
  }
  const correction = count / (count - 1);
  for (let k = 0; k < meat.length; k++) meat[k] *= correction;
  mirror(meat, size);
  return meat;
}

/**
 * Takes the mean score out of the meat of `units` independent units. Without a prior the scores sum to zero at the maximum and
 * nothing changes; with one they sum to the pull of the prior.
 */
export function centreMeat(meat: Float64Array, { problem, maximum }: Fit, units: number): void {
  if (!problem.hasPrior) return;
  const { models } = problem.design;
  const size = parameterCount(problem);
  const pull = Float64Array.from({ length: models }, (_, i) => logistic(maximum.parameters[i]) - 0.5);
  for (let i = 0; i < models; i++) for (let j = 0; j < models; j++) meat[i * size + j] -= (pull[i] * pull[j]) / units;
}
