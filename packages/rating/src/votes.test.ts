import { expect, test } from 'vitest';
import { InvalidVotes } from './errors.ts';
import { duel } from './testing/votes.ts';
import { checkVotes, type Votes } from './votes.ts';

const votes = duel(2, 1);

test('columns that are votes pass', () => {
  expect(() => checkVotes(votes)).not.toThrow();
  expect(() => checkVotes({ ...duel(0, 0), models: [] })).not.toThrow();
});

const covariate = (values: number[]): Pick<Votes, 'covariates'> => ({
  covariates: [{ name: 'length', values: Float32Array.from(values) }],
});

test.each<[string, Partial<Votes>, string]>([
  ['two models of one name', { models: ['x', 'x'] }, 'Two models have the same name.'],
  ['too few sides a', { modelA: Uint32Array.of(0) }, 'Column modelA has 1 elements where outcome has 3.'],
  ['too many sides b', { modelB: new Uint32Array(4) }, 'Column modelB has 4 elements where outcome has 3.'],
  ['too few weights', { weight: Float64Array.of(1, 1) }, 'Column weight has 2 elements where outcome has 3.'],
  ['too few voters', { voter: new Uint32Array(2) }, 'Column voter has 2 elements where outcome has 3.'],
  ['too many prompts', { prompt: new Uint32Array(5) }, 'Column prompt has 5 elements where outcome has 3.'],
  ['a model beyond the list as side a', { modelA: Uint32Array.of(0, 7, 0) }, 'Vote 1 names model 7 of 2.'],
  ['a model beyond the list as side b', { modelB: Uint32Array.of(1, 1, 2) }, 'Vote 2 names model 2 of 2.'],
  ['a model against itself', { modelB: Uint32Array.of(1, 0, 1) }, 'Vote 1 has the same model on both sides ("x").'],
  ['an unknown outcome', { outcome: Uint8Array.of(0, 1, 4) }, 'Vote 2 has the unknown outcome 4; known are 0 to 3.'],
  ['a negative weight', { weight: Float64Array.of(1, -0.5, 1) }, 'Vote 1 has the weight -0.5'],
  ['a weight that is no number', { weight: Float64Array.of(1, 1, Number.NaN) }, 'Vote 2 has the weight NaN'],
  ['an infinite weight', { weight: Float64Array.of(Number.POSITIVE_INFINITY, 1, 1) }, 'Vote 0 has the weight Infinity'],
  ['a short covariate', covariate([1, 2]), 'Covariate "length" has 2 elements where outcome has 3.'],
  ['a covariate that is no number', covariate([1, Number.NaN, 0]), 'Covariate "length" is NaN in vote 1'],
  ['an infinite covariate', covariate([0, 0, Number.NEGATIVE_INFINITY]), 'Covariate "length" is -Infinity in vote 2'],
])('%s is refused by name and row', (_, change, message) => {
  const check = (): void => checkVotes({ ...votes, ...change });
  expect(check).toThrow(InvalidVotes);
  expect(check).toThrow(message);
});

test('an empty list of models is a list; a vote then names a model beyond it', () => {
  expect(() => checkVotes({ ...votes, models: [] })).toThrow('Vote 0 names model 0 of 0.');
});
