import { RatingError } from '@agon/rating';
import { fc, test as prop } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { Board } from './board.ts';
import { BoardError } from './errors.ts';
import { board } from './make-board.ts';
import { type BoardSpec, boardSpecSchema, parseSpec } from './spec.ts';
import { columnsFrom, type Line, numbersNotFinite, ratingsOf, rejectedIn, someVotes, votesFrom } from './testing.ts';

test('every vote read is used or rejected under one reason', () => {
  const made = board(columnsFrom(someVotes({ gaps: 3, hasWeights: true })), parseSpec({ bothBad: 'drop' }));
  expect(made.votes.used + rejectedIn(made)).toBe(made.votes.read);
  expect(Object.keys(made.votes.rejected).toSorted().toReversed()).toEqual(['weight-zero', 'both-bad-dropped']);
});

const anySpec: fc.Arbitrary<BoardSpec> = fc
  .record({
    filter: fc.subarray([
      { field: 'tags', op: 'in', values: ['code', 'math'] },
      { field: 'turn', op: '<=', values: [2] },
      { field: 'model', op: 'not-in', values: ['bea'] },
      { field: 'voter', op: 'not-in', values: ['voter 1', 'voter 2'] },
      { field: 'level', op: '>', values: [1] },
    ]),
    ties: fc.constantFrom('half', 'davidson', 'rao-kupper', 'grounded'),
    bothBad: fc.constantFrom('tie', 'drop'),
    controls: fc
      .subarray([{ name: 'length' }, { name: 'bold', transform: 'difference' }, { name: 'position' }])
      .map((controls) => [...controls]),
    weights: fc.constantFrom('record', 'none'),
    interval: fc.record({
      method: fc.constantFrom('clustered', 'sandwich', 'model', 'bootstrap'),
      cluster: fc.constantFrom(['voter'], ['prompt'], ['voter', 'prompt']),
      level: fc.constantFrom(0.5, 0.95, 0.999999),
      rounds: fc.constant(10),
      refit: fc.boolean(),
    }),
    ranks: fc.constantFrom('pairwise', 'overlap', 'simultaneous'),
    multiplicity: fc.constantFrom('none', 'bonferroni'),
    connectivity: fc.constantFrom('largest', 'error', 'prior'),
    anchor: fc.constantFrom(null, { model: 'ada', rating: 1200 }),
    asOf: fc.constantFrom(null, '2025-03-01T00:00:00Z'),
  })
  .filter((document) => boardSpecSchema.safeParse(document).success)
  .map(parseSpec);

const anyVotes = fc
  .record({
    votes: fc.constantFrom(1, 2, 5, 20, 120),
    seed: fc.nat({ max: 1e6 }),
    gaps: fc.constantFrom(0, 2, 6),
    hasWeights: fc.boolean(),
    models: fc.constantFrom(['ada', 'bea'], ['ada', 'bea', 'cyd', 'dot', 'eve']),
  })
  .map((recipe) => columnsFrom(someVotes(recipe)));

prop.prop([anyVotes, anySpec], { numRuns: 300 })(
  'under any specification a board reconciles, is sorted and in its place, and holds no NaN, or is refused by name',
  (columns, spec) => {
    let made: Board;
    try {
      made = board(columns, spec);
    } catch (error) {
      expect(error instanceof RatingError || error instanceof BoardError, String(error)).toBe(true);
      return;
    }
    expect(made.votes.read).toBe(columns.length);
    expect(made.votes.used + rejectedIn(made)).toBe(columns.length);
    expect(Object.values(made.ties.counts).reduce((sum, count) => sum + count, 0)).toBe(made.votes.used);
    expect(numbersNotFinite(made)).toEqual([]);
    expect(made.models.map(({ model }) => model).toSorted()).toEqual(
      [...new Set(columns.models)].filter((model) => made.models.some((row) => row.model === model)).toSorted(),
    );
    const ratings = Object.values(ratingsOf(made));
    expect(ratings).toEqual(ratings.toSorted((x, y) => y - x));
    if (ratings.length === 0) return;
    expect(made.models.slice(0, ratings.length).every(({ rating }) => rating !== null)).toBe(true);
    if (spec.anchor === null) {
      expect(ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length).toBeCloseTo(1000, 7);
    } else {
      expect(ratingsOf(made).ada).toBe(1200);
    }
    for (const { lower, upper, rating, stdErr, rank } of made.models.slice(0, ratings.length)) {
      expect(stdErr).toBeGreaterThanOrEqual(0);
      if (spec.interval.method !== 'bootstrap') {
        expect(lower).toBeLessThanOrEqual(rating ?? Number.NaN);
        expect(upper).toBeGreaterThanOrEqual(rating ?? Number.NaN);
      }
      expect(rank?.[0]).toBeGreaterThanOrEqual(1);
      expect(rank?.[1]).toBeLessThanOrEqual(ratings.length);
    }
  },
);

