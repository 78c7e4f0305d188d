import { exp, logistic } from '../numbers/exp.ts';
import type { Block, OutcomeProbabilities, TieModel } from './tie-model.ts';

/** What the first model scores in each outcome: a tie, good or bad, is half a win. */
const SCORE = [1, 0, 0.5, 0.5];

/**
 * P(i beats j) = σ(θᵢ − θⱼ), a tie counted as half a win and half a loss (Bradley & Terry 1952; Zermelo 1929). With ties this is
 * a quasi-likelihood for the expected score: the ratings are consistent, the inverse Hessian is not their variance.
 */
export const bradleyTerry: TieModel = {
  name: 'bradley-terry',
  predictors: 1,
  startTie: () => 0,
  isAllowed: () => true,
  derivatives,
  probabilities,
};

function derivatives({ size, delta, outcome, offset, score, information }: Block): void {
  const [scoreDelta] = score;
  const [infoDelta] = information;
  for (let k = 0; k < size; k++) {
    const x = delta[k];
    const t = exp(x < 0 ? x : -x);
    const near = 1 / (1 + t);
    const far = t * near;
    scoreDelta[k] = SCORE[outcome[offset + k]] - (x < 0 ? far : near);
    infoDelta[k] = near * far;
  }
}

function probabilities(delta: number): OutcomeProbabilities {
  return [logistic(delta), logistic(-delta), 0, 0];
}
