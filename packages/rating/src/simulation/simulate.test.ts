import { expect, test } from 'vitest';
import { InvalidOption } from '../errors.ts';
import { fit } from '../fit/fit.ts';
import { covariance, standardErrors } from '../uncertainty/covariance.ts';
import { concentration } from '../uncertainty/voters.ts';
import { checkVotes, OUTCOME } from '../votes.ts';
import { type SimulateOptions, simulate } from './simulate.ts';

test('as many votes as asked for, between models of numbered names', () => {
  const { votes } = simulate({ models: 12, votes: 50, seed: 1 });
  expect(votes.outcome).toHaveLength(50);
  expect(votes.models[0]).toBe('model-01');
  expect(votes.models[11]).toBe('model-12');
  expect(() => checkVotes(votes)).not.toThrow();
});

test('the same seed gives the same votes, another seed others', () => {
  const options = { models: 4, votes: 100, taste: 1, promptEffect: 1, style: { length: 0.3, bold: 0 } } as const;
  expect(simulate({ ...options, seed: 1 })).toEqual(simulate({ ...options, seed: 1 }));
  expect(simulate({ ...options, seed: 1 }).votes.outcome).not.toEqual(simulate({ ...options, seed: 2 }).votes.outcome);
});

test('the first votes of a seed, which must never change', () => {
  const { votes, strengths, counts } = simulate({ models: 3, votes: 8, seed: 1, style: { length: 0.3 } });
  expect(Array.from(votes.modelA)).toEqual([1, 2, 1, 1, 2, 2, 0, 0]);
  expect(Array.from(votes.modelB)).toEqual([2, 0, 2, 2, 1, 0, 2, 1]);
  expect(Array.from(votes.outcome)).toEqual([2, 0, 1, 0, 1, 0, 1, 1]);
  expect(Array.from(votes.voter ?? [])).toEqual([0, 0, 0, 0, 2, 0, 2, 0]);
  expect(Array.from(counts.length.a)).toEqual([831, 357, 430, 259, 313, 265, 2483, 1208]);
  expect(Array.from(strengths)).toEqual([-0.7986910836237795, 0.009321729443034511, 0.7301839863275829]);
});

function shares(options: Partial<SimulateOptions>): number[] {
  const { votes } = simulate({ models: 2, votes: 40_000, seed: 5, strengths: [0, 0], ...options });
  return Object.values(OUTCOME).map((outcome) => votes.outcome.filter((seen) => seen === outcome).length / 40_000);
}

/** Four standard errors of a share among 40,000. */
const near = (found: number, expected: number): boolean =>
  Math.abs(found - expected) <= 4 * Math.sqrt((expected * (1 - expected)) / 40_000);

test('equal models: ties and both-bad votes come in the shares asked for', () => {
  const [a, b, tie, bothBad] = shares({ tieShare: 0.4, bothBadShare: 0.25 });
  expect(near(a, 0.3) && near(b, 0.3)).toBe(true);
  expect(near(tie, 0.3)).toBe(true);
  expect(near(bothBad, 0.1)).toBe(true);
});

test('no ties, none of them bad, all of them bad', () => {
  expect(shares({ tieShare: 0 }).slice(2)).toEqual([0, 0]);
  expect(shares({ bothBadShare: 0 })[3]).toBe(0);
  expect(shares({ bothBadShare: 1 })[2]).toBe(0);
});

test('stronger models are bad together less often', () => {
  const [, , tie, bothBad] = shares({ strengths: [2, 2] });
  // Half at average strength: the odds fall by e^−2.
  const share = bothBad / (tie + bothBad);
  expect(share / (1 - share)).toBeCloseTo(Math.exp(-2), 1);
});

test('the position effect is the log-odds of side a between equals', () => {
  const [a, b] = shares({ position: 0.4 });
  expect(Math.log(a / b)).toBeCloseTo(0.4, 1);
});

test('Davidson with style and position finds the truth again, within its errors', () => {
  const truth = [-0.6, -0.1, 0.2, 0.5];
  const options = { models: 4, votes: 30_000, seed: 6, strengths: truth, position: 0.15, tieShare: 0.35 };
  const { votes } = simulate({ ...options, style: { length: 0.5, lists: -0.3, bold: 0 } });
  const fitted = fit(votes, { model: 'davidson', position: true });
  const errors = standardErrors(covariance(fitted, { method: 'sandwich' }));
  expect(fitted.coefficients.map(({ name }) => name)).toEqual(['position', 'length', 'lists', 'bold']);
  const found = [...fitted.strengths, ...fitted.coefficients.map(({ value, scale }) => value / scale), fitted.tie ?? 0];
  const tie = Math.log((2 * 0.35) / 0.65);
  [...truth, 0.15, 0.5, -0.3, 0, tie].forEach((expected, k) => {
    const scale = fitted.coefficients[k - 4]?.scale ?? 1;
    expect(Math.abs(found[k] - expected), `estimate ${k}`).toBeLessThan((4 * errors[k]) / scale);
  });
  // The effect is no small thing beside its error: the test could fail.
  expect(fitted.coefficients[1].value).toBeGreaterThan(10 * errors[5]);
});

