import { expect, test } from 'vitest';
import { InvalidOption } from '../errors.ts';
import { type Fit, fit } from '../fit/fit.ts';
import { normalQuantile } from '../numbers/normal.ts';
import { simulate } from '../simulation/simulate.ts';
import { duel, type Line, votesFrom } from '../testing/votes.ts';
import { bootstrap } from '../uncertainty/bootstrap.ts';
import { covariance, differenceError } from '../uncertainty/covariance.ts';
import { type Verdict, verdict } from './verdict.ts';

function judge(fitted: Fit, multiplicity: 'none' | 'bonferroni' = 'none', level = 0.95): Verdict {
  return verdict(fitted, { covariance: covariance(fitted, { method: 'sandwich' }), level, multiplicity });
}

const match = (a: string, b: string, wins: number, losses: number): Line[] => [
  [a, b, 'a', wins],
  [a, b, 'b', losses],
];

test('ninety wins of a hundred: a clear winner', () => {
  expect(judge(fit(duel(10, 90)))).toEqual({ kind: 'clear-winner', models: ['y'], votesNeeded: 0 });
});

test('two models that cannot be told apart: no signal, and the votes still needed, by hand', () => {
  const { kind, models, votesNeeded } = judge(fit(duel(11, 9)));
  expect(kind).toBe('no-signal');
  expect(models).toEqual(['x', 'y']);
  // Variance of the log-odds 1/11 + 1/9; a share f of further votes divides it by 1 + f.
  const gap = Math.log(11 / 9);
  const variance = 1 / 11 + 1 / 9;
  const separation = normalQuantile(0.975) + normalQuantile(0.8);
  expect(separation).toBeCloseTo(2.8016, 4);
  expect(votesNeeded).toBe(Math.ceil(20 * ((separation ** 2 * variance) / gap ** 2 - 1)));
  expect(votesNeeded).toBe(768);
});

test('with the votes asked for, the same shares are a clear winner', () => {
  // 20 + 768 votes in the same proportion, 2.8 errors apart.
  const fitted = fit(duel(433, 355));
  const apart =
    (fitted.strengths[0] - fitted.strengths[1]) / differenceError(covariance(fitted, { method: 'sandwich' }), 0, 1);
  expect(apart).toBeCloseTo(2.8, 1);
  expect(judge(fitted).kind).toBe('clear-winner');
});

test('exactly equal models: no number of votes can be given', () => {
  expect(judge(fit(duel(5, 5)))).toEqual({ kind: 'no-signal', models: ['x', 'y'], votesNeeded: null });
});

test('two models tied at the top, the third behind', () => {
  const fitted = fit(votesFrom([...match('x', 'y', 52, 50), ...match('x', 'z', 80, 10), ...match('y', 'z', 80, 10)]));
  const { kind, models, votesNeeded } = judge(fitted);
  expect(kind).toBe('tied-top');
  expect(models).toEqual(['x', 'y']);
  expect(votesNeeded).toBeGreaterThan(282);
});

test('the votes needed are those of the closest rival', () => {
  const fitted = fit(votesFrom([...match('x', 'y', 32, 30), ...match('x', 'z', 34, 26), ...match('y', 'z', 33, 30)]));
  const spread = covariance(fitted, { method: 'sandwich' });
  const { kind, models, votesNeeded } = judge(fitted);
  expect(kind).toBe('no-signal');
  expect(models).toEqual(['x', 'y', 'z']);
  const needed = [1, 2].map((i) => {
    const apart = (fitted.strengths[0] - fitted.strengths[i]) / differenceError(spread, 0, i);
    return Math.ceil(185 * ((normalQuantile(0.975) + normalQuantile(0.8)) ** 2 / apart ** 2 - 1));
  });
  expect(votesNeeded).toBe(Math.max(...needed));
});

test('Bonferroni asks more of a leader with many rivals', () => {
  const fitted = fit(
    votesFrom([
      ...match('x', 'y', 40, 24),
      ...match('x', 'z', 40, 24),
      ...match('y', 'z', 20, 20),
      ...match('x', 'w', 90, 10),
    ]),
  );
  expect(judge(fitted).kind).toBe('clear-winner');
  const strict = judge(fitted, 'bonferroni');
  expect(strict.kind).toBe('tied-top');
  expect(strict.models.toSorted()).toEqual(['x', 'y', 'z']);
});

test('a model that was never beaten might be the best: not comparable', () => {
  const ring = [...match('x', 'y', 90, 10), ...match('y', 'z', 5, 5)];
  const open = fit(votesFrom([...ring, ['champion', 'x', 'a', 2], ['p', 'q', 'tie', 1]]), { connectivity: 'largest' });
  expect(judge(open)).toEqual({ kind: 'not-comparable', models: ['champion', 'p', 'q'], votesNeeded: null });
  const winless = fit(votesFrom([...ring, ['x', 'loser', 'a', 2]]), { connectivity: 'largest' });
  expect(judge(winless).kind).toBe('clear-winner');
});

test('the verdict is the same for every order of names and rows', () => {
  const lines = [...match('x', 'y', 52, 50), ...match('x', 'z', 80, 10), ...match('y', 'z', 80, 10)];
  expect(judge(fit(votesFrom(lines.toReversed())))).toEqual(judge(fit(votesFrom(lines))));
});

test('sixty reseedings of a bootstrap give sixty times the same verdict', () => {
  const { votes } = simulate({ models: 4, votes: 1500, seed: 2, strengths: [0.9, 0.8, 0, -0.4] });
  const fitted = fit(votes);
  const kinds = Array.from({ length: 60 }, (_, seed) => {
    const draws = bootstrap(fitted, { unit: 'vote', method: 'one-step', rounds: 200, seed });
    const { kind, models } = verdict(fitted, { covariance: draws.covariance, level: 0.95, multiplicity: 'bonferroni' });
    return [kind, ...models].join(' ');
  });
  expect(new Set(kinds).size).toBe(1);
  expect(kinds[0]).toMatch(/^tied-top/);
});

test.each([0, 1, 95, -0.5, Number.NaN])('a level of %d is refused', (level) => {
  expect(() => judge(fit(duel(10, 90)), 'none', level)).toThrow(InvalidOption);
});
