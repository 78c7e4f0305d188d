import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { NotConnected } from '../errors.ts';
import { duel, type Line, votesFrom } from '../testing/votes.ts';
import { fit } from './fit.ts';

const davidson = { model: 'davidson' } as const;

test('a tie and wins of one side only: gap and ν grow together for ever', () => {
  expect(() => fit(duel(3, 0, 2), davidson)).toThrow(NotConnected);
  expect(() => fit(duel(3, 1, 2), davidson)).not.toThrow();
});

test('a ring of two wins closed by one tie holds the fit, a ring of one win and one tie does not', () => {
  const chain: Line[] = [
    ['x', 'y', 'a'],
    ['y', 'z', 'a'],
  ];
  expect(fit(votesFrom([...chain, ['z', 'x', 'tie']]), davidson).gradientNorm).toBeLessThan(1e-10);
  expect(() => fit(votesFrom([...chain, ['x', 'y', 'tie'], ['y', 'z', 'tie']]), davidson)).toThrow(NotConnected);
});

test('the rated set itself must hold: a ring of wins elsewhere is no help', () => {
  const lines: Line[] = [
    ['x', 'y', 'a', 3],
    ['x', 'y', 'tie', 2],
    ['y', 'z', 'tie', 2],
    ['p', 'q', 'a', 2],
    ['p', 'q', 'b', 2],
  ];
  expect(() => fit(votesFrom(lines), { ...davidson, connectivity: 'largest' })).toThrow(NotConnected);
});

const models = ['p', 'q', 'r', 's'];
const line = fc
  .record({
    a: fc.nat({ max: 3 }),
    ahead: fc.integer({ min: 1, max: 3 }),
    outcome: fc.constantFrom<'a' | 'tie'>('a', 'tie'),
  })
  .map(({ a, ahead, outcome }): Line => [models[a], models[(a + ahead) % 4], outcome]);

test.prop(
  [
    fc.array(line, { minLength: 4, maxLength: 9 }),
    fc.constantFrom<'davidson' | 'rao-kupper'>('davidson', 'rao-kupper'),
  ],
  {
    numRuns: 300,
  },
)('connected votes have a finite fit just where some ring holds more wins than ties', (lines, model) => {
  const votes = votesFrom(lines);
  const outcomes = new Set(lines.map(([, , outcome]) => outcome));
  fc.pre(outcomes.size === 2 && isConnected(lines));
  if (bestRing(lines) > 0) expect(fit(votes, { model }).gradientNorm).toBeLessThan(1e-7);
  else expect(() => fit(votes, { model })).toThrow(NotConnected);
});

type Step = readonly [from: string, to: string, gain: number];

/** What one may step along: from winner to loser for a gain of 1, along a tie either way for a loss of 1. */
function steps(lines: readonly Line[]): Step[] {
  return lines.flatMap(([a, b, outcome]): Step[] => {
    if (outcome === 'a') return [[a, b, 1]];
    return [
      [a, b, -1],
      [b, a, -1],
    ];
  });
}

function isConnected(lines: readonly Line[]): boolean {
  const names = [...new Set(lines.flatMap((line) => line.slice(0, 2).map(String)))];
  return names.every((from) => {
    const seen = new Set([from]);
    for (let round = 0; round < names.length; round++) {
      for (const [x, y] of steps(lines)) if (seen.has(x)) seen.add(y);
    }
    return seen.size === names.length;
  });
}

/** The largest gain of a ring, by walking every ring. */
function bestRing(lines: readonly Line[]): number {
  const moves = steps(lines);
  const walk = (start: string, at: string, visited: readonly string[], gain: number): number =>
    Math.max(
      Number.NEGATIVE_INFINITY,
      ...moves.flatMap(([from, to, more]) => {
        if (from !== at) return [];
        if (to === start) return [gain + more];
        return visited.includes(to) ? [] : [walk(start, to, [...visited, to], gain + more)];
      }),
    );
  return Math.max(...models.map((start) => walk(start, start, [start], 0)));
}
