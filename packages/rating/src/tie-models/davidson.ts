import { exp } from '../numbers/exp.ts';
import { log } from '../numbers/log.ts';
import { type Block, likelihoodsBy, type OutcomeProbabilities, type TieModel } from './tie-model.ts';

/**
 * P(i) : P(j) : P(tie) = e^{δ/2} : e^{−δ/2} : ν, with τ = ln ν (Davidson 1970). An exponential family in (δ, τ), hence concave,
 * and expected and observed information are the same.
 */
export const davidson: TieModel = {
  name: 'davidson',
  predictors: 2,
  startTie: (tieShare) => log((2 * tieShare) / (1 - tieShare)),
  isAllowed: () => true,
  derivatives,
  likelihoods: likelihoodsBy(probabilities, [0, 1, 2, 2]),
  probabilities,
};

function derivatives({ size, delta, outcome, offset, tie, score, information }: Block): void {
  const [scoreDelta, scoreTie] = score;
  const [infoDelta, infoTieDelta, infoTie] = information;
  for (let k = 0; k < size; k++) {
    const [better, worse, tied] = probabilities(delta[k], tie);
    const lead = (better - worse) / 2;
    const seen = outcome[offset + k];
    scoreDelta[k] = (seen === 0 ? 0.5 : seen === 1 ? -0.5 : 0) - lead;
    scoreTie[k] = (seen >= 2 ? 1 : 0) - tied;
    infoDelta[k] = (better + worse) / 4 - lead * lead;
    infoTieDelta[k] = -lead * tied;
    infoTie[k] = tied * (1 - tied);
  }
}

function probabilities(delta: number, tie: number): OutcomeProbabilities {
  // Divided through by the stronger side, so that wide gaps tend to 0 or 1 and not to NaN.
  const gap = delta < 0 ? -delta : delta;
  const weaker = exp(-gap);
  const tied = exp(tie - gap / 2);
  const total = 1 + weaker + tied;
  const near = 1 / total;
  const far = weaker / total;
  return [delta < 0 ? far : near, delta < 0 ? near : far, tied / total, 0];
}
