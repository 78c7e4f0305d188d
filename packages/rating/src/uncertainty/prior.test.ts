import { expect, test } from 'vitest';
import { fit } from '../fit/fit.ts';
import { simulate } from '../simulation/simulate.ts';
import { duel } from '../testing/votes.ts';
import { covariance, differenceError } from './covariance.ts';

// Both models lie at ±θ under the prior. Votes: score 1 − p for a win of x, −p for a loss, p = σ(2θ); they add up to the prior's pull.

const votes = { ...duel(7, 2), voter: Uint32Array.of(0, 0, 0, 1, 1, 1, 2, 2, 2) };
const fitted = fit(votes, { connectivity: 'prior' });
const [theta] = fitted.strengths;
const sigma = (x: number): number => 1 / (1 + Math.exp(-x));
const p = sigma(2 * theta);
// Along (1, −1)/√2·√2: information of the votes 9p(1 − p), of the prior σ(θ)σ(−θ)/2 for the difference.
const information = 9 * p * (1 - p) + (sigma(theta) * sigma(-theta)) / 2;

test('with a prior, the votes pull against it', () => {
  expect(7 * (1 - p) - 2 * p).toBeCloseTo(sigma(theta) - 0.5, 12);
});

test('model covariance: the information of votes and prior together', () => {
  expect(differenceError(covariance(fitted, { method: 'model' }), 0, 1) ** 2).toBeCloseTo(1 / information, 12);
});

test('sandwich: scores are taken about their mean', () => {
  const pull = 7 * (1 - p) - 2 * p;
  const meat = 7 * (1 - p) ** 2 + 2 * p ** 2 - pull ** 2 / 9;
  const error = differenceError(covariance(fitted, { method: 'sandwich' }), 0, 1);
  expect(error ** 2).toBeCloseTo(meat / information ** 2, 12);
});

test('clusters: the sums of voters are taken about their mean, all times G/(G − 1)', () => {
  const sums = [3 * (1 - p), 3 * (1 - p), 1 - p - 2 * p];
  const mean = sums.reduce((sum, s) => sum + s / 3, 0);
  const meat = (3 / 2) * sums.reduce((sum, s) => sum + (s - mean) ** 2, 0);
  const error = differenceError(covariance(fitted, { method: 'clustered' }), 0, 1);
  expect(error ** 2).toBeCloseTo(meat / information ** 2, 12);
});

test('a prior of one vote a model fades as votes come in', () => {
  const many = simulate({ models: 4, votes: 20_000, seed: 3 }).votes;
  const [plain, prior] = [fit(many), fit(many, { connectivity: 'prior' })];
  prior.strengths.forEach((strength, i) => {
    expect(strength).toBeCloseTo(plain.strengths[i], 2);
  });
  const errors = [plain, prior].map((one) => differenceError(covariance(one, { method: 'clustered' }), 0, 3));
  expect(errors[1] / errors[0]).toBeCloseTo(1, 2);
});

test('decisive votes of a true model: sandwich and inverse information come together', () => {
  const decisive = fit(simulate({ models: 5, votes: 60_000, seed: 4, tieShare: 0 }).votes);
  const [model, sandwich] = (['model', 'sandwich'] as const).map((method) => covariance(decisive, { method }));
  for (let i = 0; i < 5; i++) {
    for (let j = 0; j < i; j++) {
      expect(Math.abs(differenceError(sandwich, i, j) / differenceError(model, i, j) - 1)).toBeLessThan(0.02);
    }
  }
});
