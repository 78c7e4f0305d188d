import { expect, test } from 'vitest';
import { aBoard } from '../report/testing.ts';
import { modelGroups, type RatedModel, ratedModels, ratingDigits } from './groups.ts';

function ranked(...ranks: [number, number][]): RatedModel[] {
  return ranks.map((rank, index) => ({
    model: `model-${index + 1}`,
    rating: 1000 - index,
    stdErr: 5,
    lower: 990 - index,
    upper: 1010 - index,
    votes: 10,
    rank,
  }));
}

const sizes = (models: readonly RatedModel[]) => modelGroups(models).map(({ models: run }) => run.length);

test('a run ends where the data tell the next model from its first', () => {
  expect(sizes(ranked([1, 2], [1, 2], [3, 3]))).toEqual([2, 1]);
});

test('a chain of ties is cut at the first that its head beats, not followed to its end', () => {
  // 1 ties with 2, 2 with 3, 3 with 4, but 1 beats 3 and 2 beats 4.
  expect(sizes(ranked([1, 2], [1, 3], [2, 4], [3, 4]))).toEqual([2, 2]);
});

test('models all apart stand alone, models all tied together', () => {
  expect(sizes(ranked([1, 1], [2, 2], [3, 3]))).toEqual([1, 1, 1]);
  expect(sizes(ranked([1, 3], [1, 3], [1, 3]))).toEqual([3]);
  expect(modelGroups([])).toEqual([]);
});

test('groups keep every rated model in its order', () => {
  const rated = ratedModels(aBoard({ models: 200 }).models);
  const groups = modelGroups(rated);
  expect(groups.flatMap(({ models }) => models)).toEqual(rated);
  for (const { start, models } of groups) expect(models[0]).toBe(rated[start]);
});

test('ratings have a decimal only where the typical error is under a point', () => {
  expect(ratingDigits(ranked([1, 1]))).toBe(0);
  expect(ratingDigits(ranked([1, 1]).map((model) => ({ ...model, stdErr: 0.4 })))).toBe(1);
});
