import { describe, expect, test } from 'vitest';
import type { Board } from './board.ts';
import { NoVotes, SpecMismatch } from './errors.ts';
import { board } from './make-board.ts';
import { parseSpec } from './spec.ts';
import { columnsFrom, columnsOfLines, type Line, ratingsOf, someVotes, votesFrom } from './testing.ts';

const defaults = parseSpec({});

test('a model that wins three votes of four is 400·log₁₀ 3 points ahead, around a mean of 1000', () => {
  const made = board(
    columnsOfLines([
      ['x', 'y', 'a', 3],
      ['x', 'y', 'b', 1],
    ]),
    defaults,
  );
  expect(ratingsOf(made).x).toBeCloseTo(1000 + 200 * Math.log10(3), 9);
  expect(ratingsOf(made).y).toBeCloseTo(1000 - 200 * Math.log10(3), 9);
  expect(made.verdict.kind).toBe('no-signal');
});

test('a board says what it was made of', () => {
  const made = board(columnsFrom(someVotes()), defaults);
  expect(made.format).toBe('agon-board/1');
  expect(made.algorithm).toMatch(/^agon-rating\/\d/);
  expect(made.spec).toEqual(defaults);
  expect(made.votes).toMatchObject({ read: 400, used: 400, rejected: {}, voters: 25 });
  expect(made.interval).toEqual({ method: 'clustered', clusters: 25, by: ['voter'] });
  expect(made.fit.components).toBe(1);
  expect(made.fit.gradientNorm).toBeLessThan(1e-6);
  expect(made.ties).toMatchObject({ model: 'half', parameter: null, stdErr: null, badLevel: null });
  expect(made.position).toMatchObject({ coefficient: null, stdErr: null, lower: null, upper: null, points: null });
});

test('the reader’s counts go in front of the board’s', () => {
  const source = { read: 12, rejected: { malformed: 8 } };
  const made = board(columnsOfLines(evenDuel(2)), parseSpec({}), { source });
  expect(made.votes).toMatchObject({ read: 12, used: 4, rejected: { malformed: 8 } });
});

test('rated models come best first, then those without a rating by name', () => {
  const lines: Line[] = [...evenDuel(4), ['x', 'y', 'a', 3], ['zoe', 'x', 'a'], ['x', 'amy', 'a']];
  const { models } = board(columnsOfLines(lines), defaults);
  expect(models.map(({ model }) => model)).toEqual(['x', 'y', 'amy', 'zoe']);
  expect(models.map(({ votes }) => votes)).toEqual([13, 11, 1, 1]);
});

test('equal ratings are in the order of the names', () => {
  const even = board(columnsOfLines([...evenDuel(3, 'z', 'b'), ...evenDuel(3, 'b', 'm')]), defaults);
  expect(even.models.map(({ model }) => model)).toEqual(['b', 'm', 'z']);
});

test('an interval is the rating ± 1.96 standard errors, and a rank range holds the place', () => {
  const { models } = board(columnsFrom(someVotes()), defaults);
  models.forEach(({ rating, stdErr, lower, upper, rank }, place) => {
    expect(upper).toBeCloseTo((rating ?? 0) + 1.959963984540054 * (stdErr ?? 0), 8);
    expect(lower).toBeCloseTo((rating ?? 0) - 1.959963984540054 * (stdErr ?? 0), 8);
    const [best, worst] = rank ?? [Number.NaN, Number.NaN];
    expect(best).toBeLessThanOrEqual(place + 1);
    expect(worst).toBeGreaterThanOrEqual(place + 1);
  });
});

describe('a model that cannot be rated is listed with the reason', () => {
  test.each<[string, Line, RegExp]>([
    ['never beaten', ['new', 'x', 'a'], /never beaten/],
    ['never scored', ['new', 'x', 'b'], /never scored/],
  ])('%s', (_, line, reason) => {
    const made = board(columnsOfLines([...evenDuel(5), line]), defaults);
    expect(unrated(made, 'new')).toEqual({ rating: null, stdErr: null, lower: null, upper: null, rank: null });
    expect(reasonOf(made, 'new')).toMatch(reason);
    expect(made.votes).toMatchObject({ used: 10, rejected: { unconnected: 1 } });
  });

  test('an island without votes to the others', () => {
    const made = board(columnsOfLines([...evenDuel(5), ...evenDuel(2, 'p', 'q')]), defaults);
    expect(reasonOf(made, 'p')).toMatch(/no chain of votes/);
    expect(made.fit.components).toBe(2);
    expect(made.votes).toMatchObject({ used: 10, rejected: { unconnected: 4 } });
  });

  test('a model without a vote after the filter is not on the board, and spoils no verdict', () => {
    const spec = parseSpec({ filter: [{ field: 'model', op: 'not-in', values: ['z'] }] });
    const made = board(columnsOfLines([...evenDuel(5), ...evenDuel(2, 'x', 'z')]), spec);
    expect(made.models.map(({ model }) => model).toSorted()).toEqual(['x', 'y']);
    expect(made.verdict.kind).toBe('no-signal');
  });

  test('nobody can be rated: every model is listed, and nothing is used', () => {
    const made = board(columnsOfLines([['x', 'y', 'a']]), defaults);
    expect(made.models).toHaveLength(2);
    expect(made.models.every(({ rating, reason }) => rating === null && reason !== undefined)).toBe(true);
    expect(made.votes).toMatchObject({ read: 1, used: 0 });
    expect(made.verdict).toMatchObject({ kind: 'not-comparable', models: [], votesNeeded: null });
  });
});

