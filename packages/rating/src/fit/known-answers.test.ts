import { expect, test } from 'vitest';
import { baseball, baseballGames, puddings } from '../testing/known-data.ts';
import { covariance, differenceError, standardErrors } from '../uncertainty/covariance.ts';
import { type Fit, fit } from './fit.ts';

// Baseball: BradleyTerry2 1.1-2 for R, in agreement with Agresti's table 10.11. Puddings: a general optimiser in R.

const TEAMS = ['Bos', 'Cle', 'Det', 'Mil', 'NY', 'Tor'];

function against(base: string, { models, strengths }: Fit): Record<string, number> {
  const zero = strengths[models.indexOf(base)];
  return Object.fromEntries(models.map((name, i) => [name, strengths[i] - zero]));
}

function errorsAgainst(base: string, fitted: Fit, method: 'model' | 'sandwich'): Record<string, number> {
  const spread = covariance(fitted, { method });
  const zero = fitted.models.indexOf(base);
  return Object.fromEntries(fitted.models.map((name, i) => [name, differenceError(spread, i, zero)]));
}

function expectClose(
  found: Record<string, number>,
  names: readonly string[],
  expected: readonly number[],
  digits: number,
): void {
  names.forEach((name, i) => {
    expect(found[name], name).toBeCloseTo(expected[i], digits);
  });
}

test('baseball 1987: strengths against Baltimore', () => {
  const expected = [1.1076977054, 0.6838527692, 1.4364084318, 1.5813558767, 1.2476178451, 1.2944851239];
  expectClose(against('Bal', fit(baseball)), TEAMS, expected, 10);
});

test('baseball 1987: errors against Baltimore, by the model and by the games', () => {
  const byModel = [0.333878207, 0.3318766727, 0.3395685064, 0.3432559816, 0.3358609225, 0.3366694014];
  const byGames = [0.316435554, 0.342089604, 0.346673155, 0.338971778, 0.335845697, 0.320074332];
  const fitted = fit(baseball);
  expectClose(errorsAgainst('Bal', fitted, 'model'), TEAMS, byModel, 7);
  expectClose(errorsAgainst('Bal', fitted, 'sandwich'), TEAMS, byGames, 8);
});

test('baseball 1987: log-likelihood and deviance', () => {
  const plain = fit(baseball).logLikelihood;
  const withHome = fit(baseball, { position: true }).logLikelihood;
  const xlogx = (x: number, n: number): number => (x === 0 ? 0 : x * Math.log(x / n));
  const saturated = baseballGames.reduce(
    (sum, { won, lost }) => sum + xlogx(won, won + lost) + xlogx(lost, won + lost),
    0,
  );
  const orders = baseballGames.reduce((sum, { won, lost }) => sum + Math.log(choose(won + lost, won)), 0);
  expect(plain + orders).toBeCloseTo(-64.2593005, 7);
  expect(2 * (saturated - plain)).toBeCloseTo(44.05346123, 8);
  expect(2 * (saturated - withHome)).toBeCloseTo(38.64285214, 8);
});

test('baseball 1987: playing at home', () => {
  const fitted = fit(baseball, { position: true });
  const expected = [1.1438026533, 0.7046944569, 1.4753572136, 1.6195549936, 1.2813404033, 1.3271103981];
  expectClose(against('Bal', fitted), TEAMS, expected, 10);
  expect(fitted.coefficients).toHaveLength(1);
  expect(fitted.coefficients[0]).toMatchObject({ name: 'position', scale: 1 });
  expect(fitted.coefficients[0].value).toBeCloseTo(0.3022606555, 10);
  expect(standardErrors(covariance(fitted, { method: 'model' }))[7]).toBeCloseTo(0.1309437075, 9);
});

