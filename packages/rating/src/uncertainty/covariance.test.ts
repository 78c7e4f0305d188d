import { test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { InvalidOption } from '../errors.ts';
import { type Fit, type FitOptions, fit } from '../fit/fit.ts';
import { someVotes } from '../testing/arbitraries.ts';
import { combine, isSemidefinite, largestGap, product, toRows } from '../testing/dense.ts';
import {
  clusteredCovariance,
  modelCovariance,
  type Reference,
  referenceFit,
  sandwichCovariance,
  twoWayCovariance,
} from '../testing/reference.ts';
import { duel, unknown } from '../testing/votes.ts';
import type { Votes } from '../votes.ts';
import { type Covariance, type CovarianceOptions, covariance, differenceError, standardErrors } from './covariance.ts';

test('two models, decisive votes: the variance of the difference is 1/w + 1/l', () => {
  const spread = covariance(fit(duel(8, 4)), { method: 'model' });
  expect(differenceError(spread, 0, 1) ** 2).toBeCloseTo(1 / 8 + 1 / 4, 12);
  expect(standardErrors(spread)[0]).toBeCloseTo(differenceError(spread, 0, 1) / 2, 12);
});

test('half-win ties: the sandwich is narrower than the inverse information', () => {
  const fitted = fit(duel(8, 4, 12));
  const error = (method: 'model' | 'sandwich'): number => differenceError(covariance(fitted, { method }), 0, 1);
  // p = 14/24, H = 24·p(1 − p), B = 8(1 − p)² + 4p² + 12(½ − p)².
  const p = 14 / 24;
  const information = 24 * p * (1 - p);
  expect(error('model') ** 2).toBeCloseTo(1 / information, 12);
  const meat = 8 * (1 - p) ** 2 + 4 * p ** 2 + 12 * (0.5 - p) ** 2;
  expect(error('sandwich') ** 2).toBeCloseTo(meat / information ** 2, 12);
});

test('clusters by hand: three voters of four votes on two models', () => {
  const votes = { ...duel(7, 5), voter: Uint32Array.of(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2) };
  const p = 7 / 12;
  const sums = [4 * (1 - p), 3 * (1 - p) - p, -4 * p];
  const meat = (3 / 2) * sums.reduce((sum, s) => sum + s * s, 0);
  const spread = covariance(fit(votes), { method: 'clustered' });
  expect(spread).toMatchObject({ method: 'clustered', clusters: 3, size: 2 });
  expect(differenceError(spread, 0, 1) ** 2).toBeCloseTo(meat / (12 * p * (1 - p)) ** 2, 12);
});

test.each<[string, (votes: Votes) => Votes]>([
  ['no voter column', (votes) => votes],
  ['one voter', (votes) => ({ ...votes, voter: new Uint32Array(votes.outcome.length) })],
])('with %s the clustered covariance is the sandwich, and says so', (_, withVoters) => {
  const fitted = fit(withVoters(duel(8, 4, 3)));
  const clustered = covariance(fitted, { method: 'clustered' });
  expect(clustered).toMatchObject({ method: 'sandwich', clusters: null });
  expect(clustered.values).toEqual(covariance(fitted, { method: 'sandwich' }).values);
});

test('all voters unknown: each vote is a cluster, sandwich × N/(N − 1)', () => {
  const votes = duel(8, 4, 3);
  const fitted = fit({ ...votes, voter: unknown(votes) });
  const clustered = covariance(fitted, { method: 'clustered' });
  expect(clustered).toMatchObject({ method: 'clustered', clusters: 15 });
  const sandwich = covariance(fitted, { method: 'sandwich' });
  clustered.values.forEach((value, k) => {
    expect(value).toBeCloseTo((sandwich.values[k] * 15) / 14, 12);
  });
});

test.prop([someVotes({ clustered: true, weighted: true, covariates: 1 })])(
  'a voter of his own for each vote gives the sandwich times N/(N − 1)',
  (votes) => {
    const fitted = fit({ ...votes, voter: Uint32Array.from(votes.outcome, (_, v) => (v * 7) % 1009) });
    const n = fitted.problem.design.votes;
    const sandwich = covariance(fitted, { method: 'sandwich' });
    const clustered = covariance(fitted, { method: 'clustered' });
    expect(clustered.clusters).toBe(n);
    clustered.values.forEach((value, k) => {
      expect(value).toBeCloseTo((sandwich.values[k] * n) / (n - 1), 10);
    });
  },
);

test('naming nothing to cluster by is refused', () => {
  expect(() => covariance(fit(duel(2, 1)), { method: 'clustered', by: [] })).toThrow(InvalidOption);
});

test('a voter column of one voter still leaves clusters by prompt', () => {
  const votes = { ...duel(4, 2), voter: new Uint32Array(6), prompt: Uint32Array.of(0, 0, 1, 1, 2, 2) };
  const fitted = fit(votes);
  const both = covariance(fitted, { method: 'clustered', by: ['voter', 'prompt'] });
  expect(both).toMatchObject({ method: 'clustered', clusters: 3 });
  expect(both.values).toEqual(covariance(fitted, { method: 'clustered', by: ['prompt'] }).values);
});

const MODELS: readonly (readonly [FitOptions, number])[] = [
  [{}, 1e-9],
  [{ position: true }, 1e-9],
  [{ model: 'davidson' }, 1e-4],
  [{ model: 'rao-kupper', position: true }, 1e-4],
  [{ model: 'grounded-rao-kupper' }, 1e-4],
];

for (const [options, tolerance] of MODELS) {
  const outcomes = ['a', 'b', 'tie', ...(options.model === 'grounded-rao-kupper' ? ['bothBad' as const] : [])] as const;
  const votes = someVotes({ outcomes, weighted: true, covariates: 1, clustered: true });
  const name = `${options.model ?? 'bradley-terry'}${options.position === true ? ' with position' : ''}`;

  test.prop([votes], { numRuns: 30 })(`${name}: model, sandwich and clusters agree with the reference`, (drawn) => {
    const fitted = fit(drawn, options);
    const reference = referenceFit(drawn, options);
    const compare = (asked: CovarianceOptions, expected: number[][]): void => {
      const size = Math.max(1, ...expected.flat().map(Math.abs));
      expect(largestGap(rawUnits(fitted, covariance(fitted, asked)), expected) / size).toBeLessThan(tolerance);
    };
    compare({ method: 'model' }, modelCovariance(reference));
    compare({ method: 'sandwich' }, sandwichCovariance(reference));
    compare({ method: 'clustered' }, clusteredCovariance(reference, reference.voter));
    compare({ method: 'clustered', by: ['prompt'] }, clusteredCovariance(reference, reference.prompt));
  });
}

test.prop([someVotes({ clustered: true, covariates: 1 })])(
  'two-way clusters: the nearest semidefinite matrix to V(voter) + V(prompt) − V(both)',
  (votes) => {
    const fitted = fit(votes);
    const reference: Reference = referenceFit(votes);
    // The projection depends on the units; it is that of the units in which the answer is given.
    const unit = (k: number): number => fitted.coefficients[k - fitted.models.length]?.scale ?? 1;
    const inUnits = (raw: number[][]): number[][] => raw.map((row, i) => row.map((x, j) => x * unit(i) * unit(j)));
    const plain = inUnits(twoWayCovariance(reference));
    const spread = covariance(fitted, { method: 'clustered', by: ['voter', 'prompt'] });
    const clipped = inUnits(rawUnits(fitted, spread));
    const added = combine(clipped, plain, (x, y) => x - y);
    const slack = 1e-9 * Math.max(1, ...plain.flat().map(Math.abs));
    // What these three say together is true of the projection on the semidefinite matrices and of nothing else.
    expect(isSemidefinite(clipped, slack)).toBe(true);
    expect(isSemidefinite(added, slack)).toBe(true);
    expect(Math.max(...product(clipped, added).flat().map(Math.abs))).toBeLessThan(slack);
  },
);

test.prop([someVotes({ clustered: true, weighted: true, covariates: 1 })])(
  'covariances are symmetric, finite, and free of a common shift of the strengths',
  (votes) => {
    const fitted = fit(votes, { position: true });
    const asked: CovarianceOptions[] = [
      { method: 'model' },
      { method: 'sandwich' },
      { method: 'clustered' },
      { method: 'clustered', by: ['voter', 'prompt'] },
    ];
    for (const options of asked) {
      const rows = toRows(covariance(fitted, options).values, fitted.models.length + 2);
      rows.forEach((row, i) => {
        const size = Math.max(...row.map(Math.abs));
        const shift = row.slice(0, fitted.models.length).reduce((sum, value) => sum + value, 0);
        expect(Math.abs(shift)).toBeLessThanOrEqual(1e-12 * (1 + size));
        row.forEach((value, j) => {
          expect(Math.abs(value - rows[j][i])).toBeLessThanOrEqual(1e-12 * (1 + size));
        });
      });
    }
  },
);

/** The library's covariance with coefficients for one unit of the raw covariate. */
function rawUnits({ models, coefficients }: Fit, { values, size }: Covariance): number[][] {
  const unit = (k: number): number => coefficients[k - models.length]?.scale ?? 1;
  return toRows(values, size).map((row, i) => row.map((value, j) => value / (unit(i) * unit(j))));
}
