import { describe, expect, test } from 'vitest';
import type { BoardPair } from './board.ts';
import { fittedBoard } from './make-board.ts';
import { pairTable } from './pairs.ts';
import { parseSpec } from './spec.ts';
import { columnsFrom, columnsOfLines, type Line, renumbered, shuffled, someVotes } from './testing.ts';

const lines: Line[] = [
  ['y', 'x', 'a', 2],
  ['x', 'y', 'a', 1],
  ['y', 'x', 'tie'],
  ['x', 'y', 'both_bad', 3],
  ['z', 'y', 'b', 4],
  ['z', 'y', 'a', 1],
];

test('a pair is counted from the side of the model that is first by name, however the two stood', () => {
  expect(pairs(lines)[0]).toMatchObject({
    ...{ a: 'x', b: 'y', votes: 7, winsA: 1, winsB: 2, ties: 1, bothBad: 3 },
    observed: 3 / 7,
  });
});

test('pairs that met are there in the order of their names, others are not', () => {
  expect(pairs(lines).map(({ a, b }) => [a, b])).toEqual([
    ['x', 'y'],
    ['y', 'z'],
  ]);
});

test('models that meet in a chain without a loop are predicted as they were observed', () => {
  for (const { observed, predicted } of pairs(lines)) expect(predicted).toBeCloseTo(observed, 9);
});

test('where a model has no rating there is no prediction', () => {
  const found = pairs([...lines, ['new', 'x', 'a']]);
  expect(found[0]).toMatchObject({ a: 'new', b: 'x', votes: 1, winsA: 1, observed: 1, predicted: null });
});

test('without a fit there are counts all the same', () => {
  expect(pairs([['y', 'x', 'a']])).toEqual([
    { a: 'x', b: 'y', votes: 1, winsA: 0, winsB: 1, ties: 0, bothBad: 0, observed: 0, predicted: null },
  ]);
});

describe('at the maximum of Bradley–Terry each model scores in all as the fit expects', () => {
  test.each([
    ['plain', {}],
    ['with controls', { controls: [{ name: 'length' }, { name: 'position' }] }],
    ['filtered', { filter: [{ field: 'language', op: 'in', values: ['English'] }] }],
  ])('%s', (_, document) => {
    const columns = columnsFrom(someVotes({ votes: 600 }));
    const found = pairTable(columns, fittedBoard(columns, parseSpec(document)));
    expect(found).toHaveLength(10);
    for (const model of columns.models) {
      expect(surplus(found, model), model).toBeCloseTo(0, 7);
      expect(found.some(({ a, b }) => a === model || b === model)).toBe(true);
    }
  });
});

test('counts sum to the votes of the board', () => {
  const columns = columnsFrom(someVotes({ votes: 600, gaps: 4 }));
  const made = fittedBoard(columns, parseSpec({ controls: [{ name: 'length' }] }));
  const found = pairTable(columns, made);
  expect(found.reduce((sum, { votes }) => sum + votes, 0)).toBe(made.board.votes.used);
  for (const { votes, winsA, winsB, ties, bothBad } of found) expect(winsA + winsB + ties + bothBad).toBe(votes);
});

test.each<[string, object]>([
  ['both-bad votes that are dropped', { bothBad: 'drop' }],
  ['votes of weight zero', { weights: 'record' }],
])('%s are in no pair: they are not what the fit predicts', (_, document) => {
  const columns = columnsFrom(someVotes({ votes: 600, hasWeights: 'weights' in document }));
  const made = fittedBoard(columns, parseSpec(document));
  const found = pairTable(columns, made);
  expect(found.reduce((sum, { votes }) => sum + votes, 0)).toBe(made.board.votes.used);
});

test('the table is the same in any order of rows and any numbering of models', () => {
  const votes = someVotes();
  const made = (columns: ReturnType<typeof columnsFrom>): string =>
    JSON.stringify(pairTable(columns, fittedBoard(columns, parseSpec({}))));
  expect(made(renumbered(columnsFrom(shuffled(votes, 5)), 6))).toBe(made(columnsFrom(votes)));
});

function pairs(of: readonly Line[]): BoardPair[] {
  const columns = columnsOfLines(of);
  return pairTable(columns, fittedBoard(columns, parseSpec({})));
}

/** Votes times (observed − predicted), summed over the pairs of a model, from its side. */
function surplus(of: readonly BoardPair[], model: string): number {
  return of.reduce((sum, { a, b, votes, observed, predicted }) => {
    const gap = votes * (observed - (predicted ?? Number.NaN));
    return sum + (a === model ? gap : b === model ? -gap : 0);
  }, 0);
}
