import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { errorOfExp } from '../testing/exact.ts';
import { exp, logistic } from './exp.ts';

test('e⁰ is exactly 1, and e¹ is e but for the last place', () => {
  expect(exp(0)).toBe(1);
  expect(exp(-0)).toBe(1);
  expect(Math.abs(exp(1) - Math.E)).toBeLessThanOrEqual(2 * Number.EPSILON);
});

test('the yardstick itself: e as written down, one unit off where it is one unit off', () => {
  expect(errorOfExp(1, Math.E)).toBeLessThan(0.5);
  expect(errorOfExp(1, Math.E + 2 * Number.EPSILON)).toBeGreaterThan(0.5);
  expect(errorOfExp(-700, 9.859676543759771e-305)).toBeLessThan(0.5);
});

test.prop([fc.double({ min: -708, max: 709.78, noNaN: true })], { numRuns: 2000 })(
  'off by less than 2 units in the last place over the whole range',
  (x) => {
    expect(errorOfExp(x, exp(x))).toBeLessThan(2);
  },
);

test.prop([fc.double({ min: -1.5, max: 1.5, noNaN: true })], { numRuns: 1000 })(
  'off by less than 1 unit near zero, where most log-odds lie',
  (x) => {
    expect(errorOfExp(x, exp(x))).toBeLessThan(1);
  },
);

test('both sides of each rounding of the exponent', () => {
  let worst = 0;
  for (let k = -1020; k <= 1022; k++) {
    const edge = (k + 0.5) * Math.LN2;
    for (const x of [edge * (1 - 2e-16), edge, edge * (1 + 2e-16)]) worst = Math.max(worst, errorOfExp(x, exp(x)));
  }
  expect(worst).toBeLessThan(2);
});

test('the largest and the smallest results', () => {
  expect(exp(709.782712893384)).toBeLessThan(Number.POSITIVE_INFINITY);
  expect(exp(709.782712893384) / Number.MAX_VALUE).toBeCloseTo(1, 12);
  expect(exp(709.7827128933841)).toBe(Number.POSITIVE_INFINITY);
  expect(exp(-745.1332191019411)).toBe(Number.MIN_VALUE);
  expect(exp(-745.1332191019412)).toBe(0);
  expect(exp(-745.2)).toBe(0);
});

test.prop([fc.double({ min: -745.13, max: -708.4, noNaN: true })])(
  'a subnormal result is off by one step of the subnormals at most',
  (x) => {
    expect(Math.abs(exp(x) - Math.exp(x))).toBeLessThanOrEqual(2 * Number.MIN_VALUE);
  },
);

test('infinities and NaN', () => {
  expect(exp(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
  expect(exp(Number.NEGATIVE_INFINITY)).toBe(0);
  expect(exp(Number.NaN)).toBeNaN();
});

test('the bits of some values, which must never change', () => {
  const values = [-700, -20.25, -1, -1e-9, 0.1, 0.5, 3.3, 88.8, 700];
  expect(values.map((x) => bitsOf(exp(x)))).toMatchInlineSnapshot(`
    [
      "d14f2b0fb9307f",
      "3e1b93de1e27ca3b",
      "3fd78b56362cef38",
      "3fefffffff768fa1",
      "3ff1aec7b35a00d4",
      "3ffa61298e1e069c",
      "403b1cd5e7807b7b",
      "47f148906c06fc8a",
      "7f0d945df4f8ec8e",
    ]
  `);
});

test('logistic: one half at zero, never beyond [0, 1]', () => {
  expect(logistic(0)).toBe(0.5);
  expect(logistic(Number.POSITIVE_INFINITY)).toBe(1);
  expect(logistic(Number.NEGATIVE_INFINITY)).toBe(0);
  expect(logistic(Number.NaN)).toBeNaN();
  expect(logistic(-700)).toBeCloseTo(Math.exp(-700), 310);
  expect(logistic(-700) / Math.exp(-700)).toBeCloseTo(1, 14);
});

test.prop([fc.double({ min: -40, max: 40, noNaN: true })])('logistic of x and of −x add up to one', (x) => {
  expect(Math.abs(logistic(x) + logistic(-x) - 1)).toBeLessThanOrEqual(Number.EPSILON);
  expect(logistic(x) / (1 / (1 + Math.exp(-x)))).toBeCloseTo(1, 14);
});

function bitsOf(x: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  return view.getBigUint64(0).toString(16);
}
