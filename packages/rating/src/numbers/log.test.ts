import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { errorOfLog } from '../testing/exact.ts';
import { exp } from './exp.ts';
import { log } from './log.ts';

test('ln 1 is exactly 0 and ln e is 1', () => {
  expect(log(1)).toBe(0);
  expect(log(Math.E)).toBe(1);
  expect(log(2)).toBe(Math.LN2);
  expect(log(10)).toBe(Math.LN10);
});

test('the yardstick itself: ln 2 as written down', () => {
  expect(errorOfLog(2, Math.LN2)).toBeLessThan(0.5);
  expect(errorOfLog(2, Math.LN2 * (1 + Number.EPSILON))).toBeGreaterThan(0.5);
  expect(errorOfLog(Number.MIN_VALUE, -744.4400719213812)).toBeLessThan(0.5);
});

test.prop([fc.double({ min: Number.MIN_VALUE, max: Number.MAX_VALUE, noNaN: true })], { numRuns: 1500 })(
  'off by less than 2 units in the last place for every positive number',
  (x) => {
    expect(errorOfLog(x, log(x))).toBeLessThan(2);
  },
);

test.prop([fc.double({ min: 0.4, max: 2.2, noNaN: true })], { numRuns: 1500 })(
  'off by less than 2 units around 1, where the result passes through zero',
  (x) => {
    expect(errorOfLog(x, log(x))).toBeLessThan(2);
  },
);

test('next to 1, to √2 and to every power of two', () => {
  let worst = 0;
  const seams = [1, Math.SQRT2, Math.SQRT1_2];
  for (let k = -1074; k < 1024; k++) seams.push(2 ** k, 2 ** k * Math.SQRT2);
  for (const seam of seams) {
    for (const x of [seam * (1 - 2 ** -53), seam, seam * (1 + 2 ** -52)]) {
      if (x > 0 && x < Number.POSITIVE_INFINITY && x !== 1) worst = Math.max(worst, errorOfLog(x, log(x)));
    }
  }
  expect(worst).toBeLessThan(2);
});

test('zeros, infinities, negatives and NaN', () => {
  expect(log(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(log(-0)).toBe(Number.NEGATIVE_INFINITY);
  expect(log(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
  expect(log(-1)).toBeNaN();
  expect(log(-Number.MIN_VALUE)).toBeNaN();
  expect(log(Number.NEGATIVE_INFINITY)).toBeNaN();
  expect(log(Number.NaN)).toBeNaN();
});

test('subnormal numbers', () => {
  expect(log(Number.MIN_VALUE)).toBe(Math.log(Number.MIN_VALUE));
  expect(errorOfLog(3e-310, log(3e-310))).toBeLessThan(2);
});

test.prop([fc.double({ min: -700, max: 700, noNaN: true })])('undoes exp', (x) => {
  expect(Math.abs(log(exp(x)) - x)).toBeLessThanOrEqual(4e-16 * (1 + Math.abs(x)));
});

test('the bits of some values, which must never change', () => {
  const values = [5e-324, 1e-300, 0.1, 0.75, 0.999, 1.001, 3, 1e10, 1.7e308];
  const view = new DataView(new ArrayBuffer(8));
  const bits = values.map((x) => {
    view.setFloat64(0, log(x));
    return view.getBigUint64(0).toString(16);
  });
  expect(bits).toMatchInlineSnapshot(`
    [
      "c0874385446d71c3",
      "c085963447f87fb5",
      "c0026bb1bbb55515",
      "bfd269621134db92",
      "bf5064670d979b73",
      "3f5060354f8c3cc4",
      "3ff193ea7aad030a",
      "4037069e2aa2aa5b",
      "40862dd08fdc6f88",
    ]
  `);
});
