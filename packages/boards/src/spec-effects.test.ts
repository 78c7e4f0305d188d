import { describe, expect, test } from 'vitest';
import type { Board } from './board.ts';
import { board } from './make-board.ts';
import { parseSpec } from './spec.ts';
import { columnsFrom, columnsOfLines, ratingsOf, rejectedIn, someVotes, votesFrom } from './testing.ts';

const rich = columnsFrom(someVotes({ hasWeights: true }));

function make(document: object = {}): Board {
  return board(rich, parseSpec(document));
}

test('the seed of a board without random draws changes nothing but itself', () => {
  expect({ ...make({ seed: 5 }), spec: null }).toEqual({ ...make(), spec: null });
});

describe('ties', () => {
  test('half: a tie counts as half a win of each', () => {
    const [x] = board(columnsOfLines([...duel(2, 1), ['x', 'y', 'tie', 2]]), parseSpec({})).models;
    expect(x.rating).toBeCloseTo(1000 + 200 * Math.log10(3 / 2), 9);
  });

  test('davidson: two models have ln(w/l) between them and ν = t/√(wl)', () => {
    const columns = columnsOfLines([...duel(8, 2), ['x', 'y', 'tie', 4]]);
    const made = board(columns, parseSpec({ ties: 'davidson' }));
    expect(made.models[0].rating).toBeCloseTo(1000 + 200 * Math.log10(4), 6);
    expect(made.ties).toMatchObject({ model: 'davidson', counts: { a: 8, b: 2, tie: 4, both_bad: 0 }, badLevel: null });
    expect(made.ties.parameter).toBeCloseTo(1, 8);
    expect(made.ties.stdErr).toBeGreaterThan(0);
  });

  test('rao-kupper: c is half of −(logit of wins + logit of losses)', () => {
    const made = board(columnsOfLines([...duel(8, 2), ['x', 'y', 'tie', 4]]), parseSpec({ ties: 'rao-kupper' }));
    const logit = (p: number): number => Math.log(p / (1 - p));
    const [a, b] = [logit(8 / 14), logit(2 / 14)];
    expect(made.ties.parameter).toBeCloseTo(Math.exp(-(a + b) / 2), 8);
    expect(made.models[0].rating).toBeCloseTo(1000 + (100 / Math.LN10) * (a - b), 6);
  });

  test('grounded: a level where answers are as likely bad as good, moved with the anchor', () => {
    const free = make({ ties: 'grounded' });
    const moved = make({ ties: 'grounded', anchor: { model: 'ada', rating: 2000 } });
    const shift = 2000 - (ratingsOf(free).ada ?? 0);
    expect(free.ties.badLevel).not.toBeNull();
    expect(moved.ties.badLevel).toBeCloseTo((free.ties.badLevel ?? 0) + shift, 6);
  });
});

test('both-bad votes count as ties, or are dropped and counted', () => {
  const kept = make({ weights: 'none' });
  const dropped = make({ weights: 'none', bothBad: 'drop' });
  expect(dropped.votes.rejected).toEqual({ 'both-bad-dropped': kept.ties.counts.both_bad });
  expect(dropped.ties.counts).toEqual({ ...kept.ties.counts, both_bad: 0 });
  expect(ratingsOf(dropped)).not.toEqual(ratingsOf(kept));
});

test('grounded models both-bad and cannot drop it; a bootstrap resamples one thing', () => {
  expect(() => make({ ties: 'grounded', bothBad: 'drop' })).toThrow(/bothBad: grounded models/);
  expect(() => make({ interval: { method: 'bootstrap', cluster: ['voter', 'prompt'] } })).toThrow(/interval.cluster/);
});