test('baseball 1987: worths', () => {
  const worths = (fitted: Fit): number[] => {
    const total = fitted.strengths.reduce((sum, strength) => sum + Math.exp(strength), 0);
    return Array.from(fitted.strengths, (strength) => Math.exp(strength) / total).sort((a, b) => a - b);
  };
  const plain = [0.045, 0.0892, 0.1363, 0.1568, 0.1643, 0.1894, 0.2189];
  const withHome = [0.0436, 0.0881, 0.1367, 0.1569, 0.1642, 0.1905, 0.22];
  worths(fit(baseball)).forEach((worth, i) => {
    expect(worth).toBeCloseTo(plain[i], 4);
  });
  worths(fit(baseball, { position: true })).forEach((worth, i) => {
    expect(worth).toBeCloseTo(withHome[i], 4);
  });
});

test('baseball 1987: ratings that average 1000, and their errors', () => {
  const fitted = fit(baseball);
  expect(fitted.models).toEqual(['Bal', ...TEAMS]);
  const ratings = [817.561133, 1009.987934, 936.358527, 1067.090836, 1092.270786, 1034.294552, 1042.436232];
  const byModel = [0.232462296, 0.200919071, 0.205044319, 0.204156559, 0.207419476, 0.201603748, 0.202061521];
  const byGames = [0.228445918, 0.193759691, 0.21401713, 0.207656046, 0.20764907, 0.205769337, 0.195074786];
  const modelErrors = standardErrors(covariance(fitted, { method: 'model' }));
  const gameErrors = standardErrors(covariance(fitted, { method: 'sandwich' }));
  fitted.models.forEach((name, i) => {
    expect(1000 + (400 / Math.LN10) * fitted.strengths[i], name).toBeCloseTo(ratings[i], 6);
    expect(modelErrors[i], name).toBeCloseTo(byModel[i], 8);
    expect(gameErrors[i], name).toBeCloseTo(byGames[i], 8);
  });
});

const BRANDS = ['2', '3', '4', '5', '6'];

test('puddings: Davidson', () => {
  const fitted = fit(puddings, { model: 'davidson' });
  const expected = [0.2202419, 0.152977705, 0.175144909, 0.133865227, 0.377134896];
  const errors = [0.1872169816, 0.1935183581, 0.1882110872, 0.1927045608, 0.1924062336];
  expectClose(against('1', fitted), BRANDS, expected, 8);
  expectClose(errorsAgainst('1', fitted, 'model'), BRANDS, errors, 9);
  expect(Math.exp(fitted.tie ?? Number.NaN)).toBeCloseTo(0.746822988, 8);
  expect(standardErrors(covariance(fitted, { method: 'model' }))[6]).toBeCloseTo(0.0824986917, 9);
  expect(-fitted.logLikelihood).toBeCloseTo(809.70951, 5);
  const total = fitted.strengths.reduce((sum, strength) => sum + Math.exp(strength), 0);
  const worths = [0.1388, 0.173, 0.1617, 0.1654, 0.1587, 0.2024];
  fitted.strengths.forEach((strength, i) => {
    expect(Math.exp(strength) / total).toBeCloseTo(worths[i], 4);
  });
});

test('puddings: Rao–Kupper', () => {
  const fitted = fit(puddings, { model: 'rao-kupper' });
  const expected = [0.173718109, 0.120049198, 0.139878664, 0.10496911, 0.298009298];
  expectClose(against('1', fitted), BRANDS, expected, 8);
  expect(fitted.tie).toBeCloseTo(0.55873383, 7);
  expect(-fitted.logLikelihood).toBeCloseTo(809.697133, 6);
});

test('puddings: ties as half wins, where the model errors are too wide', () => {
  const fitted = fit(puddings);
  const expected = [0.1603088195, 0.1113434257, 0.1274803373, 0.0974303834, 0.2744924688];
  const byModel = [0.159648796, 0.165063251, 0.160523349, 0.164374914, 0.163928955];
  const byVotes = [0.137883135, 0.141096294, 0.137121651, 0.136497971, 0.14089705];
  expectClose(against('1', fitted), BRANDS, expected, 9);
  expectClose(errorsAgainst('1', fitted, 'model'), BRANDS, byModel, 8);
  expectClose(errorsAgainst('1', fitted, 'sandwich'), BRANDS, byVotes, 8);
});

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i;
  return ways;
}
