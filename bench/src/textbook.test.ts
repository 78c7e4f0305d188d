import { covariance, fit, simulate, standardErrors } from '@agon/rating';
import { expect, test } from 'vitest';
import { textbookFit } from './textbook.ts';

test('the reference of the benchmarks computes the same strengths and errors as the library', () => {
  const { votes } = simulate({ models: 6, votes: 600, seed: 3, style: { length: 0.3, lists: 0.1 } });
  const reference = textbookFit(votes);
  const fitted = fit(votes);
  const errors = standardErrors(covariance(fitted, { method: 'sandwich' }));
  fitted.strengths.forEach((strength, i) => {
    expect(reference.strengths[i]).toBeCloseTo(strength, 9);
    expect(reference.errors[i]).toBeCloseTo(errors[i] ?? Number.NaN, 9);
  });
});
