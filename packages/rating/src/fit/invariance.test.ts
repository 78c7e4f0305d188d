import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { createRandom } from '../numbers/random.ts';
import { simulate } from '../simulation/simulate.ts';
import { shuffledVotes, someVotes, type VotesShape } from '../testing/arbitraries.ts';
import { duel, evenWeights, placesOf, renumberModels, rowsOf, swapSides } from '../testing/votes.ts';
import { covariance, differenceError } from '../uncertainty/covariance.ts';
import { UNKNOWN, type Votes } from '../votes.ts';
import { type Fit, type FitOptions, fit } from './fit.ts';

/** Each run makes several fits and covariances. */
const FEW = { numRuns: 40 };

/** A billionth of a rating point, in log-odds. */
const TINY = 1e-9 * (Math.LN10 / 400);

/** All that a fit says in numbers, and its covariances, to be compared bit by bit. */
function bits(votes: Votes, options: FitOptions): unknown {
  const fitted = fit(votes, options);
  const { models, strengths, coefficients, tie, level, logLikelihood } = fitted;
  const methods = ['model', 'sandwich', 'clustered'] as const;
  const spreads = methods.map((method) => covariance(fitted, { method }).values);
  const twoWay = covariance(fitted, { method: 'clustered', by: ['voter', 'prompt'] }).values;
  return { models, strengths, coefficients, tie, level, logLikelihood, spreads, twoWay };
}

/** Largest difference of a strength between two fits, models matched by `nameOf`. */
function gap(one: Fit, other: Fit, nameOf: (model: string) => string = (model) => model): number {
  const differences = one.models.map(
    (model, i) => one.strengths[i] - other.strengths[other.models.indexOf(nameOf(model))],
  );
  return Math.max(...differences.map(Math.abs));
}

test('the order of rows and names leaves not one bit changed (shortest case)', () => {
  const votes = duel(5, 3, 2);
  const turned = renumberModels(rowsOf(votes, placesOf(votes).reverse()), [1, 0]);
  expect(bits(turned, {})).toEqual(bits(votes, {}));
});

const SHAPES: Record<string, VotesShape> = {
  plain: {},
  weighted: { weighted: true },
  'with voters and prompts': { clustered: true },
  'with covariates': { covariates: 2 },
  'with covariates, weights, voters and prompts': { covariates: 2, weighted: true, clustered: true },
};

for (const [name, shape] of Object.entries(SHAPES)) {
  const options = fc.constantFrom<FitOptions>({}, { position: true }, { model: 'davidson' }, { model: 'rao-kupper' });

  test.prop([shuffledVotes(shape), options], FEW)(
    `any order of the rows gives the same bits: ${name}`,
    ({ votes, shuffled }, asked) => {
      expect(bits(shuffled, asked)).toEqual(bits(votes, asked));
    },
  );

  test.prop([someVotes(shape), fc.nat(), options], FEW)(
    `any order of the names in the input gives the same bits: ${name}`,
    (votes, seed, asked) => {
      expect(bits(renumberModels(votes, shuffledNumbers(votes.models.length, seed)), asked)).toEqual(
        bits(votes, asked),
      );
    },
  );
}

test.prop([someVotes({ covariates: 1, weighted: true, clustered: true }), fc.nat()], FEW)(
  'new numbers for the voters change nothing beyond rounding',
  (votes, seed) => {
    const number = shuffledNumbers(6, seed);
    const voter = votes.voter?.map((v) => (v === UNKNOWN ? v : number[v]));
    const renumbered = fit({ ...votes, ...(voter && { voter }) });
    const fitted = fit(votes);
    expect(gap(fitted, renumbered)).toBeLessThan(TINY);
    const [one, other] = [fitted, renumbered].map((f) => covariance(f, { method: 'clustered' }).values);
    one.forEach((value, k) => {
      expect(value).toBeCloseTo(other[k], 11);
    });
  },
);

test.prop([someVotes(), fc.infiniteStream(fc.boolean())], FEW)(
  'turning any rows round changes no strength',
  (votes, coins) => {
    const swap = placesOf(votes).map(() => coins.next().value ?? false);
    const turned = swapSides(votes, (v) => swap[v]);
    expect(gap(fit(votes), fit(turned))).toBeLessThan(TINY);
    expect(gap(fit(votes, { model: 'davidson' }), fit(turned, { model: 'davidson' }))).toBeLessThan(TINY);
  },
);

test.prop([someVotes({ covariates: 1, weighted: true })], FEW)(
  'turning all rows round, covariates too, changes only the sign of the position effect',
  (votes) => {
    const fitted = fit(votes, { position: true });
    const turned = fit(
      swapSides(votes, () => true),
      { position: true },
    );
    expect(gap(fitted, turned)).toBeLessThan(TINY);
    expect(turned.coefficients[0].value).toBeCloseTo(-fitted.coefficients[0].value, 10);
    expect(turned.coefficients[1].value).toBeCloseTo(fitted.coefficients[1].value, 10);
  },
);

