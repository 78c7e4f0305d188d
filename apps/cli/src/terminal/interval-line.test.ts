import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { axisLabels, axisLine, intervalAxis, intervalLine } from './interval-line.ts';

test('an interval is a line with its rating in it, ends drawn to half a cell', () => {
  const axis = intervalAxis(0, 19, 20);
  expect(intervalLine(axis, { lower: 4.2, rating: 8, upper: 12.2 })).toBe('┊   ╺━━━●━━━╸       ');
  expect(axisLine(axis)).toBe('┴─────────┴─────────');
  expect(axisLabels(axis)).toBe('0        10         ');
});

test('an interval narrower than a cell is its rating alone', () => {
  const axis = intervalAxis(0, 1000, 10);
  expect(intervalLine(axis, { lower: 299, rating: 300, upper: 301 })).toContain('●');
  expect(intervalLine(axis, { lower: 299, rating: 300, upper: 301 })).not.toMatch(/[━╸╺]/u);
});

const interval = fc.tuple(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 50, noNaN: true }));

test.prop([interval, fc.integer({ min: 1, max: 120 })])(
  'a line has its width and one mark, wherever the interval lies',
  ([rating, half], width) => {
    const axis = intervalAxis(20, 80, width);
    const line = intervalLine(axis, { lower: rating - half, rating, upper: rating + half });
    expect(line).toHaveLength(width);
    expect(line.split('●')).toHaveLength(2);
    expect(axisLine(axis)).toHaveLength(width);
  },
);
