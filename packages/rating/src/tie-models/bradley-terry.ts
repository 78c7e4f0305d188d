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
  likelihoods,
  probabilities,
};

function derivatives({ size, delta, outcome, offset, score, information }: Block): void {
  const [scoreDelta] = score;
  const [infoDelta] = information;
  for (let k = 0; k < size; k++) {
    // No branch on the sign, which no processor could predict; in the far tails p(1 − p) loses digits that no sum would keep.
    const p = 1 / (1 + exp(-delta[k]));
    scoreDelta[k] = SCORE[outcome[offset + k]] - p;
    infoDelta[k] = p * (1 - p);
  }
}

function likelihoods({ size, delta, outcome, offset, likelihood }: Block): void {
  for (let k = 0; k < size; k++) {
    // Beyond this both ends are rounding, and eˣ must stay finite.
    const t = exp(-Math.min(700, Math.max(-700, delta[k])));
    const p = 1 / (1 + t);
    const seen = outcome[offset + k];
    likelihood[k] = seen === 0 ? p : seen === 1 ? t * p : Math.sqrt(t) * p;
  }
}

function probabilities(delta: number): OutcomeProbabilities {
  return [logistic(delta), logistic(-delta), 0, 0];
}