describe('controls', () => {
  test('each has a coefficient with an interval, in points too, and its scale', () => {
    const named = [{ name: 'length' }, { name: 'bold', transform: 'difference' }];
    const { controls } = make({ weights: 'none', controls: named });
    expect(controls.map(({ name }) => name)).toEqual(['length', 'bold']);
    for (const { coefficient, stdErr, lower, upper, points, scale } of controls) {
      expect(upper - coefficient).toBeCloseTo(1.959963984540054 * stdErr, 10);
      expect(coefficient - lower).toBeCloseTo(1.959963984540054 * stdErr, 10);
      expect(points).toBeCloseTo((400 / Math.LN10) * coefficient, 8);
      expect(scale).toBeGreaterThan(0);
    }
    expect(controls[0].coefficient).toBeGreaterThan(0);
  });

  test('position has its own place', () => {
    const { controls, position } = make({ controls: [{ name: 'position' }, { name: 'length' }] });
    expect(controls.map(({ name }) => name)).toEqual(['length']);
    expect(position.coefficient).not.toBeNull();
    expect(position.points).toBeCloseTo((400 / Math.LN10) * (position.coefficient ?? 0), 8);
  });

  test('the order in which they are named changes no number', () => {
    const names = ['length', 'bold', 'position'];
    const forth = make({ controls: names.map((name) => ({ name })) });
    const back = make({ controls: names.toReversed().map((name) => ({ name })) });
    for (const [model, rating] of Object.entries(ratingsOf(forth))) {
      expect(ratingsOf(back)[model]).toBeCloseTo(rating, 8);
    }
    expect(back.position.coefficient).toBeCloseTo(forth.position.coefficient ?? 0, 10);
  });

  test('ratio is (a − b)/(|a| + |b|), difference is a − b: their scales are roots of mean squares', () => {
    const votes = votesFrom(duel(3, 3)).map((vote, v) => ({
      ...vote,
      covariates: { size: v % 2 === 0 ? { a: 3, b: 1 } : { a: 0, b: 0 } },
    }));
    const scale = (transform: string): number | undefined =>
      board(columnsFrom(votes), parseSpec({ controls: [{ name: 'size', transform }] })).controls[0]?.scale;
    expect(scale('ratio')).toBeCloseTo(0.5 / Math.SQRT2, 12);
    expect(scale('difference')).toBeCloseTo(Math.SQRT2, 12);
  });

  test('a vote that lacks a count is left out and counted', () => {
    const columns = columnsFrom(someVotes({ gaps: 4 }));
    const made = board(columns, parseSpec({ controls: [{ name: 'length' }] }));
    expect(made.votes.rejected['missing-control']).toBeGreaterThan(50);
    expect(made.votes.used + rejectedIn(made)).toBe(400);
  });

  test('a count beyond all numbers is no count', { timeout: 3000 }, () => {
    const votes = someVotes().map((vote, v) =>
      v === 7 ? { ...vote, covariates: { length: { a: Number.POSITIVE_INFINITY, b: 1 } } } : vote,
    );
    const made = board(columnsFrom(votes), parseSpec({ controls: [{ name: 'length', transform: 'ratio' }] }));
    expect(made.votes.rejected).toEqual({ 'missing-control': 1 });
  });
});

test('weights of the record count; without them every vote counts one', () => {
  const weighted = make();
  const plain = make({ weights: 'none' });
  expect(weighted.votes.rejected['weight-zero']).toBeGreaterThan(0);
  expect(plain.votes).toMatchObject({ used: 400, rejected: {} });
  expect(ratingsOf(plain)).not.toEqual(ratingsOf(weighted));
  const without = columnsFrom(someVotes({ hasWeights: true }).map(({ weight: _, ...vote }) => vote));
  expect(board(without, parseSpec({ weights: 'none' }))).toEqual(plain);
});

