import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { formatFixed } from './format.ts';
import { paddedRange, place, tickDigits, ticks } from './ticks.ts';

test('ticks are round and inside', () => {
  expect(ticks(0, 10, 5)).toEqual([0, 2, 4, 6, 8, 10]);
  expect(ticks(834, 1161, 4)).toEqual([900, 1000, 1100]);
  expect(ticks(-0.05, 0.27, 6)).toEqual([-0.05, 0, 0.05, 0.1, 0.15, 0.2, 0.25]);
});

test('an empty range has one tick', () => {
  expect(ticks(5, 5, 4)).toEqual([5]);
});

const ends = fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 0.01, max: 1e6, noNaN: true }));

test.prop([ends, fc.integer({ min: 1, max: 12 })])(
  'ticks stay in range, rise, and their labels differ',
  ([from, length], count) => {
    const values = ticks(from, from + length, count);
    expect(values.length).toBeLessThanOrEqual(2 * count + 1);
    const labels = values.map((value) => formatFixed(value, tickDigits(values)));
    expect(new Set(labels).size).toBe(values.length);
    for (const value of values) {
      expect(value).toBeGreaterThanOrEqual(from - length * 1e-6 - 1e-6);
      expect(value).toBeLessThanOrEqual(from + length * (1 + 1e-6) + 1e-6);
    }
  },
);

test('a scale places its ends at its ends', () => {
  const scale = { from: -2, to: 2, start: 10, end: 110 };
  expect([-2, 0, 2].map((value) => place(scale, value))).toEqual([10, 60, 110]);
});

test('a range is never empty', () => {
  expect(paddedRange([], 0.1)).toEqual([0, 1]);
  expect(paddedRange([5], 0.1)).toEqual([4, 6]);
  expect(paddedRange([0, 10, Number.NaN], 0.1)).toEqual([-1, 11]);
});
