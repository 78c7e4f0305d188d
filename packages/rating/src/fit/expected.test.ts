import { test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { POINTS } from '../algorithm.ts';
import { someVotes } from '../testing/arbitraries.ts';
import { duel } from '../testing/votes.ts';
import { expectedScores } from './expected.ts';
import { fit } from './fit.ts';

test('two models are expected to score what they scored', () => {
  expect(expectedScores(fit(duel(6, 2, 4)))).toEqual([
    { first: 0, second: 1, votes: 12, expected: expect.closeTo(8 / 12, 12) },
  ]);
});

test.prop([someVotes({ covariates: 1 })], { numRuns: 40 })(
  'Bradley–Terry: each model is expected to score in all what it scored in all',
  (votes) => {
    const fitted = fit(votes, { position: true });
    const left = new Float64Array(votes.models.length);
    for (const { first, second, votes: times, expected } of expectedScores(fitted)) {
      left[first] -= times * expected;
      left[second] -= times * (1 - expected);
    }
    votes.outcome.forEach((outcome, v) => {
      left[votes.modelA[v]] += [1, 0, 0.5, 0.5][outcome];
      left[votes.modelB[v]] += [0, 1, 0.5, 0.5][outcome];
    });
    for (const rest of left) expect(Math.abs(rest)).toBeLessThan(1e-9);
  },
);

test('Davidson: half of the ties belongs to either side', () => {
  const [{ expected }] = expectedScores(fit(duel(6, 2, 4), { model: 'davidson' }));
  expect(expected).toBeCloseTo(8 / 12, 9);
});

test('400 points are a factor of ten in the odds', () => {
  expect(POINTS).toBe(400 / Math.LN10);
});
