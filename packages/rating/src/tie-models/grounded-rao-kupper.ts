import { exp } from '../numbers/exp.ts';
import { log } from '../numbers/log.ts';
import { type Block, likelihoodsBy, type OutcomeProbabilities, type TieModel } from './tie-model.ts';

/**
 * Rao–Kupper with an absolute outcome: π = e^θ, P(i) = πᵢ/(πᵢ + tπⱼ + 1), P(both bad) = 1/(1 + πᵢ + πⱼ), the rest a tie of good
 * answers, τ = c = ln t > 0. "Bad" fixes the level of all strengths: θ = 0 is as likely bad as good when it stands alone.
 * (The form used by Prompt-to-Leaderboard, Frick et al. 2025.)
 */
export const groundedRaoKupper: TieModel = {
  name: 'grounded-rao-kupper',
  predictors: 3,
  startTie: (tieShare) => log((1 + tieShare) / (1 - tieShare)),
  isAllowed: (tie) => tie > 0,
  derivatives,
  likelihoods: likelihoodsBy(probabilities, [0, 1, 2, 3]),
  probabilities,
};

/** P(tie) is a difference of probabilities; below this its logarithm would be noise. */
const SMALLEST_TIE = 1e-14;

/**
 * Each outcome but the tie is one term of a softmax: log P = own − log(e^own + e^other + 1). Derivatives are taken by
 * u = level + δ/2, v = level − δ/2 and c, then turned to δ and level by the chain rule.
 */
function derivatives(block: Block): void {
  const { size, delta, outcome, offset, tie, level } = block;
  for (let k = 0; k < size; k++) {
    const u = level + delta[k] / 2;
    const v = level - delta[k] / 2;
    const terms = [winTerm(u, v, tie), mirrored(winTerm(v, u, tie)), badTerm(u, v)];
    const seen = outcome[offset + k];
    write(block, k, seen < 2 ? terms[seen] : seen === 3 ? terms[2] : tieTerm(terms));
  }
}

/** Probability, gradient of its logarithm by (u, v, c), and negative second derivatives uu, uv, vv, uc, vc, cc. */
interface Term {
  readonly p: number;
  readonly g: readonly [number, number, number];
  readonly h: readonly [number, number, number, number, number, number];
}

function winTerm(own: number, other: number, tie: number): Term {
  const [a, b] = softmax(own, other + tie);
  const bb = b * (1 - b);
  return { p: a, g: [1 - a, -b, -b], h: [a * (1 - a), -a * b, bb, -a * b, bb, bb] };
}

function mirrored({ p, g, h }: Term): Term {
  return { p, g: [g[1], g[0], g[2]], h: [h[2], h[1], h[0], h[4], h[3], h[5]] };
}

function badTerm(u: number, v: number): Term {
  const [a, b, ground] = softmax(u, v);
  return { p: ground, g: [-a, -b, 0], h: [a * (1 - a), -a * b, b * (1 - b), 0, 0, 0] };
}

/** The tie takes what the other outcomes leave: T = 1 − ΣP, so ∇T = −ΣP·g and ∇²T = −ΣP·(gg' − h). */
function tieTerm(terms: readonly Term[]): Term {
  const slope = [0, 0, 0];
  const curve = [0, 0, 0, 0, 0, 0];
  let left = 1;
  for (const { p, g, h } of terms) {
    left -= p;
    for (let i = 0, at = 0; i < 3; i++) {
      slope[i] -= p * g[i];
      for (let j = 0; j <= i; j++, at++) curve[at] -= p * (g[i] * g[j] - h[at]);
    }
  }
  const p = left > SMALLEST_TIE ? left : SMALLEST_TIE;
  const g: [number, number, number] = [slope[0] / p, slope[1] / p, slope[2] / p];
  const h: [number, number, number, number, number, number] = [0, 0, 0, 0, 0, 0];
  for (let i = 0, at = 0; i < 3; i++) for (let j = 0; j <= i; j++, at++) h[at] = g[i] * g[j] - curve[at] / p;
  return { p, g, h };
}

function write({ score, information }: Block, k: number, { g, h }: Term): void {
  const [uu, uv, vv, uc, vc, cc] = h;
  score[0][k] = (g[0] - g[1]) / 2;
  score[1][k] = g[2];
  score[2][k] = g[0] + g[1];
  information[0][k] = (uu - 2 * uv + vv) / 4;
  information[1][k] = (uc - vc) / 2;
  information[2][k] = cc;
  information[3][k] = (uu - vv) / 2;
  information[4][k] = uc + vc;
  information[5][k] = uu + 2 * uv + vv;
}

function softmax(x: number, y: number): readonly [number, number, number] {
  const most = x > y ? (x > 0 ? x : 0) : y > 0 ? y : 0;
  const a = exp(x - most);
  const b = exp(y - most);
  const ground = exp(-most);
  const total = a + b + ground;
  return [a / total, b / total, ground / total];
}

function probabilities(delta: number, tie: number, level: number): OutcomeProbabilities {
  const u = level + delta / 2;
  const v = level - delta / 2;
  const [better] = softmax(u, v + tie);
  const [worse] = softmax(v, u + tie);
  const [, , bothBad] = softmax(u, v);
  const left = 1 - better - worse - bothBad;
  return [better, worse, left > SMALLEST_TIE ? left : SMALLEST_TIE, bothBad];
}
