import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { someVotes } from '../testing/arbitraries.ts';
import { type ReferenceOptions, referenceFit, reportedValues } from '../testing/reference.ts';
import { duel } from '../testing/votes.ts';
import type { Votes } from '../votes.ts';
import { type Fit, fit } from './fit.ts';

// Against the slow textbook of testing/reference.ts, which shares no code with the library.

/** Strengths, coefficients for one unit of the raw covariate, τ. */
function estimates({ strengths, coefficients, tie }: Fit): number[] {
  return [...strengths, ...coefficients.map(({ value, scale }) => value / scale), ...(tie === null ? [] : [tie])];
}

function expectSameFit(votes: Votes, options: ReferenceOptions, tolerance: number): void {
  const fitted = fit(votes, options);
  const reference = referenceFit(votes, options);
  const expected = reportedValues(reference);
  expect(estimates(fitted)).toHaveLength(expected.length);
  estimates(fitted).forEach((value, k) => {
    expect(Math.abs(value - expected[k]), `estimate ${k}`).toBeLessThan(tolerance);
  });
  const slack = 1e-12 * Math.abs(reference.logLikelihood);
  expect(fitted.logLikelihood).toBeGreaterThanOrEqual(reference.logLikelihood - slack);
  expect(fitted.logLikelihood - reference.logLikelihood).toBeLessThan(1e-7);
}

test('the reference agrees with the closed form it is meant to find', () => {
  const [x, y] = reportedValues(referenceFit(duel(3, 1)));
  expect(x - y).toBeCloseTo(Math.log(3), 9);
});

test.prop([someVotes(), fc.boolean()])('Bradley–Terry from counts', (votes, position) => {
  expectSameFit(votes, { position }, 1e-8);
});

test.prop([someVotes({ weighted: true }), fc.boolean()])('Bradley–Terry with weights', (votes, position) => {
  expectSameFit(votes, { position }, 1e-8);
});

test.prop([someVotes({ weighted: true, covariates: 2, outcomes: ['a', 'b', 'tie', 'bothBad'] }), fc.boolean()])(
  'Bradley–Terry with covariates and weights',
  (votes, position) => {
    expectSameFit(votes, { position }, 1e-8);
  },
);

test.prop([someVotes({ weighted: true, covariates: 1 }), fc.boolean()], { numRuns: 40 })(
  'Davidson with covariates and weights',
  (votes, position) => {
    expectSameFit(votes, { model: 'davidson', position }, 1e-5);
  },
);

test.prop([someVotes({ weighted: true, covariates: 1 }), fc.boolean()], { numRuns: 40 })(
  'Rao–Kupper with covariates and weights',
  (votes, position) => {
    expectSameFit(votes, { model: 'rao-kupper', position }, 1e-5);
  },
);

test.prop([someVotes({ weighted: true, covariates: 1, outcomes: ['a', 'b', 'tie', 'bothBad'] }), fc.boolean()], {
  numRuns: 40,
})('grounded Rao–Kupper with covariates and weights', (votes, position) => {
  const options = { model: 'grounded-rao-kupper', position } as const;
  expectSameFit(votes, options, 1e-5);
  const { parameters } = referenceFit(votes, options);
  const level = parameters.slice(0, votes.models.length).reduce((sum, value) => sum + value / votes.models.length, 0);
  expect(Math.abs(fit(votes, options).level - level)).toBeLessThan(1e-5);
});
