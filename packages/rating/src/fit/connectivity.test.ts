import { expect, test } from 'vitest';
import { NotConnected } from '../errors.ts';
import { duel, evenWeights, type Line, votesFrom } from '../testing/votes.ts';
import { covariance, differenceError } from '../uncertainty/covariance.ts';
import { reachable, strongComponents } from './connectivity.ts';
import { fit } from './fit.ts';

const ring = (x: string, y: string, z: string, times = 1): Line[] => [
  [x, y, 'a', times],
  [y, z, 'a', times],
  [z, x, 'a', times],
];

/** What the call is refused with. */
function refusal(call: () => unknown): NotConnected {
  try {
    call();
  } catch (error) {
    if (error instanceof NotConnected) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

test('a model that only wins has no finite rating: refused, with the sets', () => {
  const error = refusal(() => fit(duel(3, 0)));
  expect(error.code).toBe('not-connected');
  expect(error.components).toEqual([['x'], ['y']]);
});

test('a tie connects, and so does a "both bad"', () => {
  expect(() => fit(duel(3, 0, 1))).not.toThrow();
  expect(() => fit(votesFrom([['x', 'y', 'bothBad']]))).not.toThrow();
  expect(() => fit(duel(3, 0, 1), { ties: 'drop' })).toThrow(NotConnected);
});

test('two islands: both are named, the larger first', () => {
  const votes = votesFrom([['p', 'q', 'tie'], ...ring('x', 'y', 'z')]);
  const error = refusal(() => fit(votes));
  expect(error.components).toEqual([
    ['x', 'y', 'z'],
    ['p', 'q'],
  ]);
  expect(error.message).toContain('2 sets');
  expect(error.message).toContain('x, y, z; p, q');
});

test('no votes at all: refused without any set', () => {
  expect(refusal(() => fit(votesFrom([]))).components).toEqual([]);
  expect(refusal(() => fit(evenWeights(duel(1, 1), 0))).message).toContain('no vote between two different models');
});

test('a model without a vote is a set of its own', () => {
  const votes = { ...duel(1, 1), models: ['x', 'y', 'zero'] };
  expect(refusal(() => fit(votes)).components).toEqual([['x', 'y'], ['zero']]);
  expect(fit(votes, { connectivity: 'largest' }).excluded).toEqual([{ model: 'zero', reason: 'separate' }]);
});

test('votes of weight 0 connect nothing', () => {
  const votes = { ...duel(1, 1), weight: Float64Array.of(1, 0) };
  expect(() => fit(votes)).toThrow(NotConnected);
});

test('the largest set is rated; the others are listed with the reason', () => {
  const votes = votesFrom([
    ...ring('x', 'y', 'z', 2),
    ['champion', 'x', 'a', 4],
    ['loser', 'y', 'b', 4],
    ['worse', 'loser', 'b'],
    ['p', 'q', 'tie', 50],
  ]);
  const { models, strengths, excluded, components } = fit(votes, { connectivity: 'largest' });
  expect(models).toEqual(['x', 'y', 'z']);
  for (const strength of strengths) expect(strength).toBeCloseTo(0, 14);
  expect(components).toBe(5);
  expect(excluded).toEqual([
    { model: 'champion', reason: 'unbeaten' },
    { model: 'loser', reason: 'winless' },
    { model: 'p', reason: 'separate' },
    { model: 'q', reason: 'separate' },
    { model: 'worse', reason: 'winless' },
  ]);
});

test('among sets of equally many models the one with more votes is rated, then the first by name', () => {
  const pair = (x: string, y: string, times: number): Line => [x, y, 'tie', times];
  expect(fit(votesFrom([pair('a', 'b', 1), pair('y', 'z', 2)]), { connectivity: 'largest' }).models).toEqual([
    'y',
    'z',
  ]);
  expect(fit(votesFrom([pair('y', 'z', 2), pair('a', 'b', 2)]), { connectivity: 'largest' }).models).toEqual([
    'a',
    'b',
  ]);
});

test('the largest set must be of two models', () => {
  expect(() => fit(duel(3, 0), { connectivity: 'largest' })).toThrow(NotConnected);
});

test('the ratings of the largest set are those of its own votes alone', () => {
  const inside: Line[] = [...ring('x', 'y', 'z'), ['x', 'z', 'a', 3], ['y', 'x', 'tie', 2]];
  const votes = votesFrom([['champion', 'z', 'a', 9], ...inside, ['y', 'loser', 'a', 2]]);
  const covariates = [{ name: 'length', values: Float32Array.from(votes.outcome, (_, v) => ((v * 7) % 5) - 2) }];
  const kept = [...votes.outcome.keys()].filter((v) => v > 8 && v < votes.outcome.length - 2);
  const own = {
    ...votesFrom(inside),
    covariates: [{ name: 'length', values: Float32Array.from(kept, (v) => covariates[0].values[v]) }],
  };
  const [largest, alone] = [fit({ ...votes, covariates }, { connectivity: 'largest' }), fit(own)];
  expect(largest.strengths).toEqual(alone.strengths);
  expect(largest.coefficients).toEqual(alone.coefficients);
});

test('a prior gives the ratings of the same data with a phantom, half a win and half a loss against each model', () => {
  const lines: Line[] = [...ring('x', 'y', 'z'), ['champion', 'x', 'a', 4], ['p', 'q', 'a', 2]];
  const names = ['champion', 'p', 'q', 'x', 'y', 'z'];
  const phantom = names.flatMap((name): Line[] => [
    [name, 'phantom', 'a'],
    [name, 'phantom', 'b'],
  ]);
  const withPhantom = votesFrom([...lines, ...phantom]);
  const weight = Float64Array.from(withPhantom.outcome, (_, v) => (v < withPhantom.outcome.length - 12 ? 1 : 0.5));
  const explicit = fit({ ...withPhantom, weight });
  const prior = fit(votesFrom(lines), { connectivity: 'prior' });
  expect(prior.models).toEqual(names);
  expect(prior.excluded).toEqual([]);
  const ground = explicit.strengths[explicit.models.indexOf('phantom')];
  prior.strengths.forEach((strength, i) => {
    const other = explicit.strengths[explicit.models.indexOf(names[i])] - ground;
    expect(strength + prior.level, names[i]).toBeCloseTo(other, 10);
  });
  expect(prior.logLikelihood).toBeCloseTo(explicit.logLikelihood, 10);
  const [own, theirs] = [prior, explicit].map((fitted) =>
    differenceError(covariance(fitted, { method: 'model' }), fitted.models.indexOf('p'), fitted.models.indexOf('x')),
  );
  expect(own).toBeCloseTo(theirs, 10);
});

test('a prior by hand: three wins and no loss', () => {
  // Both models lie at ±θ: 3(1 − σ(2θ)) = σ(θ) − ½.
  const [x, y] = fit(duel(3, 0), { connectivity: 'prior' }).strengths;
  const sigma = (t: number): number => 1 / (1 + Math.exp(-t));
  expect(x).toBeCloseTo(-y, 13);
  expect(3 * (1 - sigma(2 * x))).toBeCloseTo(sigma(x) - 0.5, 12);
});

test('the grounded model needs each model tied to the ground', () => {
  const lines: Line[] = [...ring('x', 'y', 'z'), ['x', 'y', 'tie'], ['y', 'z', 'bothBad'], ['x', 'z', 'bothBad']];
  const options = { model: 'grounded-rao-kupper' } as const;
  expect(fit(votesFrom(lines), options).models).toEqual(['x', 'y', 'z']);
  const withOther = votesFrom([...lines, ['p', 'q', 'tie']]);
  // Found good only: nothing says how far above the ground p and q are.
  expect(refusal(() => fit(withOther, options)).components).toContainEqual(['p', 'q']);
  expect(fit(withOther, { ...options, connectivity: 'largest' }).models).toEqual(['x', 'y', 'z']);
});

test('strong components of a small graph', () => {
  expect(strongComponents([[1], [2], [0, 3], [4], [3], []])).toEqual([[0, 1, 2], [3, 4], [5]]);
  expect(Array.from(reachable([[1], [], [0]], 0))).toEqual([1, 1, 0]);
});

test('a chain of 20,000 nodes is walked without running out of stack', () => {
  const size = 20_000;
  const chain = Array.from({ length: size }, (_, i) => (i + 1 < size ? [i + 1] : []));
  expect(strongComponents(chain)).toHaveLength(size);
  const closed = Array.from({ length: size }, (_, i) => [(i + 1) % size]);
  expect(strongComponents(closed)).toHaveLength(1);
});
