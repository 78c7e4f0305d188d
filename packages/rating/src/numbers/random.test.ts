import { expect, test } from 'vitest';
import { normalQuantile } from './normal.ts';
import { createRandom } from './random.ts';

test('the same seed gives the same numbers, another seed others', () => {
  const draw = (seed: number): number[] => Array.from({ length: 5 }, createRandom(seed).uint32);
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  expect(draw(0)).not.toEqual(draw(-1));
});

test('the first numbers of a stream, which must never change', () => {
  const random = createRandom(1);
  const first = {
    uint32: [random.uint32(), random.uint32(), random.uint32(), random.uint32()],
    uniform: [random.uniform(), random.uniform(), random.uniform()],
    normal: [random.normal(), random.normal(), random.normal()],
    below: [random.below(10), random.below(10), random.below(10), random.below(10), random.below(10)],
    poisson: [0.3, 3, 9.9, 10, 50, 1000].map((mean) => random.poisson(mean)),
  };
  expect(first).toEqual({
    uint32: [393288148, 2174103013, 3814759091, 2092745082],
    uniform: [0.43427017668727785, 0.5073778255609795, 0.7467797842109576],
    normal: [0.42755431902239466, -1.125588516275383, 0.8084192058407161],
    below: [9, 4, 9, 1, 6],
    poisson: [1, 2, 5, 10, 46, 1012],
  });
  expect(createRandom(0).uint32()).toBe(1789933344);
  expect(createRandom(-1).uint32()).toBe(4104197751);
});

test('uniform numbers: every tenth of the range is hit about equally often, never an end', () => {
  const random = createRandom(2);
  const bins = new Array<number>(10).fill(0);
  for (let k = 0; k < 50_000; k++) {
    const u = random.uniform();
    expect(u > 0 && u < 1).toBe(true);
    bins[Math.floor(u * 10)]++;
  }
  expect(chiSquare(bins, new Array<number>(10).fill(5000))).toBeLessThan(criticalChiSquare(9));
});

test('neighbouring seeds are unrelated', () => {
  const first = Array.from({ length: 4000 }, (_, seed) => createRandom(seed).uniform() - 0.5);
  let products = 0;
  for (let k = 1; k < first.length; k++) products += first[k] * first[k - 1];
  // Var(u − ½) = 1/12; four standard errors.
  expect(Math.abs(products / (first.length - 1))).toBeLessThan(4 / 12 / Math.sqrt(first.length));
});

test('normal numbers have mean 0, variance 1, and 5 % beyond 1.96', () => {
  const random = createRandom(3);
  const size = 40_000;
  let sum = 0;
  let squares = 0;
  let far = 0;
  for (let k = 0; k < size; k++) {
    const z = random.normal();
    sum += z;
    squares += z * z;
    if (Math.abs(z) > 1.959964) far++;
  }
  expect(Math.abs(sum / size)).toBeLessThan(4 / Math.sqrt(size));
  expect(Math.abs(squares / size - 1)).toBeLessThan(4 * Math.sqrt(2 / size));
  expect(Math.abs(far / size - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / size));
});

test('whole numbers below a bound: each as often as the others', () => {
  const random = createRandom(4);
  const bins = new Array<number>(7).fill(0);
  for (let k = 0; k < 21_000; k++) bins[random.below(7)]++;
  expect(bins).toHaveLength(7);
  expect(chiSquare(bins, new Array<number>(7).fill(3000))).toBeLessThan(criticalChiSquare(6));
  expect(random.below(1)).toBe(0);
});

test.each([0.3, 3, 9.9, 10, 50, 1000])('Poisson counts of mean %d: mean, variance and shape', (mean) => {
  const random = createRandom(5);
  const size = 20_000;
  const counts = Array.from({ length: size }, () => random.poisson(mean));
  const average = counts.reduce((sum, count) => sum + count / size, 0);
  const variance = counts.reduce((sum, count) => sum + (count - average) ** 2 / (size - 1), 0);
  expect(Math.abs(average - mean)).toBeLessThan(4 * Math.sqrt(mean / size));
  // The variance of a sample variance: (μ₄ − σ⁴)/n with μ₄ = λ + 3λ².
  expect(Math.abs(variance - mean)).toBeLessThan(4 * Math.sqrt((mean + 2 * mean * mean) / size));
  const { seen, expected } = binned(counts, mean);
  expect(seen.length).toBeGreaterThan(3);
  expect(chiSquare(seen, expected)).toBeLessThan(criticalChiSquare(seen.length - 1));
});

test('a Poisson count of mean 0 is 0', () => {
  expect(createRandom(6).poisson(0)).toBe(0);
});

/** Counts gathered so that each bin expects at least ten. */
function binned(counts: readonly number[], mean: number): { seen: number[]; expected: number[] } {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  const seen = [0];
  const expected = [0];
  let logFactorial = 0;
  let left = counts.length;
  for (let n = 0; n < mean + 40 * Math.sqrt(mean + 1); n++) {
    if (n > 0) logFactorial += Math.log(n);
    const share = counts.length * Math.exp(n * Math.log(mean) - mean - logFactorial);
    seen[seen.length - 1] += times.get(n) ?? 0;
    expected[expected.length - 1] += share;
    left -= share;
    if (expected[expected.length - 1] >= 10 && left >= 10) {
      seen.push(0);
      expected.push(0);
    }
  }
  return { seen, expected };
}

function chiSquare(seen: readonly number[], expected: readonly number[]): number {
  return seen.reduce((sum, count, k) => sum + (count - expected[k]) ** 2 / expected[k], 0);
}

/** The 99.9 % quantile of χ² (Wilson and Hilferty 1931). */
function criticalChiSquare(freedom: number): number {
  const spread = 2 / (9 * freedom);
  return freedom * (1 - spread + normalQuantile(0.999) * Math.sqrt(spread)) ** 3;
}
