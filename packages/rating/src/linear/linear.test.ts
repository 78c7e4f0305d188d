import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { combine, inverted, isSemidefinite, largestGap, product, toRows, transpose } from '../testing/dense.ts';
import { factor, inverse, semidefiniteFactor, solve } from './cholesky.ts';
import { clipNegative } from './eigen.ts';
import { centre, mirror, multiply } from './matrix.ts';

test('the Cholesky factor of a small matrix', () => {
  const matrix = Float64Array.of(4, 99, 2, 5);
  expect(factor(matrix, 2)).toBe(-1);
  // Only the lower triangle is read and written.
  expect(matrix).toEqual(Float64Array.of(2, 99, 1, 2));
});

test('a column that depends on those before it is named', () => {
  expect(factor(Float64Array.of(1, 0, 0, 2, 4, 0, 0, 0, 1), 3)).toBe(1);
  expect(factor(Float64Array.of(0), 1)).toBe(0);
  expect(factor(Float64Array.of(1, 0, Number.NaN, 1), 2)).toBe(1);
});

const size = 5;
const square = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: size * size, maxLength: size * size });
const rows = (values: readonly number[]): number[][] => toRows(Float64Array.from(values), size);
const definite = square.map((values) =>
  product(rows(values), transpose(rows(values))).map((row, i) => row.map((v, j) => v / 50 + (i === j ? 1 : 0))),
);

test.prop([definite, fc.array(fc.integer({ min: -9, max: 9 }), { minLength: size, maxLength: size })])(
  'solving and inverting undo a definite matrix',
  (matrix, right) => {
    const lower = Float64Array.from(matrix.flat());
    expect(factor(lower, size)).toBe(-1);
    expect(largestGap(toRows(inverse(lower, size), size), inverted(matrix))).toBeLessThan(1e-11);
    const x = Float64Array.from(right);
    solve(lower, size, x);
    matrix.forEach((row, i) => {
      expect(row.reduce((sum, value, k) => sum + value * x[k], 0)).toBeCloseTo(right[i], 9);
    });
  },
);

test.prop([square])('a semidefinite matrix is the square of its factor, null direction and all', (values) => {
  const centred = Float64Array.from(product(rows(values), transpose(rows(values))).flat());
  centre(centred, size, size);
  const lower = toRows(semidefiniteFactor(centred, size), size);
  const scale = 1 + Math.max(...centred.map(Math.abs));
  expect(largestGap(product(lower, transpose(lower)), toRows(centred, size))).toBeLessThan(1e-9 * scale);
});

test.prop([square])('removing negative eigenvalues gives the nearest semidefinite matrix', (values) => {
  const symmetric = combine(rows(values), transpose(rows(values)), (x, y) => x + y);
  const clipped = toRows(clipNegative(Float64Array.from(symmetric.flat()), size), size);
  const added = combine(clipped, symmetric, (x, y) => x - y);
  expect(isSemidefinite(clipped, 1e-9)).toBe(true);
  expect(isSemidefinite(added, 1e-9)).toBe(true);
  expect(Math.max(...product(clipped, added).flat().map(Math.abs))).toBeLessThan(1e-9);
});

test('a definite matrix has nothing to remove; a negative one leaves nothing', () => {
  expect(clipNegative(Float64Array.of(2, 0, 0, 3), 2)).toEqual(Float64Array.of(2, 0, 0, 3));
  expect(clipNegative(Float64Array.of(-2, 0, 0, -3), 2)).toEqual(Float64Array.of(0, 0, 0, 0));
  // Eigenvalues 3 and −1: what is left is 3·vvᵀ with v = (1, 1)/√2.
  const left = clipNegative(Float64Array.of(1, 2, 2, 1), 2);
  for (const value of left) expect(value).toBeCloseTo(1.5, 14);
});

test.prop([square, square])('products of matrices', (a, b) => {
  expect(toRows(multiply(Float64Array.from(a), Float64Array.from(b), size), size)).toEqual(product(rows(a), rows(b)));
});

test('centring subtracts the mean of the block from both sides', () => {
  const matrix = Float64Array.of(2, 0, 1, 0, 4, 3, 1, 3, 9);
  centre(matrix, 3, 2);
  // Var(x − (x + y)/2) = (2 + 4)/4; Cov(x − (x + y)/2, z) = (1 − 3)/2; the rest outside the block stays.
  expect(matrix).toEqual(Float64Array.of(1.5, -1.5, -1, -1.5, 1.5, 1, -1, 1, 9));
});

test('mirroring copies the lower triangle up', () => {
  const matrix = Float64Array.of(1, 7, 2, 3);
  mirror(matrix, 2);
  expect(matrix).toEqual(Float64Array.of(1, 2, 2, 3));
});
