import { largestPair } from '../design/design.ts';
import { logistic } from '../numbers/exp.ts';
import { log } from '../numbers/log.ts';
import { BLOCK, type Block, createBlock } from '../tie-models/tie-model.ts';
import { predict } from './predict.ts';
import { type Problem, parameterCount } from './problem.ts';

/**
 * Log-likelihood of the parameters; −∞ outside the parameter space. In Bradley–Terry a tie adds half the logarithm of either
 * outcome. The phantom's half wins of a prior are included. `counts` take the place of the design's.
 */
export function logLikelihood(problem: Problem, parameters: Float64Array, counts?: Float64Array): number {
  const { design, tieModel, hasPrior } = problem;
  const block = createBlock(largestPair(design));
  block.outcome = design.outcome;
  block.tie = tieModel.predictors > 1 ? parameters[parameterCount(problem) - 1] : 0;
  if (!tieModel.isAllowed(block.tie)) return Number.NEGATIVE_INFINITY;
  let total = hasPrior ? priorLikelihood(parameters, design.models) : 0;
  for (let pair = 0; pair < design.first.length; pair++) {
    const end = design.start[pair + 1];
    for (let from = design.start[pair]; from < end; from += BLOCK) {
      block.offset = from;
      block.size = Math.min(BLOCK, end - from);
      predict(problem, parameters, pair, block);
      tieModel.likelihoods(block);
      total += sumOfLogs(problem, counts ?? design.count, block);
    }
  }
  return total;
}

/** Far enough from the smallest double that one more probability cannot make a product lose digits. */
const SMALLEST_PRODUCT = 1e-150;

function sumOfLogs({ design }: Problem, counts: Float64Array | null, { offset, size, likelihood }: Block): number {
  let sum = 0;
  // The logarithm of a product of many probabilities costs no more than that of one.
  let product = 1;
  for (let k = 0; k < size; k++) {
    const o = offset + k;
    const factor = (counts === null ? 1 : counts[o]) * (design.weight === null ? 1 : design.weight[o]);
    const p = likelihood[k];
    if (factor === 1 && p > SMALLEST_PRODUCT) {
      product *= p;
      if (product > SMALLEST_PRODUCT) continue;
      sum += log(product);
      product = 1;
    } else if (factor !== 0) {
      sum += factor * log(p);
    }
  }
  return sum + log(product);
}

function priorLikelihood(parameters: Float64Array, models: number): number {
  let total = 0;
  for (let i = 0; i < models; i++) total += 0.5 * (log(logistic(parameters[i])) + log(logistic(-parameters[i])));
  return total;
}