describe('the verdict', () => {
  test.each<[Board['verdict']['kind'], readonly Line[], string[]]>([
    [
      'clear-winner',
      [
        ['x', 'y', 'a', 90],
        ['x', 'y', 'b', 10],
      ],
      ['x'],
    ],
    [
      'no-signal',
      [
        ['x', 'y', 'a', 6],
        ['x', 'y', 'b', 5],
      ],
      ['x', 'y'],
    ],
    ['tied-top', [...evenDuel(50), ...['x', 'y'].flatMap((top) => beats(top, 'z'))], ['x', 'y']],
    ['not-comparable', [...beats('x', 'y'), ['new', 'x', 'a']], ['new']],
    ['not-comparable', [...beats('x', 'y'), ...evenDuel(2, 'p', 'q')], ['p', 'q']],
    ['clear-winner', [...beats('x', 'y'), ['new', 'x', 'b']], ['x']],
  ])('is %s', (kind, lines, models) => {
    const { verdict } = board(columnsOfLines(lines), defaults);
    expect(verdict).toMatchObject({ kind, models });
    for (const model of models) expect(verdict.text).toContain(model);
  });

  test('a clear winner needs no more votes; close rivals need many', () => {
    const needed = (wins: number): number | null =>
      board(
        columnsOfLines([
          ['x', 'y', 'a', wins],
          ['x', 'y', 'b', 10],
        ]),
        defaults,
      ).verdict.votesNeeded;
    expect(needed(60)).toBe(0);
    expect(needed(13)).toBeGreaterThan(needed(15) ?? Number.POSITIVE_INFINITY);
    expect(needed(10)).toBe(null);
  });

  test('one vote never makes a clear winner, not even with a prior', () => {
    const made = board(columnsOfLines([['x', 'y', 'a']]), parseSpec({ connectivity: 'prior' }));
    expect(made.verdict.kind).not.toBe('clear-winner');
    expect(made.models[0].stdErr).toBeGreaterThan(0);
  });

  test('no seed of a bootstrap changes it', () => {
    const votes = columnsFrom(someVotes({ votes: 120 }));
    const verdicts = Array.from({ length: 60 }, (_, seed) => {
      const spec = parseSpec({ seed, interval: { method: 'bootstrap', rounds: 10, refit: false } });
      return JSON.stringify(board(votes, spec).verdict);
    });
    expect(new Set(verdicts).size).toBe(1);
  });

  test('ratings from ties alone are not known without error', () => {
    const made = board(columnsOfLines([['x', 'y', 'tie', 2]]), defaults);
    expect(made.models[0].stdErr).toBeGreaterThan(0);
  });
});

describe('refusals', () => {
  test.each<[string, object, RegExp, new (message: string) => Error]>([
    ['no vote is left', { filter: [{ field: 'outcome', op: 'in', values: ['tie'] }] }, /None of the 4 votes/, NoVotes],
    ['the anchor is no model', { anchor: { model: 'w', rating: 1 } }, /"w" has no vote.*x, y/, SpecMismatch],
    ['no such filter field', { filter: [{ field: 'nope', op: 'in', values: ['1'] }] }, /"nope".*model_a/, SpecMismatch],
    ['no such control', { controls: [{ name: 'nope' }] }, /"nope".*position/, SpecMismatch],
    ['asOf without times', { asOf: '2025-01-01T00:00:00Z' }, /no times/, SpecMismatch],
  ])('%s', (_, document, message, kind) => {
    const act = (): Board => board(columnsOfLines(evenDuel(2)), parseSpec(document));
    expect(act).toThrow(kind);
    expect(act).toThrow(message);
  });

  test('an anchor that has votes but no rating', () => {
    const columns = columnsOfLines([...evenDuel(3), ['new', 'x', 'a']]);
    expect(() => board(columns, parseSpec({ anchor: { model: 'new', rating: 1 } }))).toThrow(/"new" cannot be rated/);
  });

  test('grounded without a both-bad vote says that there are none', () => {
    const votes = someVotes({ outcomes: ['a', 'b', 'tie'] });
    expect(() => board(columnsFrom(votes), parseSpec({ ties: 'grounded' }))).toThrow(/"both bad".*none/);
  });

  test('a control that is equal on both sides of every vote is named, and what is wrong with it', () => {
    const votes = votesFrom(evenDuel(5), { covariates: { length: { a: 3, b: 3 } } });
    const act = (): Board => board(columnsFrom(votes), parseSpec({ controls: [{ name: 'length' }] }));
    expect(act).toThrow(/length/);
    expect(act).toThrow(/0 in every vote/);
  });
});

function evenDuel(each: number, x = 'x', y = 'y'): Line[] {
  return [
    [x, y, 'a', each],
    [x, y, 'b', each],
  ];
}

function beats(winner: string, loser: string): Line[] {
  return [
    [winner, loser, 'a', 90],
    [loser, winner, 'a', 10],
  ];
}

function unrated({ models }: Board, name: string): object {
  const { rating, stdErr, lower, upper, rank } = models.find(({ model }) => model === name) ?? {};
  return { rating, stdErr, lower, upper, rank };
}

function reasonOf({ models }: Board, name: string): string | undefined {
  return models.find(({ model }) => model === name)?.reason;
}
