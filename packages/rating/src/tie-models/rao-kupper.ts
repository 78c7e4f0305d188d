import { exp, logistic } from '../numbers/exp.ts';
import { log } from '../numbers/log.ts';
import { type Block, likelihoodsBy, type OutcomeProbabilities, type TieModel } from './tie-model.ts';

/**
 * P(i) = σ(δ − c), P(j) = σ(−δ − c), the rest a tie, with the threshold τ = c = ln t > 0 (Rao & Kupper 1967). A tie is a
 * difference too small to see. Log-concave in (δ, c), because P(tie) = (t² − 1)·P(i)·P(j).
 */
export const raoKupper: TieModel = {
  name: 'rao-kupper',
  predictors: 2,
  // At equal strength P(tie) = tanh(c/2).
  startTie: (tieShare) => log((1 + tieShare) / (1 - tieShare)),
  isAllowed: (tie) => tie > 0,
  derivatives,
  likelihoods: likelihoodsBy(probabilities, [0, 1, 2, 2]),
  probabilities,
};

function derivatives({ size, delta, outcome, offset, tie, score, information }: Block): void {
  const [scoreDelta, scoreTie] = score;
  const [infoDelta, infoTieDelta, infoTie] = information;
  const square = exp(2 * tie);
  const growth = (2 * square) / (square - 1);
  const bend = (4 * square) / ((square - 1) * (square - 1));
  for (let k = 0; k < size; k++) {
    const x = delta[k];
    const better = logistic(x - tie);
    const notBetter = logistic(tie - x);
    const worse = logistic(-x - tie);
    const notWorse = logistic(x + tie);
    const seen = outcome[offset + k];
    const u = better * notBetter;
    const v = worse * notWorse;
    if (seen === 0) {
      scoreDelta[k] = notBetter;
      scoreTie[k] = -notBetter;
    } else if (seen === 1) {
      scoreDelta[k] = -notWorse;
      scoreTie[k] = -notWorse;
    } else {
      scoreDelta[k] = notBetter - notWorse;
      scoreTie[k] = growth - notBetter - notWorse;
    }
    const hasBetter = seen !== 1;
    const hasWorse = seen !== 0;
    infoDelta[k] = (hasBetter ? u : 0) + (hasWorse ? v : 0);
    infoTieDelta[k] = (hasWorse ? v : 0) - (hasBetter ? u : 0);
    infoTie[k] = infoDelta[k] + (seen >= 2 ? bend : 0);
  }
}

function probabilities(delta: number, tie: number): OutcomeProbabilities {
  const better = logistic(delta - tie);
  const worse = logistic(-delta - tie);
  const square = exp(2 * tie);
  return [better, worse, (square - 1) * better * worse, 0];
}
