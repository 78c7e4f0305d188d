import type { BoardPair } from '@agon/boards';
import { expect, test } from 'vitest';
import { comparePairs } from './pair-fit.ts';
import { indexPairs } from './pair-index.ts';

function aPair(change: Partial<BoardPair> = {}): BoardPair {
  return {
    a: 'one',
    b: 'two',
    votes: 100,
    winsA: 60,
    winsB: 40,
    ties: 0,
    bothBad: 0,
    observed: 0.6,
    predicted: 0.5,
    ...change,
  };
}

test('a residual is the distance in standard errors, seen from the favourite', () => {
  const { pairs, meanAbsoluteError } = comparePairs([aPair({ observed: 0.3, predicted: 0.2 })]);
  expect(pairs[0]).toMatchObject({ favourite: 'two', other: 'one', observed: 0.7, predicted: 0.8 });
  expect(pairs[0]?.residual).toBeCloseTo(-0.1 / Math.sqrt((0.2 * 0.8) / 100), 12);
  expect(meanAbsoluteError).toBeCloseTo(0.1, 12);
});

test('the mean error weighs pairs by their votes', () => {
  const { meanAbsoluteError } = comparePairs([aPair(), aPair({ votes: 300, observed: 0.5 })]);
  expect(meanAbsoluteError).toBeCloseTo(0.025, 12);
});

test('perfect predictions correlate perfectly; a single pair has no correlation', () => {
  const right = [aPair({ observed: 0.6, predicted: 0.6 }), aPair({ observed: 0.9, predicted: 0.9 })];
  expect(comparePairs(right).correlation).toBeCloseTo(1, 12);
  expect(comparePairs([aPair()]).correlation).toBeNull();
});

test('a pair is surprising beyond √(2 ln(pairs/0.05)) standard errors', () => {
  // One pair: the limit is 2.448 standard errors, each 0.05 here.
  expect(comparePairs([aPair({ observed: 0.62 })]).surprising).toHaveLength(0);
  expect(comparePairs([aPair({ observed: 0.63 })]).surprising).toHaveLength(1);
});

test('pairs without a prediction or without votes are left out', () => {
  const fit = comparePairs([aPair({ predicted: null }), aPair({ votes: 0 })]);
  expect(fit).toMatchObject({ pairs: [], meanAbsoluteError: 0, correlation: null });
});

test('a pair is found from both sides', () => {
  const find = indexPairs([aPair()]);
  expect(find('one', 'two')).toEqual({ votes: 100, observed: 0.6, predicted: 0.5 });
  expect(find('two', 'one')).toEqual({ votes: 100, observed: 0.4, predicted: 0.5 });
  expect(find('one', 'three')).toBeUndefined();
});
