import { expect, test } from 'vitest';
import { duel, votesFrom } from '../testing/votes.ts';
import { fit } from './fit.ts';

const POINTS = 400 / Math.LN10;

test('one win each: equal strength', () => {
  expect(fit(duel(1, 1)).strengths).toEqual(Float64Array.of(0, 0));
});

test.each([
  [3, 1, 0],
  [10, 7, 4],
  [200, 1, 9],
])('two models with %i wins, %i losses, %i ties differ by the log-odds of the win share', (wins, losses, ties) => {
  const [x, y] = fit(duel(wins, losses, ties)).strengths;
  expect(x - y).toBeCloseTo(Math.log((wins + ties / 2) / (losses + ties / 2)), 12);
});

test.each([
  [3, 1, 2],
  [10, 7, 4],
  [200, 1, 9],
])('Davidson: %i, %i, %i give ln(w/l) and ν = t/√(wl)', (wins, losses, ties) => {
  const { strengths, tie } = fit(duel(wins, losses, ties), { model: 'davidson' });
  expect(strengths[0] - strengths[1]).toBeCloseTo(Math.log(wins / losses), 11);
  expect(tie).toBeCloseTo(Math.log(ties / Math.sqrt(wins * losses)), 11);
});

test.each([
  [3, 1, 2],
  [10, 7, 4],
  [200, 1, 9],
])('Rao–Kupper: %i, %i, %i give the logits of both win shares', (wins, losses, ties) => {
  const { strengths, tie } = fit(duel(wins, losses, ties), { model: 'rao-kupper' });
  const a = Math.log(wins / (losses + ties));
  const b = Math.log(losses / (wins + ties));
  expect(strengths[0] - strengths[1]).toBeCloseTo((a - b) / 2, 11);
  expect(tie).toBeCloseTo(-(a + b) / 2, 11);
});

test('a ring of one win each leaves all equal', () => {
  const ring = votesFrom([
    ['x', 'y', 'a'],
    ['y', 'z', 'a'],
    ['z', 'x', 'a'],
  ]);
  for (const strength of fit(ring).strengths) expect(strength).toBeCloseTo(0, 14);
});

test('a ring with one more win of x over y (choix test data)', () => {
  const { strengths } = fit(
    votesFrom([
      ['x', 'y', 'a', 2],
      ['y', 'z', 'a'],
      ['z', 'x', 'a'],
    ]),
  );
  expect(strengths[0]).toBeCloseTo(0.419617624, 8);
  expect(strengths[1]).toBeCloseTo(-strengths[0], 14);
  expect(strengths[2]).toBeCloseTo(0, 14);
  // The score equations come down to u³ = u + 2 for u = e^θ of x.
  const u = Math.exp(strengths[0]);
  expect(u * u * u).toBeCloseTo(u + 2, 13);
});

test("Wikipedia's example of the Bradley–Terry model", () => {
  const { models, strengths } = fit(
    votesFrom([
      ['A', 'B', 'a', 2],
      ['A', 'B', 'b', 3],
      ['A', 'D', 'a', 1],
      ['A', 'D', 'b', 4],
      ['B', 'C', 'a', 5],
      ['B', 'C', 'b', 3],
      ['C', 'D', 'a', 1],
      ['C', 'D', 'b', 3],
    ]),
  );
  expect(models).toEqual(['A', 'B', 'C', 'D']);
  const expected = [-0.4465452375, 0.0424025717, -0.4158030674, 0.8199457332];
  const worths = [0.639834815, 1.043314403, 0.659810196, 2.270376628];
  strengths.forEach((strength, i) => {
    expect(strength).toBeCloseTo(expected[i], 10);
    expect(Math.exp(strength)).toBeCloseTo(worths[i], 9);
  });
});

test('strengths follow the names in alphabetical order, whatever order the votes number them in', () => {
  const votes = votesFrom([
    ['zebra', 'ant', 'a', 3],
    ['zebra', 'ant', 'b', 1],
  ]);
  expect(votes.models).toEqual(['zebra', 'ant']);
  const { models, strengths } = fit(votes);
  expect(models).toEqual(['ant', 'zebra']);
  expect(strengths[1] - strengths[0]).toBeCloseTo(Math.log(3), 12);
});

test('names sort by code unit, capitals before small letters', () => {
  const votes = votesFrom([
    ['b', 'A', 'tie'],
    ['a', 'B', 'tie'],
    ['A', 'a', 'tie'],
  ]);
  expect(fit(votes).models).toEqual(['A', 'B', 'a', 'b']);
});

test('"both bad" counts as a tie unless it is dropped; dropping ties drops it too', () => {
  const votes = votesFrom([
    ['x', 'y', 'a', 6],
    ['x', 'y', 'b', 2],
    ['x', 'y', 'tie', 1],
    ['x', 'y', 'bothBad', 5],
  ]);
  const gap = (options: Parameters<typeof fit>[1]): number => 2 * fit(votes, options).strengths[0];
  expect(gap({})).toBeCloseTo(Math.log(9 / 5), 12);
  expect(gap({ bothBad: 'drop' })).toBeCloseTo(Math.log(6.5 / 2.5), 12);
  expect(gap({ ties: 'drop' })).toBeCloseTo(Math.log(6 / 2), 12);
  expect(fit(votes, { model: 'davidson' }).tie).toBeCloseTo(Math.log(6 / Math.sqrt(12)), 11);
  expect(fit(votes, { model: 'davidson', bothBad: 'drop' }).tie).toBeCloseTo(Math.log(1 / Math.sqrt(12)), 11);
  expect(fit(votes, { bothBad: 'drop' }).problem.design.votes).toBe(9);
});

test('a vote of weight 3 counts like three votes, one of weight 0 not at all', () => {
  const votes = votesFrom([
    ['x', 'y', 'a'],
    ['x', 'y', 'b'],
    ['x', 'y', 'b'],
  ]);
  const [x, y] = fit({ ...votes, weight: Float64Array.of(3, 1, 0) }).strengths;
  expect(x - y).toBeCloseTo(Math.log(3), 12);
});

test('the log-likelihood is the sum of the logarithms of the fitted probabilities', () => {
  const { logLikelihood } = fit(duel(6, 2));
  expect(logLikelihood).toBeCloseTo(6 * Math.log(0.75) + 2 * Math.log(0.25), 12);
});

test('a likelihood of thousands of wins against one loss is climbed to its top', () => {
  const { strengths, gradientNorm, iterations } = fit(duel(100_000, 1));
  expect((strengths[0] - strengths[1]) * POINTS).toBeCloseTo(2000, 6);
  expect(gradientNorm).toBeLessThan(1e-8);
  expect(iterations).toBeLessThan(30);
});

test('the grounded model puts the level where "bad" lies', () => {
  // Equal models, π = e^θ: P(bad) = 1/(1 + 2π) = 1/5 gives π = 2; then P(a) = 2/(3 + 2t) = 3/10 gives t = 11/6.
  const votes = votesFrom([
    ['x', 'y', 'a', 15],
    ['x', 'y', 'b', 15],
    ['x', 'y', 'tie', 10],
    ['x', 'y', 'bothBad', 10],
  ]);
  const { strengths, level, tie } = fit(votes, { model: 'grounded-rao-kupper' });
  expect(strengths[0]).toBeCloseTo(0, 10);
  expect(level).toBeCloseTo(Math.log(2), 10);
  expect(tie).toBeCloseTo(Math.log(11 / 6), 10);
});
