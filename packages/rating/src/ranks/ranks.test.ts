import { expect, test } from 'vitest';
import { InvalidOption } from '../errors.ts';
import { normalQuantile } from '../numbers/normal.ts';
import type { Covariance } from '../uncertainty/covariance.ts';
import { type RankRule, rankRanges, simultaneousCritical } from './ranks.ts';

/** Independent estimates with these standard errors. */
function independent(...errors: number[]): Covariance {
  const values = new Float64Array(errors.length ** 2);
  errors.forEach((error, i) => {
    values[i * errors.length + i] = error * error;
  });
  return { method: 'model', size: errors.length, values, clusters: null, by: [] };
}

function ranges(strengths: number[], covariance: Covariance, rule: RankRule, level = 0.95): string[] {
  return rankRanges({ strengths: Float64Array.from(strengths), covariance, level, rule }).map(
    ([best, worst]) => `${best}–${worst}`,
  );
}

test('three models far apart have one rank each, under every rule', () => {
  for (const rule of ['pairwise', 'overlap', 'simultaneous'] as const) {
    expect(ranges([0, 5, -5], independent(0.1, 0.1, 0.1), rule)).toEqual(['2–2', '1–1', '3–3']);
  }
});

test('a chain in which only the ends differ', () => {
  // s.d. of a difference √2·0.5 = 0.707, times 1.96: 1.386.
  expect(ranges([1, 0, -1], independent(0.5, 0.5, 0.5), 'pairwise')).toEqual(['1–2', '1–3', '2–3']);
});

test('between the two bounds the rules differ: intervals overlap where the difference is clear', () => {
  // Pairwise needs a gap of 1.96·√2 = 2.77, overlap one of 1.96·2 = 3.92.
  const covariance = independent(1, 1);
  expect(ranges([3, 0], covariance, 'pairwise')).toEqual(['1–1', '2–2']);
  expect(ranges([3, 0], covariance, 'overlap')).toEqual(['1–2', '1–2']);
  expect(ranges([4, 0], covariance, 'overlap')).toEqual(['1–1', '2–2']);
  expect(ranges([2.7, 0], covariance, 'pairwise')).toEqual(['1–2', '1–2']);
});

test('correlation counts in a difference and not in an overlap', () => {
  const together: Covariance = {
    method: 'model',
    size: 2,
    values: Float64Array.of(1, 0.9, 0.9, 1),
    clusters: null,
    by: [],
  };
  expect(ranges([1, 0], together, 'pairwise')).toEqual(['1–1', '2–2']);
  expect(ranges([1, 0], together, 'overlap')).toEqual(['1–2', '1–2']);
});

test('a higher level widens the ranges', () => {
  expect(ranges([3, 0], independent(1, 1), 'pairwise', 0.99)).toEqual(['1–2', '1–2']);
  expect(ranges([3, 0], independent(1, 1), 'pairwise', 0.9)).toEqual(['1–1', '2–2']);
});

test('further estimates behind the strengths are not looked at', () => {
  const values = Float64Array.of(1, 0, 9, 0, 1, 9, 9, 9, 9);
  expect(ranges([3, 0], { method: 'model', size: 3, values, clusters: null, by: [] }, 'pairwise')).toEqual([
    '1–1',
    '2–2',
  ]);
});

test('equal models share all ranks', () => {
  for (const rule of ['pairwise', 'overlap', 'simultaneous'] as const) {
    expect(ranges([0, 0, 0], independent(1, 1, 1), rule)).toEqual(['1–3', '1–3', '1–3']);
  }
});

// The 95 % point of the studentised range with infinite degrees of freedom, over √2.
test.each([
  [2, 1.96],
  [3, 2.3437],
  [5, 2.7278],
  [10, 3.1637],
  [20, 3.5438],
])('the critical value of %i independent equal models is %d', (models, expected) => {
  const covariance = independent(...new Array<number>(models).fill(0.7));
  const found = [1, 2, 3, 4].map((seed) => simultaneousCritical(covariance, { models, level: 0.95, seed }));
  for (const value of found) expect(Math.abs(value / expected - 1)).toBeLessThan(0.04);
  expect(Math.abs(found.reduce((sum, value) => sum + value / 4, 0) / expected - 1)).toBeLessThan(0.02);
});

test('the critical value does not change when all strengths move together', () => {
  const shifted = Float64Array.from({ length: 9 }, (_, k) => (k % 4 === 0 ? 1 : 0) - 1 / 3);
  const centred: Covariance = { method: 'model', size: 3, values: shifted, clusters: null, by: [] };
  const critical = simultaneousCritical(centred, { models: 3, level: 0.95, seed: 1 });
  expect(Math.abs(critical / 2.3437 - 1)).toBeLessThan(0.04);
});

test('a pair known exactly is above all doubt, and counts for nothing in the critical value', () => {
  const covariance = independent(0, 0, 1);
  expect(ranges([1, 0, 9], covariance, 'simultaneous')).toEqual(['2–2', '3–3', '1–1']);
  // Both differences that are left are one and the same draw.
  const critical = simultaneousCritical(covariance, { models: 3, level: 0.95, seed: 1 });
  expect(Math.abs(critical / 1.96 - 1)).toBeLessThan(0.04);
});

test('the same seed gives the same critical value, another seed nearly the same', () => {
  const covariance = independent(1, 1, 2, 2);
  const critical = (seed: number): number => simultaneousCritical(covariance, { models: 4, level: 0.95, seed });
  expect(critical(5)).toBe(critical(5));
  expect(critical(5)).not.toBe(critical(6));
  expect(Math.abs(critical(5) / critical(6) - 1)).toBeLessThan(0.04);
});

test('holding for all pairs never takes less than holding for one', () => {
  for (let seed = 0; seed < 10; seed++) {
    for (const models of [2, 3, 4]) {
      const covariance = independent(...new Array<number>(models).fill(1));
      const critical = simultaneousCritical(covariance, { models, level: 0.95, seed });
      expect(critical, `${models} models, seed ${seed}`).toBeGreaterThanOrEqual(normalQuantile(0.975));
    }
  }
});

test.each([0, 1, 95, -0.5, Number.NaN])('a level of %d is refused', (level) => {
  expect(() => ranges([1, 0], independent(1, 1), 'pairwise', level)).toThrow(InvalidOption);
});
