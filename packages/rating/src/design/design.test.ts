import { test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { someVotes } from '../testing/arbitraries.ts';
import { duel, votesFrom } from '../testing/votes.ts';
import type { Votes } from '../votes.ts';
import { sortByKey } from './counting-sort.ts';
import { type Design, type Layout, UNUSED } from './design.ts';
import { rows } from './rows.ts';
import { tally } from './tally.ts';

const layoutOf = (votes: Votes, change: Partial<Layout> = {}): Layout => ({
  models: votes.models.length,
  numberOf: Int32Array.from(votes.models, (_, i) => i),
  outcomeAs: [0, 1, 2, 3],
  position: false,
  ...change,
});

test('equal votes are counted together, seen from the first model of the pair', () => {
  const votes = votesFrom([
    ['x', 'y', 'a', 2],
    ['y', 'x', 'b', 3],
    ['y', 'x', 'a'],
    ['x', 'z', 'tie'],
  ]);
  const design = tally(votes, layoutOf(votes));
  expect(design).toMatchObject({ models: 3, votes: 7, weight: null, covariates: [] });
  expect(Array.from(design.first)).toEqual([0, 0]);
  expect(Array.from(design.second)).toEqual([1, 2]);
  expect(Array.from(design.start)).toEqual([0, 2, 3]);
  expect(Array.from(design.outcome)).toEqual([0, 1, 2]);
  expect(design.count).toEqual(Float64Array.of(5, 1, 1));
  expect(Array.from(design.observation)).toEqual([0, 0, 0, 0, 0, 1, 2]);
});

test('with position, the side on which the first model stood keeps votes apart', () => {
  const votes = votesFrom([
    ['x', 'y', 'a', 2],
    ['y', 'x', 'b', 3],
  ]);
  const design = tally(votes, layoutOf(votes, { position: true }));
  expect(design.count).toEqual(Float64Array.of(2, 3));
  expect(design.covariates).toEqual([Float32Array.of(1, -1)]);
  expect(Array.from(design.outcome)).toEqual([0, 0]);
});

test('votes of weight 0, of a model or an outcome left out, are marked and not counted', () => {
  const votes = { ...duel(2, 1, 1), weight: Float64Array.of(1, 0, 1, 1) };
  const noTies = layoutOf(votes, { outcomeAs: [0, 1, -1, -1] });
  for (const design of [tally(votes, noTies), rows(votes, noTies, tally(votes, noTies))]) {
    expect(Array.from(design.observation)).toEqual([0, UNUSED, 1, UNUSED]);
    expect(design.votes).toBe(2);
  }
  const noY = layoutOf(votes, { models: 1, numberOf: Int32Array.of(0, -1) });
  for (const design of [tally(votes, noY), rows(votes, noY, tally(votes, noY))]) {
    expect(design.votes).toBe(0);
    expect(Array.from(design.start)).toEqual([0]);
  }
});

test('one row a vote: covariates turn round with the sides, weights stay', () => {
  const votes: Votes = {
    ...votesFrom([
      ['x', 'y', 'a'],
      ['y', 'x', 'a'],
    ]),
    weight: Float64Array.of(0.5, 2),
    covariates: [{ name: 'length', values: Float32Array.of(3, 4) }],
  };
  const layout = layoutOf(votes, { position: true });
  const design = rows(votes, layout, tally(votes, layout));
  expect(design.count).toBeNull();
  expect(design.weight).toEqual(Float64Array.of(0.5, 2));
  expect(Array.from(design.outcome)).toEqual([0, 1]);
  expect(design.covariates).toEqual([Float32Array.of(1, -1), Float32Array.of(3, -4)]);
});

test.prop([someVotes({ outcomes: ['a', 'b', 'tie', 'bothBad'], weighted: true, covariates: 2, clustered: true })])(
  'every vote is found again in its row, and in its count',
  (votes) => {
    const layout = layoutOf(votes, { position: true });
    const together = tally(votes, layout);
    const single = rows(votes, layout, together);
    expect(together.count?.reduce((sum, count) => sum + count, 0)).toBe(single.votes);
    expect(together.votes).toBe(single.votes);
    for (let v = 0; v < votes.outcome.length; v++) {
      const isUsed = votes.weight?.[v] !== 0;
      expect(single.observation[v] !== UNUSED).toBe(isUsed);
      expect(together.observation[v] !== UNUSED).toBe(isUsed);
      if (!isUsed) continue;
      for (const design of [single, together]) expect(read(design, v)).toEqual(expected(votes, v));
      expect(single.weight?.[single.observation[v]]).toBe(votes.weight?.[v]);
    }
  },
);

test('more models than a dense table holds are counted just the same', () => {
  const small = votesFrom([
    ['x', 'y', 'a', 2],
    ['z', 'x', 'tie', 3],
    ['y', 'z', 'b', 4],
  ]);
  const places = [0, 700, 1999];
  const large: Votes = {
    ...small,
    models: Array.from({ length: 2000 }, (_, i) => `model ${i}`),
    modelA: small.modelA.map((model) => places[model]),
    modelB: small.modelB.map((model) => places[model]),
  };
  const [few, many] = [tally(small, layoutOf(small)), tally(large, layoutOf(large))];
  expect(many).toEqual({
    ...few,
    models: 2000,
    first: few.first.map((i) => places[i]),
    second: few.second.map((j) => places[j]),
  });
});

test('a counting sort keeps equal keys in their order, and says where each key begins', () => {
  const { sorted, start } = sortByKey(Uint32Array.of(0, 1, 2, 3, 4), Uint32Array.of(2, 0, 2, 1, 0), 3);
  expect(Array.from(sorted)).toEqual([1, 4, 3, 0, 2]);
  expect(Array.from(start)).toEqual([0, 2, 3, 5]);
});

/** Pair, outcome and covariates of the row that stands for vote v; position first. */
function read(design: Design, v: number): unknown {
  const o = design.observation[v];
  const pair = design.start.findIndex((start, p) => start <= o && o < design.start[p + 1]);
  return [design.first[pair], design.second[pair], design.outcome[o], design.covariates[0][o]];
}

function expected(votes: Votes, v: number): unknown {
  const [a, b, outcome] = [votes.modelA[v], votes.modelB[v], votes.outcome[v]];
  return a < b ? [a, b, outcome, 1] : [b, a, outcome < 2 ? 1 - outcome : outcome, -1];
}
