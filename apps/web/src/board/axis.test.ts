import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { axisOf, placeOn } from './axis.ts';
import { boardRows } from './board-rows.ts';
import { aBoard, anUnrated, aRated } from './testing.ts';

function axisFor(...ratings: number[]) {
  const models = ratings.map((rating, index) => aRated(`m${index}`, rating, [1, ratings.length]));
  return axisOf(boardRows({ board: aBoard({ models }), models: {} }));
}

test('the axis holds every interval and has round marks', () => {
  expect(axisFor(920, 1080)).toMatchObject({ ticks: [900, 950, 1000, 1050, 1100] });
});

test('nothing rated has no axis', () => {
  expect(axisOf(boardRows({ board: aBoard({ models: [anUnrated('x')] }), models: {} }))).toBeNull();
});

test.prop([fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 9 })])(
  'all marks and ratings lie on the axis, in order',
  (ratings) => {
    const axis = axisFor(...ratings);
    expect(axis).not.toBeNull();
    if (axis === null) return;
    expect(axis.ticks.length).toBeGreaterThan(1);
    expect(axis.ticks.length).toBeLessThan(12);
    const places = axis.ticks.map((tick) => placeOn(axis, tick));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    for (const rating of ratings) {
      expect(placeOn(axis, rating)).toBeGreaterThan(0);
      expect(placeOn(axis, rating)).toBeLessThan(100);
    }
  },
);
