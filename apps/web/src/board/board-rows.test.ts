import { expect, test } from 'vitest';
import { boardRows, factColumns } from './board-rows.ts';
import { aBoard, anUnrated, aRated, someFacts } from './testing.ts';

test('rated models come first, then those that cannot be rated, then those without a vote', () => {
  const board = aBoard({ models: [aRated('heron', 1090, [1, 1]), anUnrated('newcomer')] });
  const models = { wren: someFacts(), heron: someFacts(), avocet: someFacts(), gone: someFacts({ state: 'retired' }) };
  const rows = boardRows({ board, models });
  expect(rows.map(({ model }) => model)).toEqual(['heron', 'newcomer', 'avocet', 'wren']);
  expect(rows.map(({ place }) => place)).toEqual([0, 1, 2, 3]);
  expect(rows[1]).toMatchObject({ standing: null, reason: 'never beaten by the rated models', facts: null });
});

test('neighbours that cannot be told apart share a bracket', () => {
  const models = [
    aRated('a', 1100, [1, 2]),
    aRated('b', 1090, [1, 3]),
    aRated('c', 1050, [2, 4]),
    aRated('d', 1040, [3, 4]),
    aRated('e', 900, [5, 5]),
    anUnrated('f'),
  ];
  const rows = boardRows({ board: aBoard({ models }), models: {} });
  expect(rows.map(({ bracket }) => bracket)).toEqual(['first', 'last', 'first', 'last', 'none', 'none']);
});

test('a bracket of three has an inner row', () => {
  const models = ['a', 'b', 'c'].map((name) => aRated(name, 1000, [1, 3]));
  const rows = boardRows({ board: aBoard({ models }), models: {} });
  expect(rows.map(({ bracket }) => bracket)).toEqual(['first', 'inner', 'last']);
});

test('a fact that no model has gets no column', () => {
  const models = { heron: someFacts({ license: null }), wren: someFacts({ organisation: null, license: null }) };
  expect(factColumns(boardRows({ board: null, models }))).toEqual(['organisation']);
  expect(factColumns([])).toEqual([]);
});

test('without a board the models that play are listed', () => {
  expect(boardRows({ board: null, models: { heron: someFacts() } })).toHaveLength(1);
  expect(boardRows({ board: null, models: {} })).toEqual([]);
});
