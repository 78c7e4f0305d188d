import { fc, test as prop } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { board } from './make-board.ts';
import { slices } from './slices.ts';
import { parseSpec } from './spec.ts';
import { columnsFrom, renumbered, shuffled, someVotes } from './testing.ts';

const clusters = { cluster: ['voter', 'prompt'] };
const kinds: Readonly<Record<string, object>> = {
  plain: { weights: 'none' },
  weights: {},
  davidson: { ties: 'davidson' },
  'rao-kupper with both-bad dropped': { ties: 'rao-kupper', bothBad: 'drop' },
  grounded: { ties: 'grounded', interval: { method: 'model' } },
  controls: { controls: [{ name: 'length' }, { name: 'bold', transform: 'difference' }, { name: 'position' }] },
  'two clusters': { interval: clusters },
  'controls, weights and two clusters': { controls: [{ name: 'length' }], interval: clusters },
  'simultaneous ranks': { ranks: 'simultaneous', seed: 9 },
  filters: { filter: [{ field: 'tags', op: 'in', values: ['math'] }], asOf: '2025-03-20T00:00:00Z' },
  bootstrap: { interval: { method: 'bootstrap', rounds: 12 }, weights: 'none' },
  'bootstrap by prompt in single steps': {
    interval: { method: 'bootstrap', rounds: 12, refit: false, cluster: ['prompt'] },
    controls: [{ name: 'bold' }],
  },
  'bootstrap with controls and weights': {
    interval: { method: 'bootstrap', rounds: 10 },
    controls: [{ name: 'length' }, { name: 'position' }],
  },
  prior: { connectivity: 'prior' },
};

const votes = someVotes({ votes: 250, hasWeights: true, gaps: 9 });
const columns = columnsFrom(votes);

test('a board is the same bytes if the votes are read backwards', () => {
  const spec = parseSpec({});
  expect(bytes(board(columnsFrom(votes.toReversed()), spec))).toBe(bytes(board(columns, spec)));
});

describe('the same bytes in any order of the rows and any numbering of the names', () => {
  for (const [name, document] of Object.entries(kinds)) {
    const spec = parseSpec(document);
    const expected = bytes(board(columns, spec));
    prop.prop([fc.integer({ min: 1, max: 1e6 })], { numRuns: 12 })(name, (seed) => {
      const other = renumbered(columnsFrom(shuffled(votes, seed)), seed + 1);
      expect(other.models).toHaveLength(columns.models.length);
      expect(bytes(board(other, spec))).toBe(expected);
    });
  }
});

test('votes without a voter column resample to the same bytes in any order', () => {
  const anonymous = votes.map(({ voter: _, ...vote }) => vote);
  const spec = parseSpec({ interval: { method: 'bootstrap', rounds: 12 } });
  const forth = bytes(board(columnsFrom(anonymous), spec));
  expect(bytes(board(columnsFrom(anonymous.toReversed()), spec))).toBe(forth);
  expect(bytes(board(columnsFrom(shuffled(anonymous, 4)), spec))).toBe(forth);
});

test('slices are the same bytes too, in the same order', () => {
  const spec = parseSpec({ controls: [{ name: 'length' }] });
  const made = (of: typeof columns): string =>
    bytes(slices(of, spec, 'tags').map(({ value, board }) => [value, board]));
  expect(made(renumbered(columnsFrom(shuffled(votes, 3)), 5))).toBe(made(columns));
});

test('names that differ beyond the first plane, or only in case or accents, keep their order', () => {
  const models = ['é', 'e\u0301', '\u{1f600}', '\uffee', 'Z', 'z', '10', '9'];
  const odd = someVotes({ models, votes: 400 });
  const expected = bytes(board(columnsFrom(odd), parseSpec({})));
  expect(bytes(board(renumbered(columnsFrom(shuffled(odd, 8)), 2), parseSpec({})))).toBe(expected);
});

test('a hash that two voters share does not mix their order', () => {
  // FNV-1a of 32 bits gives these two names one number.
  const twins = votes.map((vote, v) => ({ ...vote, voter: v % 3 === 0 ? 'costarring' : v % 3 === 1 ? 'liquid' : 'x' }));
  const spec = parseSpec({ interval: { method: 'bootstrap', rounds: 12 } });
  const expected = bytes(board(columnsFrom(twins), spec));
  expect(bytes(board(columnsFrom(twins.toReversed()), spec))).toBe(expected);
});

describe('what a board must not see', () => {
  test('sides turned round, where position is no control', () => {
    const turned = votes.map((vote) => {
      const { modelA, modelB, outcome, covariates } = vote;
      return {
        ...vote,
        modelA: modelB,
        modelB: modelA,
        outcome: outcome === 'a' ? ('b' as const) : outcome === 'b' ? ('a' as const) : outcome,
        ...(covariates && {
          covariates: Object.fromEntries(Object.entries(covariates).map(([name, { a, b }]) => [name, { a: b, b: a }])),
        }),
      };
    });
    for (const document of [{}, { controls: [{ name: 'length' }] }]) {
      const forth = board(columns, parseSpec(document)).models;
      const back = board(columnsFrom(turned), parseSpec(document)).models;
      forth.forEach(({ rating, stdErr }, k) => {
        expect(back[k].rating).toBeCloseTo(rating ?? Number.NaN, 8);
        expect(back[k].stdErr).toBeCloseTo(stdErr ?? Number.NaN, 8);
      });
    }
  });

  test('votes cast twice by the same voters: the clustered intervals stay', () => {
    const named = someVotes({ hasWeights: true });
    const twice = board(columnsFrom([...named, ...named]), parseSpec({})).models;
    board(columnsFrom(named), parseSpec({})).models.forEach(({ rating, stdErr }, k) => {
      expect(twice[k].rating).toBeCloseTo(rating ?? Number.NaN, 8);
      expect(twice[k].stdErr).toBeCloseTo(stdErr ?? Number.NaN, 8);
    });
  });
});

function bytes(made: unknown): string {
  return JSON.stringify(made);
}
