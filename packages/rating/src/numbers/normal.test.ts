import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { normalQuantile } from './normal.ts';

test('the quantile behind a 95 % interval', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
});

// Forty-digit arithmetic (mpmath); beyond 10⁻¹⁰ scipy.
test.each([
  [0.5, 0],
  [0.75, 0.6744897501960817],
  [0.9, 1.2815515655446006],
  [0.925, 1.4395314709384563],
  [0.95, 1.6448536269514724],
  [0.99, 2.3263478740408408],
  [0.999, 3.090232306167813],
  [0.9999, 3.7190164854557084],
  [1e-10, -6.361340902404057],
  [1e-100, -21.273453560965322],
  [1e-300, -37.0470962993612],
])('the quantile of %d is %d', (p, z) => {
  expect(Math.abs(normalQuantile(p) - z)).toBeLessThanOrEqual(1e-15 * Math.abs(z));
});

test('both ends and beyond', () => {
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  expect(normalQuantile(Number.MIN_VALUE)).toBeCloseTo(-38.4674, 4);
  for (const p of [-0.1, 1.1, Number.NaN]) expect(normalQuantile(p)).toBeNaN();
});

test.prop([fc.integer({ min: 1, max: 2 ** 30 - 1 })])('the quantiles of p and 1 − p are mirror images', (k) => {
  const p = k / 2 ** 31;
  expect(normalQuantile(1 - p)).toBe(-normalQuantile(p));
});

test.prop([fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true })])(
  'a larger probability has a larger quantile',
  (p) => {
    expect(normalQuantile(p * (1 - 1e-9))).toBeLessThan(normalQuantile(p));
  },
);
