import { expect, test } from 'vitest';
import {
  formatBytes,
  formatCompact,
  formatCount,
  formatDuration,
  formatFixed,
  formatRank,
  formatShare,
  formatSigned,
} from './format.ts';

test('counts have thousands separators', () => {
  expect([0, 999, 1234567, -1200].map(formatCount)).toEqual(['0', '999', '1,234,567', '−1,200']);
});

test('durations show the two largest units', () => {
  expect([12, 1500, 9960, 59_400, 83_000, 3_600_000, 5_460_000].map(formatDuration)).toEqual([
    '12 ms',
    '1.5 s',
    '10 s',
    '59 s',
    '1 min 23 s',
    '1 h 0 min',
    '1 h 31 min',
  ]);
  expect(formatDuration(Number.POSITIVE_INFINITY)).toBe('?');
});

test('bytes and large counts show three figures', () => {
  expect([0, 999, 1_530_000, 99_960_000, 999_600_000].map(formatBytes)).toEqual([
    '0 B',
    '999 B',
    '1.53 MB',
    '100 MB',
    '1.00 GB',
  ]);
  expect([950, 1_240_000].map(formatCompact)).toEqual(['950', '1.24 M']);
});

test('minus signs are true ones and zero has no sign', () => {
  expect(formatFixed(-0.04, 1)).toBe('0.0');
  expect(formatFixed(-1.26, 1)).toBe('−1.3');
  expect([3, -3, -0.2].map((value) => formatSigned(value, 0))).toEqual(['+3', '−3', '0']);
});

test('shares under ten percent have a decimal, and never break from their sign', () => {
  expect([0, 0.043, 0.5, 0.995, 1].map(formatShare)).toEqual(
    ['0', '4.3', '50', '99.5', '100'].map((text) => `${text}\u00a0%`),
  );
});

test('a rank range of one place is a rank', () => {
  expect([formatRank([1, 1]), formatRank([1, 3]), formatRank(null)]).toEqual(['1', '1–3', '–']);
});