test.prop([someVotes()], FEW)(
  'names in the opposite order of the alphabet: the same strengths under other names',
  (votes) => {
    const turned = (name: string): string => `name ${9 - Number(name.at(-1))}`;
    const renamed = { ...votes, models: votes.models.map(turned) };
    expect(gap(fit(votes), fit(renamed), turned)).toBeLessThan(TINY);
  },
);

test.prop([someVotes({ clustered: true })], FEW)(
  'all votes twice: the same strengths, vote-level errors over √2, clustered errors as they were',
  (votes) => {
    const known = { ...votes, voter: votes.voter?.map((v) => (v === UNKNOWN ? 7 : v)) ?? new Uint32Array() };
    const [once, twice] = [fit(known), fit(rowsOf(known, [...placesOf(known), ...placesOf(known)]))];
    expect(gap(once, twice)).toBeLessThan(TINY);
    const error = (fitted: Fit, method: 'model' | 'sandwich' | 'clustered'): number =>
      differenceError(covariance(fitted, { method }), 0, 1);
    expect(error(twice, 'model')).toBeCloseTo(error(once, 'model') / Math.SQRT2, 11);
    expect(error(twice, 'sandwich')).toBeCloseTo(error(once, 'sandwich') / Math.SQRT2, 11);
    expect(error(twice, 'clustered')).toBeCloseTo(error(once, 'clustered'), 11);
  },
);

test.prop([someVotes({ covariates: 1, clustered: true }), fc.constantFrom(2, 0.37, 1e-3)], FEW)(
  'one weight for all leaves strengths and sandwich as they were, and divides the inverse information',
  (votes, weight) => {
    const [plain, weighted] = [fit(votes), fit(evenWeights(votes, weight))];
    expect(gap(plain, weighted)).toBeLessThan(TINY);
    for (const method of ['sandwich', 'clustered', 'model'] as const) {
      const expected = covariance(plain, { method }).values;
      covariance(weighted, { method }).values.forEach((value, k) => {
        expect(value * (method === 'model' ? weight : 1)).toBeCloseTo(expected[k], 10);
      });
    }
  },
);

test.prop(
  [someVotes({ clustered: true }), fc.constantFrom<FitOptions>({}, { position: true }, { model: 'davidson' })],
  FEW,
)('counting equal votes together gives what single rows give', (votes, options) => {
  const [together, single] = [fit(votes, options), fit(evenWeights(votes, 0.5), options)];
  expect(together.problem.design.count).not.toBeNull();
  expect(single.problem.design.count).toBeNull();
  expect(gap(together, single)).toBeLessThan(TINY);
  for (const by of [undefined, ['voter'], ['prompt'], ['voter', 'prompt']] as const) {
    const [one, other] = [together, single].map((fitted) =>
      covariance(fitted, by === undefined ? { method: 'sandwich' } : { method: 'clustered', by }),
    );
    expect(one.clusters).toBe(other.clusters);
    one.values.forEach((value, k) => {
      expect(value).toBeCloseTo(other.values[k], 10);
    });
  }
});

test.prop([someVotes()], FEW)('a list of no covariates is no list', (votes) => {
  expect(bits({ ...votes, covariates: [] }, {})).toEqual(bits(votes, {}));
});

test('one model split at random into two: their difference is within its error, over many seeds', () => {
  const scores = Array.from({ length: 150 }, (_, seed) => {
    const { votes } = simulate({ models: 4, votes: 1500, seed, voters: 100_000, voterTail: 0 });
    const random = createRandom(1000 + seed);
    const halve = (model: number): number => (model === 3 && random.uniform() < 0.5 ? 4 : model);
    const split: Votes = {
      ...votes,
      models: [...votes.models, 'model-5'],
      modelA: votes.modelA.map(halve),
      modelB: votes.modelB.map(halve),
    };
    const fitted = fit(split);
    return (
      (fitted.strengths[3] - fitted.strengths[4]) / differenceError(covariance(fitted, { method: 'sandwich' }), 3, 4)
    );
  });
  const mean = scores.reduce((sum, z) => sum + z / scores.length, 0);
  const square = scores.reduce((sum, z) => sum + (z * z) / scores.length, 0);
  // Four standard errors of either mean under z ~ N(0, 1).
  expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(150));
  expect(Math.abs(square - 1)).toBeLessThan(4 * Math.sqrt(2 / 150));
});

function shuffledNumbers(count: number, seed: number): number[] {
  const random = createRandom(seed);
  const keys = Array.from({ length: count }, () => random.uniform());
  return keys.map((_, i) => i).sort((i, j) => keys[i] - keys[j]);
}