test('without the style, its effect goes into the ratings', () => {
  const options = { models: 4, votes: 30_000, seed: 6, strengths: [0, 0, 0, 0] } as const;
  const { votes } = simulate({ ...options, style: { length: 1.5 } });
  const { covariates: _, ...blind } = votes;
  const spread = (strengths: Float64Array): number => Math.max(...strengths) - Math.min(...strengths);
  expect(spread(fit(blind).strengths)).toBeGreaterThan(4 * spread(fit(votes).strengths));
});

test('covariates are (a − b)/(a + b) of the counts', () => {
  const { votes, counts } = simulate({ models: 3, votes: 200, seed: 7, style: { length: 0, headers: 0 } });
  const [length, headers] = votes.covariates ?? [];
  expect([length.name, headers.name]).toEqual(['length', 'headers']);
  for (const [{ values }, { a, b }] of [[length, counts.length] as const, [headers, counts.headers] as const]) {
    values.forEach((value, v) => {
      expect(value).toBe(a[v] === b[v] ? 0 : Math.fround((a[v] - b[v]) / (a[v] + b[v])));
    });
  }
  expect(Math.min(...counts.length.a)).toBeGreaterThanOrEqual(1);
  expect(counts.headers.a).toContain(0);
});

test('few voters cast many votes, unless told otherwise', () => {
  const by = (options: Partial<SimulateOptions>): { effective: number; largest: number; voters: number } => {
    const found = concentration(fit(simulate({ models: 3, votes: 20_000, seed: 8, voters: 2000, ...options }).votes));
    if (found === null) throw new Error('The votes name voters.');
    return { effective: found.effectiveVoters, largest: found.largestShare, voters: found.voters };
  };
  // Share of voter 0 among n: (1/n)^(1 − tail).
  expect(by({ voterTail: 0.5 }).largest).toBeCloseTo(1 / Math.sqrt(2000), 2);
  expect(by({ voterTail: 0 }).largest).toBeLessThan(0.002);
  expect(by({ voterTail: 0 }).effective).toBeGreaterThan(5 * by({ voterTail: 0.7 }).effective);
  expect(by({ voterTail: 0, largestVoterShare: 0.2 }).largest).toBeCloseTo(0.2, 1);
});

test('models and prompts are drawn as unevenly as asked', () => {
  const { votes } = simulate({ models: 10, votes: 20_000, seed: 9, modelTail: 0.5, prompts: 40, promptTail: 0 });
  const first = votes.modelA.filter((model) => model === 0).length / 20_000;
  expect(first).toBeCloseTo(1 / Math.sqrt(10), 1);
  expect(new Set(votes.prompt).size).toBe(40);
  const own = simulate({ models: 3, votes: 30, seed: 9 }).votes.prompt;
  expect(new Set(own).size).toBe(30);
});

test('prompts that suit some models make votes on one prompt alike', () => {
  const options = { models: 2, votes: 4000, seed: 10, strengths: [0, 0], prompts: 20, promptTail: 0, voters: 4000 };
  const inflation = (promptEffect: number): number => {
    const fitted = fit(simulate({ ...options, promptEffect }).votes);
    const [byPrompt] = standardErrors(covariance(fitted, { method: 'clustered', by: ['prompt'] }));
    return byPrompt / standardErrors(covariance(fitted, { method: 'sandwich' }))[0];
  };
  expect(inflation(0)).toBeLessThan(1.6);
  expect(inflation(1)).toBeGreaterThan(3);
});

const base: SimulateOptions = { models: 3, votes: 10, seed: 1 };

test.each<[string, Partial<SimulateOptions>, string]>([
  ['one model', { models: 1 }, 'at least two models, not 1'],
  ['one name', { models: ['x'] }, 'at least two models, not 1'],
  ['a negative number of votes', { votes: -1 }, 'The number of votes is -1.'],
  ['half a vote', { votes: 0.5 }, 'The number of votes is 0.5.'],
  ['too few strengths', { strengths: [0, 1] }, 'There are 2 strengths for 3 models.'],
  ['nothing but ties', { tieShare: 1 }, 'The share of ties is 1; it lies in [0, 1).'],
  ['a tail of 1', { voterTail: 1 }, 'voterTail is 1'],
  ['a negative tail', { modelTail: -0.1 }, 'modelTail is -0.1'],
  ['a tail that is no number', { promptTail: Number.NaN }, 'promptTail is NaN'],
])('%s cannot be simulated', (_, change, message) => {
  expect(() => simulate({ ...base, ...change })).toThrow(InvalidOption);
  expect(() => simulate({ ...base, ...change })).toThrow(message);
});

test.each<[string, Partial<SimulateOptions>]>([
  ['half a model', { models: 2.5 }],
  ['a share of bad ties above 1', { bothBadShare: 1.5 }],
  ['a largest voter of more than all votes', { largestVoterShare: 2 }],
  ['no voters', { voters: 0 }],
  ['no prompts', { prompts: 0 }],
  ['a strength that is no number', { strengths: [0, 1, Number.NaN] }],
  ['a negative taste', { taste: -1 }],
])('%s is refused rather than simulated as something else', (_, change) => {
  expect(() => simulate({ ...base, ...change })).toThrow(InvalidOption);
});

test('no votes are votes too', () => {
  expect(simulate({ ...base, votes: 0 }).votes.outcome).toHaveLength(0);
});
