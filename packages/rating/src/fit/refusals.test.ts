import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { InvalidOption, InvalidVotes, NotConnected, NotConverged, NotIdentified, RatingError } from '../errors.ts';
import { simulate } from '../simulation/simulate.ts';
import { duel, votesFrom } from '../testing/votes.ts';
import type { TieModelName } from '../tie-models/tie-model.ts';
import type { Votes } from '../votes.ts';
import { fit } from './fit.ts';

const { votes } = simulate({ models: 4, votes: 400, seed: 1, style: { length: 0.5, bold: 0.2 } });
const [length, bold] = votes.covariates ?? [];

/** The votes with one covariate more, a number a vote. */
function plus(name: string, of: (v: number) => number): Votes {
  const values = Float32Array.from(votes.outcome, (_, v) => of(v));
  return { ...votes, covariates: [length, bold, { name, values }] };
}

/** The covariate that a fit is refused for. */
function blamed(refused: Votes, position = false): string {
  try {
    fit(refused, { position });
  } catch (error) {
    if (error instanceof NotIdentified) return error.covariate;
    throw error;
  }
  throw new Error('It was not refused.');
}

test('a covariate that is 0 in every vote is refused by name', () => {
  const refused = plus('headers', () => 0);
  expect(blamed(refused)).toBe('headers');
  expect(() => fit(refused)).toThrow('The effect of "headers" cannot be estimated: it is 0 in every vote.');
});

test('a covariate that follows from the models cannot be told from them', () => {
  const price = [0.3, 1.7, 2.9, 11];
  expect(blamed(plus('price', (v) => price[votes.modelA[v]] - price[votes.modelB[v]]))).toBe('price');
});

test('the same covariate twice, at another scale or mixed from others: the later one is named', () => {
  expect(blamed(plus('again', (v) => length.values[v]))).toBe('again');
  expect(blamed(plus('tripled', (v) => -3 * length.values[v]))).toBe('tripled');
  expect(blamed(plus('mixture', (v) => 2 * length.values[v] + 0.5 * bold.values[v]))).toBe('mixture');
});

test('a constant covariate is the position effect: fitted alone, refused beside it', () => {
  const constant = plus('constant', () => 1);
  expect(fit(constant).coefficients[2].value).toBeCloseTo(fit(votes, { position: true }).coefficients[0].value, 9);
  expect(blamed(constant, true)).toBe('constant');
});

test('where each model keeps its side, the position effect cannot be told from strength', () => {
  expect(blamed(duel(3, 2), true)).toBe('position');
});

