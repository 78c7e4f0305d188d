import { hashVotes, type VoteRecord } from '@agon/votes';
import { describe, expect, test } from 'vitest';
import { InvalidDocument } from './errors.ts';
import { board } from './make-board.ts';
import { firstDifference, parseSnapshot, snapshot, snapshotText } from './snapshot.ts';
import { parseSpec } from './spec.ts';
import { columnsFrom, renumbered, shuffled, someVotes } from './testing.ts';

const votes = someVotes({ votes: 120, hasWeights: true });
const columns = columnsFrom(votes);
const controlled = parseSpec({ controls: [{ name: 'length' }], ranks: 'simultaneous' });

test('a snapshot can be computed again from its own text and the votes, byte for byte', () => {
  const text = textOf(votes);
  const { spec, votes: named } = parseSnapshot(text);
  expect(named).toEqual({ sha256: hashVotes(columns), count: 120 });
  expect(snapshotText(snapshot(columns, spec, named.sha256))).toBe(text);
});

test('its bytes do not depend on the order of the votes', () => {
  const other = renumbered(columnsFrom(shuffled(votes, 7)), 8);
  expect(snapshotText(snapshot(other, controlled, hashVotes(other)))).toBe(textOf(votes));
});

test('nor where votes are left out for different reasons', () => {
  const gappy = someVotes({ votes: 120, gaps: 4 });
  const spec = parseSpec({ asOf: '2025-02-15T00:00:00Z', filter: [{ field: 'turn', op: '<', values: [3] }] });
  const text = (of: readonly VoteRecord[]): string => snapshotText(snapshot(columnsFrom(of), spec, ''));
  expect(text(gappy.toReversed())).toBe(text(gappy));
});

test('it holds the time of the last vote where the specification has none', () => {
  const last = Math.max(...votes.map(({ time }) => time ?? 0));
  const made = snapshot(columns, parseSpec({}), '');
  expect(made.spec.asOf).toBe(new Date(last).toISOString());
  expect(made.board.spec).toEqual(made.spec);
  expect(made.board.votes.used).toBe(board(columns, parseSpec({})).votes.used);
});

test('and keeps the votes that have no time: its board is the one that was asked for', () => {
  const gappy = columnsFrom(someVotes({ votes: 120, gaps: 4 }));
  const made = snapshot(gappy, parseSpec({}), '').board;
  expect({ ...made, spec: null }).toEqual({ ...board(gappy, parseSpec({})), spec: null });
});

test('votes without times, and an asOf of one’s own, stay as they are', () => {
  const timeless = columnsFrom(votes.map(({ time: _, ...vote }) => vote));
  expect(snapshot(timeless, parseSpec({}), '').spec.asOf).toBeNull();
  const asOf = '2025-02-01T00:00:00.000Z';
  expect(snapshot(columns, parseSpec({ asOf }), '').spec.asOf).toBe(asOf);
});

test('changed votes give another snapshot', () => {
  const changed = votes.map((vote, v): VoteRecord => (v === 40 ? { ...vote, outcome: flip(vote.outcome) } : vote));
  expect(textOf(changed)).not.toBe(textOf(votes));
});

describe('the hash of votes', () => {
  test('does not depend on the order of votes or names', () => {
    const other = renumbered(columnsFrom(shuffled(votes, 3)), 4);
    expect(hashVotes(other)).toBe(hashVotes(columns));
  });

  const changes: Readonly<Record<string, (vote: VoteRecord) => Partial<VoteRecord>>> = {
    modelA: () => ({ modelA: 'new' }),
    modelB: () => ({ modelB: 'new' }),
    sides: ({ modelA, modelB }) => ({ modelA: modelB, modelB: modelA }),
    outcome: ({ outcome }) => ({ outcome: flip(outcome) }),
    voter: () => ({ voter: 'voter 99' }),
    'no voter': () => ({ voter: undefined }),
    prompt: () => ({ prompt: 'prompt 99' }),
    battle: () => ({ battle: 'other' }),
    'time by a millisecond': ({ time = 0 }) => ({ time: time + 1 }),
    turn: ({ turn = 0 }) => ({ turn: turn + 1 }),
    language: () => ({ language: 'Sami' }),
    tags: () => ({ tags: ['other'] }),
    weight: ({ weight = 0 }) => ({ weight: weight + 1e-9 }),
    count: ({ covariates }) => ({ covariates: { ...covariates, length: { a: 1, b: 2 } } }),
    label: ({ labels }) => ({ labels: { ...labels, level: '3' } }),
  };
  test.each(Object.keys(changes))('sees a change of one vote: %s', (name) => {
    const changed = votes.map((vote, v) => (v === 17 ? { ...vote, ...changes[name](vote) } : vote));
    expect(hashVotes(columnsFrom(changed))).not.toBe(hashVotes(columns));
  });

  test('sees a vote that is there twice, or missing', () => {
    const hashes = [votes, [...votes, votes[0]], votes.slice(1)].map((some) => hashVotes(columnsFrom(some)));
    expect(new Set(hashes).size).toBe(3);
  });
});

describe('no snapshot', () => {
  const good = JSON.parse(textOf(votes));
  test.each<[string, string, RegExp]>([
    ['no JSON', 'model,rating\n', /not JSON/],
    ['nothing', '', /not JSON/],
    ['null', 'null', /no snapshot/],
    ['a list', '[]', /no snapshot/],
    ['a board', JSON.stringify(good.board), /no snapshot/],
    ['another version', JSON.stringify({ ...good, format: 'agon-snapshot/2' }), /agon-snapshot\/1/],
    ['no votes', JSON.stringify({ ...good, votes: null }), /votes/],
    ['no hash', JSON.stringify({ ...good, votes: { count: 1 } }), /sha256/],
    ['no algorithm', JSON.stringify({ ...good, algorithm: undefined }), /algorithm/],
    ['a wrong specification', JSON.stringify({ ...good, spec: { ties: 'x' } }), /ties/],
    ['no specification', JSON.stringify({ ...good, spec: undefined }), /specification/],
  ])('%s is refused with the reason', (_, text, message) => {
    expect(() => parseSnapshot(text)).toThrow(InvalidDocument);
    expect(() => parseSnapshot(text)).toThrow(message);
  });
});

test.each<[unknown, unknown, string | null]>([
  [{ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, null],
  [{ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }, 'a[1].b'],
  [{ a: 1 }, { a: 1, c: null }, 'c'],
  [{ a: [1] }, { a: [1, 2] }, 'a.length'],
  [1, 2, 'the document'],
  [0, -0, 'the document'],
])('the first difference of %j and %j is at %s', (a, b, path) => {
  expect(firstDifference(a, b)).toBe(path);
});

function textOf(of: readonly VoteRecord[]): string {
  const made = columnsFrom(of);
  return snapshotText(snapshot(made, controlled, hashVotes(made)));
}

function flip(outcome: VoteRecord['outcome']): VoteRecord['outcome'] {
  return outcome === 'a' ? 'b' : 'a';
}