describe('intervals', () => {
  const width = (made: Board): number => (made.models[0].upper ?? 0) - (made.models[0].lower ?? 0);

  test('the method changes the intervals and not the ratings', () => {
    const boards = ['clustered', 'sandwich', 'model', 'bootstrap'].map((method) => make({ interval: { method } }));
    for (const made of boards) expect(ratingsOf(made)).toEqual(ratingsOf(make()));
    expect(new Set(boards.map(width)).size).toBe(4);
    expect(boards.map(({ interval }) => interval)).toMatchObject([
      { method: 'clustered', clusters: 25, by: ['voter'] },
      { method: 'sandwich', clusters: null, by: [] },
      { method: 'model', clusters: null, by: [] },
      { method: 'bootstrap', clusters: 25, by: ['voter'] },
    ]);
  });

  test('by voter, by prompt, or by both', () => {
    const of = (cluster: string[]): Board => make({ interval: { cluster } });
    expect(of(['prompt']).interval.clusters).toBe(15);
    expect(new Set([of(['voter']), of(['prompt']), of(['voter', 'prompt'])].map(width)).size).toBe(3);
    expect(width(of(['prompt', 'voter']))).toBeCloseTo(width(of(['voter', 'prompt'])), 10);
  });

  test('a higher level makes wider intervals', () => {
    const widths = [0.5, 0.9, 0.95, 0.999999].map((level) => width(make({ interval: { level } })));
    expect(widths).toEqual(widths.toSorted((x, y) => x - y));
    expect(new Set(widths).size).toBe(4);
  });

  test('rounds, seed and one-step change a bootstrap', () => {
    const of = (interval: object, seed = 0): number =>
      width(make({ seed, interval: { method: 'bootstrap', rounds: 20, ...interval } }));
    expect(of({})).toBe(of({}));
    expect(new Set([of({}), of({}, 1), of({ rounds: 21 }), of({ refit: false })]).size).toBe(4);
  });

  test('a bootstrap of many rounds agrees with the clustered intervals', () => {
    const bootstrapped = width(make({ interval: { method: 'bootstrap', rounds: 400 } }));
    expect(bootstrapped / width(make())).toBeGreaterThan(0.8);
    expect(bootstrapped / width(make())).toBeLessThan(1.25);
  });

  test('rounds are reported while they are made', () => {
    const seen: number[] = [];
    const spec = parseSpec({ interval: { method: 'bootstrap', rounds: 12 } });
    board(rich, spec, { onRound: (done, rounds) => seen.push(done / rounds) });
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual(seen.toSorted((x, y) => x - y));
  });

  test('a bootstrap of which no round could be used gives no interval made of nothing', () => {
    // A ring in which each model wins once: a resample that lacks one voter falls apart.
    const ring = Array.from({ length: 40 }, (_, v) => `model ${v}`);
    const votes = ring.flatMap((model, v) =>
      votesFrom([[model, ring[(v + 1) % ring.length], 'a']], { voter: `voter ${v}` }),
    );
    const act = (): Board =>
      board(columnsFrom(votes), parseSpec({ interval: { method: 'bootstrap', rounds: 10 }, connectivity: 'error' }));
    expect(act).toThrow(/resample/);
  });
});

describe('ranks', () => {
  const length = (made: Board): number =>
    made.models.reduce((sum, { rank }) => sum + (rank === null ? 0 : rank[1] - rank[0]), 0);

  test('pairwise ranges are the shortest, simultaneous ones hold together', () => {
    const [pairwise, overlap, simultaneous] = ['pairwise', 'overlap', 'simultaneous'].map((ranks) =>
      length(make({ ranks })),
    );
    expect(pairwise).toBeLessThanOrEqual(overlap);
    expect(pairwise).toBeLessThan(simultaneous);
  });
});

test('bonferroni asks more of a clear winner', () => {
  const columns = columnsOfLines([
    ...['p', 'q', 'r', 's', 't'].flatMap((loser) => duel(64, 40, 'x', loser)),
    ...duel(5, 5, 'p', 'q'),
  ]);
  const kind = (multiplicity: string): string => board(columns, parseSpec({ multiplicity })).verdict.kind;
  expect(kind('none')).toBe('clear-winner');
  expect(kind('bonferroni')).not.toBe('clear-winner');
});

describe('connectivity', () => {
  const apart = columnsOfLines([...duel(3, 2), ['new', 'x', 'a', 2]]);

  test('largest leaves models out, error refuses and names the sets, prior rates all', () => {
    expect(Object.keys(ratingsOf(board(apart, parseSpec({}))))).toEqual(['x', 'y']);
    expect(() => board(apart, parseSpec({ connectivity: 'error' }))).toThrow(/new/);
    const prior = board(apart, parseSpec({ connectivity: 'prior' }));
    expect(Object.keys(ratingsOf(prior))).toEqual(['new', 'x', 'y']);
    expect(prior.votes.used).toBe(7);
  });
});

test('the anchor shifts all ratings and intervals, and changes no difference', () => {
  const free = make();
  const anchored = make({ anchor: { model: 'cyd', rating: -12.5 } });
  expect(ratingsOf(anchored).cyd).toBe(-12.5);
  const shift = -12.5 - (ratingsOf(free).cyd ?? 0);
  anchored.models.forEach(({ rating, lower, stdErr, rank }, k) => {
    expect(rating).toBeCloseTo((free.models[k]?.rating ?? 0) + shift, 8);
    expect(lower).toBeCloseTo((free.models[k]?.lower ?? 0) + shift, 8);
    expect({ stdErr, rank }).toEqual({ stdErr: free.models[k]?.stdErr, rank: free.models[k]?.rank });
  });
  expect(anchored.verdict).toEqual(free.verdict);
});

function duel(wins: number, losses: number, x = 'x', y = 'y'): [string, string, 'a' | 'b', number][] {
  return [
    [x, y, 'a', wins],
    [x, y, 'b', losses],
  ];
}
