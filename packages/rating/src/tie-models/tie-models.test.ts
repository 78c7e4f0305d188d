import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { firstDerivatives, plainProbability, secondDerivatives } from '../testing/reference.ts';
import { tieModels } from './index.ts';
import { BLOCK, createBlock, type TieModel } from './tie-model.ts';

const MODELS = Object.values(tieModels);

test('equal strengths and ν = 1: win, loss and tie are equally likely (Davidson)', () => {
  const [better, worse, tie, bothBad] = tieModels.davidson.probabilities(0, 0, 0);
  expect([better, worse, tie, bothBad]).toEqual([1 / 3, 1 / 3, 1 / 3, 0]);
});

test('Rao–Kupper: at equal strength the tie has the probability tanh(c/2)', () => {
  const [, , tie] = tieModels['rao-kupper'].probabilities(0, 0.8, 0);
  expect(tie).toBeCloseTo(Math.tanh(0.4), 14);
});

test('grounded: two models of strength 0 are both bad one time in three', () => {
  expect(tieModels['grounded-rao-kupper'].probabilities(0, 0.5, 0)[3]).toBeCloseTo(1 / 3, 15);
});

const delta = fc.double({ min: -8, max: 8, noNaN: true });
const tie = fc.double({ min: 0.2, max: 3, noNaN: true });
const level = fc.double({ min: -4, max: 4, noNaN: true });

for (const model of MODELS) {
  test.prop([delta, tie, level])(`${model.name}: the probabilities are those of the paper`, (d, t, l) => {
    model.probabilities(d, t, l).forEach((p, outcome) => {
      if (outcome === 3 && model.predictors < 3) expect(p).toBe(0);
      else if (outcome < 2 || model.predictors > 1)
        expect(p).toBeCloseTo(plainProbability(model.name, outcome, d, t, l), 13);
    });
  });

  test.prop([delta, tie, level])(`${model.name}: probabilities add up to one and turn with the sides`, (d, t, l) => {
    const forward = model.probabilities(d, t, l);
    const backward = model.probabilities(-d, t, l);
    expect(forward.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 14);
    expect(backward[0]).toBeCloseTo(forward[1], 14);
    expect(backward[2]).toBeCloseTo(forward[2], 14);
    expect(backward[3]).toBeCloseTo(forward[3], 14);
  });

  test.prop([delta, tie, level, fc.nat({ max: 3 })])(
    `${model.name}: scores and information are the derivatives of the log-probability`,
    (d, t, l, outcome) => {
      const value = ([x, y, z]: readonly number[]): number => logProbability(model, outcome, x, y, z);
      const { score, information } = derivativesAt(model, outcome, d, t, l);
      const slopes = firstDerivatives(value, [d, t, l]);
      const curves = secondDerivatives(value, [d, t, l]);
      for (let p = 0, slot = 0; p < model.predictors; p++) {
        expect(Math.abs(score[p] - slopes[p])).toBeLessThan(1e-6);
        for (let q = 0; q <= p; q++, slot++) expect(Math.abs(information[slot] + curves[p][q])).toBeLessThan(1e-5);
      }
    },
  );

  test.each([-800, -40, 40, 800])(`${model.name}: a gap of %i gives no NaN`, (d) => {
    const p = model.probabilities(d, 0.7, 0);
    expect(p.every((value) => value >= 0 && value <= 1)).toBe(true);
    for (let outcome = 0; outcome < 4; outcome++) {
      const { score, information } = derivativesAt(model, outcome, d, 0.7, 0);
      for (const value of [...score, ...information]) expect(Number.isFinite(value)).toBe(true);
    }
  });

  test.each([0.01, 0.3, 0.6])(
    `${model.name}: the starting τ is inside the parameter space at a share of ties of %d`,
    (share) => {
      const start = model.startTie(share);
      expect(model.isAllowed(start)).toBe(true);
      // For the models of two outcomes and a tie it is the exact answer for equal models.
      if (model.predictors === 2) expect(model.probabilities(0, start, 0)[2]).toBeCloseTo(share, 12);
    },
  );
}

test('Rao–Kupper keeps the relative precision of rare ties', () => {
  const [, , rare] = tieModels['rao-kupper'].probabilities(0, 1e-6, 0);
  expect(rare / (1e-6 / 2)).toBeCloseTo(1, 9);
});

test.each(MODELS)(
  '$name: likelihoods are the probabilities of what was seen; a half win is the root of win times loss',
  (model) => {
    const block = createBlock(BLOCK);
    block.size = 4;
    block.delta.set([0.4, -1.2, 3, 0.1]);
    block.outcome = Uint8Array.of(9, 0, 1, 2, 3);
    block.offset = 1;
    block.tie = 0.7;
    block.level = -0.5;
    model.likelihoods(block);
    for (let k = 0; k < 4; k++) {
      const expected = Math.exp(logProbability(model, k, block.delta[k], 0.7, -0.5));
      expect(block.likelihood[k]).toBeCloseTo(expected, 14);
    }
  },
);

function logProbability(model: TieModel, outcome: number, d: number, t: number, l: number): number {
  const p = model.probabilities(d, t, l);
  if (outcome < 2) return Math.log(p[outcome]);
  if (model.predictors === 1) return (Math.log(p[0]) + Math.log(p[1])) / 2;
  return Math.log(model.predictors === 3 ? p[outcome] : p[2]);
}

function derivativesAt(
  model: TieModel,
  outcome: number,
  d: number,
  t: number,
  l: number,
): Record<'score' | 'information', number[]> {
  const block = createBlock(BLOCK);
  block.size = 1;
  block.delta[0] = d;
  block.outcome = Uint8Array.of(outcome);
  block.tie = t;
  block.level = l;
  model.derivatives(block);
  const slots = (model.predictors * (model.predictors + 1)) / 2;
  return {
    score: block.score.slice(0, model.predictors).map(([value]) => value),
    information: block.information.slice(0, slots).map(([value]) => value),
  };
}