describe('where nobody can be rated, votes are still counted under the reason that left them out', () => {
  test('weight zero', () => {
    const made = board(columnsFrom(votesFrom([['x', 'y', 'a', 3]], { weight: 0 })), parseSpec({}));
    expect(made.votes.rejected).toEqual({ 'weight-zero': 3 });
  });

  test('both bad, dropped', () => {
    const made = board(columnsFrom(votesFrom([['x', 'y', 'both_bad', 3]])), parseSpec({ bothBad: 'drop' }));
    expect(made.votes.rejected).toEqual({ 'both-bad-dropped': 3 });
  });

  test('a missing control', () => {
    const votes = [...oneSided(3, { covariates: { length: { a: 1, b: 2 } } }), ...oneSided(4)];
    const made = board(columnsFrom(votes), parseSpec({ controls: [{ name: 'length' }] }));
    expect(made.votes.rejected).toEqual({ 'missing-control': 4, unconnected: 3 });
  });
});

test('where nobody can be rated, the board still says who voted', () => {
  const made = board(columnsFrom(oneSided(3, { voter: 'v' })), parseSpec({}));
  expect(made.votes.voters).toBe(1);
});

test('votes that are out for another reason are not blamed on the models without a rating', () => {
  const lines: Line[] = [
    ['x', 'y', 'a', 6],
    ['x', 'y', 'b', 5],
    ['new', 'x', 'a', 2],
  ];
  const votes = [...votesFrom(lines, { weight: 1 }), ...votesFrom([['x', 'y', 'a', 7]], { weight: 0 })];
  const { warnings } = board(columnsFrom(votes), parseSpec({}));
  expect(warnings.filter((text) => text.includes('9 votes'))).toEqual([]);
  expect(warnings.filter((text) => text.includes('2 votes'))).toHaveLength(1);
});

describe('warnings', () => {
  const warnings = (votes: ReturnType<typeof someVotes>, document: object = {}): string =>
    board(columnsFrom(votes), parseSpec(document)).warnings.join('\n');

  test('a healthy board has none', () => {
    expect(warnings(someVotes())).not.toMatch(/\bclusters\b|independent|without a rating/);
  });

  test('few clusters', () => {
    expect(warnings(someVotes(), { interval: { cluster: ['prompt'] } })).toMatch(/only 15 clusters/);
  });

  test('no voters', () => {
    const anonymous = someVotes().map(({ voter: _, ...vote }) => vote);
    expect(warnings(anonymous)).toMatch(/independent/);
    expect(warnings(anonymous, { interval: { method: 'bootstrap', rounds: 10 } })).toMatch(
      /single votes are resampled/,
    );
  });

  test('a voter with many votes', () => {
    const heavy = someVotes().map((vote, v) => (v % 2 === 0 ? { ...vote, voter: 'voter 1' } : vote));
    expect(warnings(heavy)).toMatch(/One voter cast 5\d\.\d % of the votes/);
  });

  test('one model without a rating is spoken of as one', () => {
    const votes = [...someVotes(), ...votesFrom([['new', 'ada', 'a']])];
    expect(warnings(votes)).toMatch(/^1 model /m);
  });

  test('clusters by two columns of which one is missing are not said to be by both', () => {
    const noPrompt = someVotes().map(({ prompt: _, ...vote }) => vote);
    expect(warnings(noPrompt, { interval: { cluster: ['voter', 'prompt'] } })).toMatch(/prompt/);
  });
});

function oneSided(times: number, fields: Parameters<typeof votesFrom>[1] = {}): ReturnType<typeof votesFrom> {
  return votesFrom([['x', 'y', 'a', times]], fields);
}
