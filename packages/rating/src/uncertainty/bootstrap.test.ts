import { expect, test } from 'vitest';
import { InvalidOption, NotConnected } from '../errors.ts';
import { fit } from '../fit/fit.ts';
import { simulate } from '../simulation/simulate.ts';
import { duel, placesOf, rowsOf, votesFrom } from '../testing/votes.ts';
import { type Bootstrap, bootstrap, percentileInterval } from './bootstrap.ts';
import { type Covariance, covariance, differenceError, standardErrors } from './covariance.ts';

// 3,000 votes of voters with tastes: votes and voters give clearly different answers.
const { votes } = simulate({ models: 5, votes: 3000, seed: 11, voters: 60, taste: 0.8, style: { length: 0.4 } });
const { covariates: _, ...plain } = votes;
const fitted = fit(plain);
const styled = fit(votes, { position: true });

test('the same seed gives the same bits, another seed other draws', () => {
  const options = { unit: 'vote', method: 'one-step', rounds: 5 } as const;
  const once = bootstrap(fitted, { ...options, seed: 1 });
  expect(bootstrap(fitted, { ...options, seed: 1 })).toEqual(once);
  const other = bootstrap(fitted, { ...options, seed: 2 }).draws;
  once.draws.forEach((value, k) => {
    expect(value).not.toBe(other[k]);
  });
});

test('round r has a stream of its own: more rounds begin with the same draws', () => {
  const options = { unit: 'voter', method: 'refit', seed: 3 } as const;
  const few = bootstrap(fitted, { ...options, rounds: 3 });
  const many = bootstrap(fitted, { ...options, rounds: 6 });
  expect(many.draws.slice(0, few.draws.length)).toEqual(few.draws);
});

test('a draw holds strengths that sum to zero, then coefficients in their units', () => {
  const {
    draws,
    covariance: spread,
    rounds,
  } = bootstrap(styled, { unit: 'vote', method: 'refit', rounds: 20, seed: 4 });
  expect(spread).toMatchObject({ method: 'bootstrap', size: 7, clusters: null, by: [] });
  expect(draws).toHaveLength(rounds * 7);
  for (let r = 0; r < rounds; r++) {
    const draw = draws.subarray(7 * r, 7 * r + 7);
    expect(draw.slice(0, 5).reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 12);
  }
  const meanOf = (k: number): number =>
    Array.from({ length: rounds }, (_, r) => draws[7 * r + k] / rounds).reduce((a, b) => a + b);
  const error = standardErrors(covariance(styled, { method: 'sandwich' }))[6];
  expect(Math.abs(meanOf(6) - styled.coefficients[1].value)).toBeLessThan(error);
});

function ratios(one: Covariance, other: Covariance): number[] {
  const found: number[] = [];
  for (let i = 0; i < 5; i++)
    for (let j = 0; j < i; j++) found.push(differenceError(one, i, j) / differenceError(other, i, j));
  const [errors, others] = [standardErrors(one), standardErrors(other)];
  for (let k = 5; k < errors.length; k++) found.push(errors[k] / others[k]);
  return found;
}

/** With R rounds a standard error is off by 1/√(2R): 3.5 % at 400. */
function expectSameErrors(one: Covariance, other: Covariance, tolerance: number): void {
  for (const ratio of ratios(one, other)) expect(Math.abs(ratio - 1)).toBeLessThan(tolerance);
}

for (const [name, subject] of Object.entries({ 'from counts': fitted, 'with style and position': styled })) {
  const clustered = covariance(subject, { method: 'clustered' });
  const sandwich = covariance(subject, { method: 'sandwich' });

  test(`one-step draws of votes spread as the sandwich does: ${name}`, () => {
    const draws = bootstrap(subject, { unit: 'vote', method: 'one-step', rounds: 400, seed: 5 });
    expect(draws.rounds).toBe(400);
    expectSameErrors(draws.covariance, sandwich, 0.14);
  });

  test(`one-step draws of voters spread as the clustered covariance does: ${name}`, () => {
    const draws = bootstrap(subject, { unit: 'voter', method: 'one-step', rounds: 400, seed: 6 });
    expect(draws.covariance.clusters).toBe(clustered.clusters);
    expectSameErrors(draws.covariance, clustered, 0.14);
  });
}

test('here voters matter: clustered errors are well above those of votes', () => {
  const compared = ratios(covariance(fitted, { method: 'clustered' }), covariance(fitted, { method: 'sandwich' }));
  expect(Math.min(...compared)).toBeGreaterThan(1.2);
});

test('refits and single steps from the same resamples agree draw by draw', () => {
  const options = { unit: 'vote', rounds: 50, seed: 7 } as const;
  const steps = bootstrap(fitted, { ...options, method: 'one-step' });
  const refits = bootstrap(fitted, { ...options, method: 'refit' });
  const error = standardErrors(covariance(fitted, { method: 'sandwich' }));
  refits.draws.forEach((value, k) => {
    expect(Math.abs(value - steps.draws[k])).toBeLessThan(0.35 * error[k % 5]);
  });
  expectSameErrors(refits.covariance, steps.covariance, 0.06);
});

