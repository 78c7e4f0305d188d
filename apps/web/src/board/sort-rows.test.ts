import { expect, test } from 'vitest';
import { boardRows } from './board-rows.ts';
import { boardOrder, nextSorting, type Sorting, sortRows } from './sort-rows.ts';
import { aBoard, anUnrated, aRated, someFacts } from './testing.ts';

const rows = boardRows({
  board: aBoard({
    models: [aRated('heron', 1090, [1, 1]), { ...aRated('avocet', 1000, [2, 2]), votes: 900 }, anUnrated('newcomer')],
  }),
  models: {
    heron: someFacts({ organisation: null }),
    avocet: someFacts(),
    newcomer: someFacts({ organisation: 'Zoo' }),
  },
});

function order(sorting: Sorting): string[] {
  return sortRows(rows, sorting).map(({ model }) => model);
}

test('figures sort from the highest at first, and models without the figure stand last either way', () => {
  expect(nextSorting(boardOrder, 'rating')).toEqual({ column: 'rating', direction: 'descending' });
  expect(order({ column: 'rating', direction: 'descending' })).toEqual(['heron', 'avocet', 'newcomer']);
  expect(order({ column: 'rating', direction: 'ascending' })).toEqual(['avocet', 'heron', 'newcomer']);
});

test('a second click turns the order around', () => {
  const once = nextSorting(boardOrder, 'model');
  expect(order(once)).toEqual(['avocet', 'heron', 'newcomer']);
  expect(order(nextSorting(once, 'model'))).toEqual(['newcomer', 'heron', 'avocet']);
});

test('words that are not known stand last', () => {
  expect(order({ column: 'organisation', direction: 'ascending' })).toEqual(['avocet', 'newcomer', 'heron']);
  expect(order({ column: 'organisation', direction: 'descending' })).toEqual(['newcomer', 'avocet', 'heron']);
});

test('votes sort by number', () => {
  expect(order({ column: 'votes', direction: 'descending' })).toEqual(['avocet', 'heron', 'newcomer']);
});