test('a covariate of tiny or of huge numbers is no reason for refusal', () => {
  const [small, large] = [1e-12, 1e12].map((unit) => {
    const values = length.values.map((value) => value * unit);
    return fit({ ...votes, covariates: [{ name: 'length', values }] });
  });
  const plain = fit({ ...votes, covariates: [length] });
  expect(small.coefficients[0].value).toBeCloseTo(plain.coefficients[0].value, 6);
  expect(large.coefficients[0].value).toBeCloseTo(plain.coefficients[0].value, 6);
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('a scale of %d is refused by name', (scale) => {
  const refused = { ...votes, covariates: [{ ...length, scale }] };
  expect(() => fit(refused)).toThrow(InvalidOption);
  expect(() => fit(refused)).toThrow(`The scale of covariate "length" is ${scale}`);
});

test('a given scale changes the unit of the answer and nothing else', () => {
  const [own, given] = [length, { ...length, scale: 2 }].map((covariate) => fit({ ...votes, covariates: [covariate] }));
  expect(given.coefficients[0].scale).toBe(2);
  expect(given.strengths).toEqual(own.strengths);
  expect(given.coefficients[0].value / 2).toBeCloseTo(own.coefficients[0].value / own.coefficients[0].scale, 14);
});

test('the unit of a covariate is its root mean square over the votes of the fit', () => {
  const square = length.values.reduce((sum, value) => sum + value * value, 0);
  expect(fit(votes).coefficients[0].scale).toBeCloseTo(Math.sqrt(square / 400), 7);
  const weight = Float64Array.from(length.values, (value) => (Math.abs(value) < 0.3 ? 1 : 0));
  const kept = Array.from(length.values).filter((value) => Math.abs(value) < 0.3);
  const root = Math.sqrt(kept.reduce((sum, value) => sum + value * value, 0) / kept.length);
  expect(fit({ ...votes, weight }).coefficients[0].scale).toBeCloseTo(root, 7);
});

test('columns are checked before anything else', () => {
  expect(() => fit({ ...votes, modelA: new Uint32Array(3) })).toThrow(InvalidVotes);
});

test.each<TieModelName>(['davidson', 'rao-kupper', 'grounded-rao-kupper'])(
  '%s: options that cannot be met',
  (model) => {
    expect(() => fit(duel(3, 2, 4), { model, ties: 'drop' })).toThrow(`Ties cannot be dropped under ${model}`);
    expect(() => fit(duel(3, 2), { model, connectivity: 'prior' })).toThrow(`${model} needs ties`);
    expect(() => fit(duel(0, 0, 3), { model, connectivity: 'prior' })).toThrow(
      `${model} needs votes that are not ties`,
    );
    expect(() => fit(duel(3, 2), { model, connectivity: 'prior' })).toThrow(InvalidOption);
  },
);

test('the grounded model needs "both bad" votes', () => {
  const options = { model: 'grounded-rao-kupper', connectivity: 'prior' } as const;
  expect(() => fit(duel(3, 2, 4), options)).toThrow(
    'needs "both bad" votes, and there are none; use a tie model without them.',
  );
});

test('each refusal is a RatingError with a code and a name of its own', () => {
  const errors = [
    new InvalidVotes('x'),
    new InvalidOption('x'),
    new NotConnected([['x'], ['y']]),
    new NotIdentified('style', 'why'),
    new NotConverged(100, 2),
  ];
  for (const error of errors) expect(error).toBeInstanceOf(RatingError);
  expect(new Set(errors.map(({ code }) => code)).size).toBe(errors.length);
  expect(new NotConverged(100, 2)).toMatchObject({ iterations: 100, gradientNorm: 2 });
});

// Votes in which a style decides everything: no finite coefficient explains them best.
function separated(size: number, unit: number, undecided: number): Votes {
  const rows = Array.from({ length: size }, (_, v) => {
    const style = v % undecided === 0 ? 0 : (((v * 7919) % 101) - 50) / 50 || 0.5;
    const coin = Math.floor(v / undecided) % 2;
    return {
      a: v % 3,
      b: (v + 1 + (Math.floor(v / 3) % 2)) % 3,
      style,
      outcome: style === 0 ? coin : style > 0 ? 0 : 1,
    };
  });
  return {
    models: ['x', 'y', 'z'],
    modelA: Uint32Array.from(rows, ({ a }) => a),
    modelB: Uint32Array.from(rows, ({ b }) => b),
    outcome: Uint8Array.from(rows, ({ outcome }) => outcome),
    covariates: [{ name: 'style', values: Float32Array.from(rows, ({ style }) => style * unit) }],
  };
}

const units = fc.constantFrom(1e-3, 1, 1e3);

test.prop([fc.integer({ min: 30, max: 200 }), units], { numRuns: 20 })(
  'a style that decides every vote is refused, whatever its unit',
  (size, unit) => {
    expect(() => fit(separated(size, unit, size + 1))).toThrow(RatingError);
  },
);

test.prop([fc.integer({ min: 30, max: 200 }), units, fc.integer({ min: 2, max: 5 })], { numRuns: 20 })(
  'a style that decides all votes in which it differs is refused',
  (size, unit, undecided) => {
    expect(() => fit(separated(size, unit, undecided))).toThrow(RatingError);
  },
);

test('a side that always wins has no finite effect', () => {
  const always = votesFrom([
    ['x', 'y', 'a', 20],
    ['y', 'x', 'a', 30],
  ]);
  expect(() => fit(always, { position: true })).toThrow(RatingError);
});

test.each<TieModelName>(['davidson', 'rao-kupper'])(
  '%s: with a tie but no win of one side the gap and τ run away together, so the models are not connected',
  (model) => {
    expect(() => fit(duel(3, 0, 2), { model })).toThrow(NotConnected);
    expect(fit(duel(3, 0, 2), { model, connectivity: 'prior' }).strengths[0]).toBeGreaterThan(0);
  },
);

test('a model whose votes have almost no weight left is rated by them all the same', () => {
  const faded = votesFrom([
    ['x', 'y', 'a', 2],
    ['x', 'y', 'b', 2],
    ['x', 'z', 'a', 3],
    ['x', 'z', 'b', 1],
  ]);
  const weight = Float64Array.of(1, 1, 1, 1, 1e-12, 1e-12, 1e-12, 1e-12);
  const [x, , z] = fit({ ...faded, weight }).strengths;
  expect(x - z).toBeCloseTo(Math.log(3), 6);
});
