import { logistic } from '../numbers/exp.ts';
import { log } from '../numbers/log.ts';
import type { OutcomeProbabilities, TieModel } from '../tie-models/tie-model.ts';
import { type Problem, parameterCount } from './problem.ts';

/**
 * Log-likelihood of the parameters; −∞ outside the parameter space. In Bradley–Terry a tie adds half the logarithm of either
 * outcome. The phantom's half wins of a prior are included.
 */
export function logLikelihood(problem: Problem, parameters: Float64Array, counts?: Float64Array): number {
  const { design, tieModel, hasPrior } = problem;
  const { covariates, models } = design;
  const tie = tieModel.predictors > 1 ? parameters[parameterCount(problem) - 1] : 0;
  if (!tieModel.isAllowed(tie)) return Number.NEGATIVE_INFINITY;
  let total = hasPrior ? priorLikelihood(parameters, models) : 0;
  for (let pair = 0; pair < design.first.length; pair++) {
    const i = parameters[design.first[pair]];
    const j = parameters[design.second[pair]];
    let sum = 0;
    for (let o = design.start[pair]; o < design.start[pair + 1]; o++) {
      const factor = (counts ?? design.count)?.[o] ?? 1;
      if (factor === 0) continue;
      let delta = i - j;
      for (let c = 0; c < covariates.length; c++) delta += parameters[models + c] * covariates[c][o];
      const weight = design.weight?.[o] ?? 1;
      sum +=
        factor * weight * logProbability(tieModel, tieModel.probabilities(delta, tie, (i + j) / 2), design.outcome[o]);
    }
    total += sum;
  }
  return total;
}

function logProbability({ predictors }: TieModel, p: OutcomeProbabilities, seen: number): number {
  if (seen < 2) return log(p[seen]);
  if (predictors === 1) return 0.5 * (log(p[0]) + log(p[1]));
  return log(seen === 3 && predictors === 3 ? p[3] : p[2]);
}

function priorLikelihood(parameters: Float64Array, models: number): number {
  let total = 0;
  for (let i = 0; i < models; i++) total += 0.5 * (log(logistic(parameters[i])) + log(logistic(-parameters[i])));
  return total;
}