test('Davidson: draws of ln ν spread around the estimate as its error says', () => {
  const davidson = fit(plain, { model: 'davidson' });
  const draws = bootstrap(davidson, { unit: 'vote', method: 'refit', rounds: 200, seed: 8 });
  const ratio = standardErrors(draws.covariance)[5] / standardErrors(covariance(davidson, { method: 'sandwich' }))[5];
  expect(Math.abs(ratio - 1)).toBeLessThan(0.2);
});

test('rounds whose models fall apart are counted and left out', () => {
  const fragile = fit(
    votesFrom([
      ['x', 'y', 'a', 6],
      ['x', 'y', 'b', 1],
    ]),
  );
  const { rounds, unusable, draws } = bootstrap(fragile, { unit: 'vote', method: 'refit', rounds: 300, seed: 9 });
  expect(rounds + unusable).toBe(300);
  expect(draws).toHaveLength(2 * rounds);
  expect(draws.every(Number.isFinite)).toBe(true);
  // The only loss is drawn zero times with probability 1/e.
  expect(Math.abs(unusable / 300 - 0.368)).toBeLessThan(4 * Math.sqrt((0.368 * 0.632) / 300));
});

test('where no round is usable there is no covariance, which is not the same as a zero one', () => {
  const fragile = fit(duel(6, 1));
  const options = { unit: 'vote', method: 'refit', rounds: 2, seed: 1 } as const;
  expect(() => bootstrap(fragile, options)).toThrow(NotConnected);
  expect(() => bootstrap(fragile, options)).toThrow('only 0 connect');
});

test('after each round the caller hears of it, and may stop by throwing', () => {
  const heard: number[] = [];
  const options = { unit: 'vote', method: 'one-step', rounds: 3, seed: 1 } as const;
  bootstrap(fitted, { ...options, onRound: (done) => heard.push(done) });
  expect(heard).toEqual([1, 2, 3]);
  const stop = (): void => {
    throw new Error('enough');
  };
  expect(() => bootstrap(fitted, { ...options, onRound: stop })).toThrow('enough');
});

test('a percentile interval interpolates between draws', () => {
  const five: Bootstrap = {
    draws: Float64Array.of(3, 0, 1, 0, 5, 0, 2, 0, 4, 0),
    rounds: 5,
    unusable: 0,
    covariance: { method: 'bootstrap', size: 2, values: new Float64Array(4), clusters: null, by: [] },
  };
  expect(percentileInterval(five, 0, 0.5)).toEqual([2, 4]);
  const [low, high] = percentileInterval(five, 0, 0.9);
  expect(low).toBeCloseTo(1.2, 12);
  expect(high).toBeCloseTo(4.8, 12);
});

test('percentile intervals are about as wide as those of the sandwich', () => {
  const draws = bootstrap(fitted, { unit: 'vote', method: 'one-step', rounds: 800, seed: 10 });
  const [low, high] = percentileInterval(draws, 0, 0.95);
  const width = 2 * 1.96 * standardErrors(covariance(fitted, { method: 'sandwich' }))[0];
  expect(Math.abs((high - low) / width - 1)).toBeLessThan(0.15);
  expect(low < fitted.strengths[0] && fitted.strengths[0] < high).toBe(true);
});

test('without a voter column, drawing voters draws votes, and says so by naming no clusters', () => {
  const { voter: __, ...without } = plain;
  const options = { method: 'one-step', rounds: 5, seed: 1 } as const;
  const draws = bootstrap(fit(without), { ...options, unit: 'voter' });
  expect(draws.covariance.clusters).toBeNull();
  expect(draws).toEqual(bootstrap(fit(without), { ...options, unit: 'vote' }));
});

test('one voter says nothing about voters: the draws do not pretend to certainty', () => {
  const alone = fit({ ...duel(30, 20), voter: new Uint32Array(50) });
  const draws = bootstrap(alone, { unit: 'voter', method: 'one-step', rounds: 100, seed: 1 });
  const error = differenceError(covariance(alone, { method: 'clustered' }), 0, 1);
  expect(differenceError(draws.covariance, 0, 1)).toBeGreaterThan(error / 2);
});

test.each([0, 1, -3, 2.5, Number.NaN])('%d rounds cannot give a covariance and are refused', (rounds) => {
  expect(() => bootstrap(fitted, { unit: 'vote', method: 'one-step', rounds, seed: 1 })).toThrow(InvalidOption);
});

test.each(['vote', 'voter', 'prompt'] as const)('any order of the rows gives the same draws of %ss', (unit) => {
  // Few kinds of row, so that many of them are equal in everything but the prompt.
  const some = rowsOf(votes, placesOf(votes).slice(0, 600));
  const base = {
    ...some,
    voter: Uint32Array.from(some.outcome, (_, v) => (v * v) % 4),
    prompt: Uint32Array.from(some.outcome, (_, v) => v % 50),
    covariates: [{ name: 'coarse', values: Float32Array.from(some.outcome, (_, v) => [0.3, -0.7, 0][v % 3]) }],
  };
  const shuffled = rowsOf(
    base,
    placesOf(base).sort((v, w) => ((v * 7919) % 600) - ((w * 7919) % 600)),
  );
  const options = { unit, method: 'one-step', rounds: 4, seed: 12 } as const;
  expect(bootstrap(fit(shuffled), options).draws).toEqual(bootstrap(fit(base), options).draws);
});
