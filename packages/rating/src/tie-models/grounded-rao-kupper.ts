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

/**
 * Each outcome but the tie is one term of a softmax: log P = own − log(e^own + e^other + 1). Derivatives are taken by
 * u = level + δ/2, v = level − δ/2 and c, then turned to δ and level by the chain rule.
 */
function derivatives(block: Block): void {
  const { size, delta, outcome, offset, tie, level } = block;
  for (let k = 0; k < size; k++) {
    const u = level + delta[k] / 2;
    const v = level - delta[k] / 2;
    const seen = outcome[offset + k];
    write(block, k, TERMS[seen](u, v, tie));
  }
}

/** Gradient of a log-probability by (u, v, c), and negative second derivatives uu, uv, vv, uc, vc, cc. */
interface Term {
  readonly g: readonly [number, number, number];
  readonly h: readonly [number, number, number, number, number, number];
}

const TERMS: readonly ((u: number, v: number, tie: number) => Term)[] = [firstBetter, secondBetter, tied, bothBad];

function firstBetter(u: number, v: number, tie: number): Term {
  const [a, b] = softmax(u, v + tie);
  const bb = b * (1 - b);
  return { g: [1 - a, -b, -b], h: [a * (1 - a), -a * b, bb, -a * b, bb, bb] };
}

function secondBetter(u: number, v: number, tie: number): Term {
  const { g, h } = firstBetter(v, u, tie);
  return { g: [g[1], g[0], g[2]], h: [h[2], h[1], h[0], h[4], h[3], h[5]] };
}

function bothBad(u: number, v: number): Term {
  const [a, b] = softmax(u, v);
  return { g: [-a, -b, 0], h: [a * (1 - a), -a * b, b * (1 - b), 0, 0, 0] };
}

/**
 * P(tie) = (1 − 1/t)·P(bad)·[P(i)·e^(v + c) + P(j)·e^(u + c)]: two terms whose logarithms have the derivatives of their factors,
 * mixed in proportion to the terms. Nothing cancels, however unequal the models.
 */
function tied(u: number, v: number, tie: number): Term {
  const bad = bothBad(u, v);
  const i = firstBetter(u, v, tie);
  const j = secondBetter(u, v, tie);
  const share = shareOfFirst(u, v, tie);
  const gi = [bad.g[0] + i.g[0], bad.g[1] + i.g[1] + 1, i.g[2] + 1];
  const gj = [bad.g[0] + j.g[0] + 1, bad.g[1] + j.g[1], j.g[2] + 1];
  const g: [number, number, number] = [0, 0, 0];
  const h: [number, number, number, number, number, number] = [0, 0, 0, 0, 0, 0];
  for (let p = 0, at = 0; p < 3; p++) {
    g[p] = share * gi[p] + (1 - share) * gj[p];
    for (let q = 0; q <= p; q++, at++) {
      const spread = share * (1 - share) * (gi[p] - gj[p]) * (gi[q] - gj[q]);
      h[at] = bad.h[at] + share * i.h[at] + (1 - share) * j.h[at] - spread;
    }
  }
  // The derivatives of log(1 − e^−c).
  const growth = 1 / (exp(tie) - 1);
  g[2] += growth;
  h[5] += growth * (1 + growth);
  return { g, h };
}

/** P(i)·e^v as a share of P(i)·e^v + P(j)·e^u. */
function shareOfFirst(u: number, v: number, tie: number): number {
  const [, , first] = softmax(u, v + tie);
  const [, , second] = softmax(v, u + tie);
  return first + second > 0 ? first / (first + second) : 0.5;
}

/** The same form of P(tie) as in {@link tied}. */
function tieProbability(u: number, v: number, tie: number): number {
  const [a, b] = softmax(u, v);
  const [, otherOfA] = softmax(u, v + tie);
  const [, otherOfB] = softmax(v, u + tie);
  return (1 - exp(-tie)) * (a * otherOfA + b * otherOfB);
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
  const [, , bad] = softmax(u, v);
  return [better, worse, tieProbability(u, v, tie), bad];
}
