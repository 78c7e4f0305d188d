import type { Votes } from '@agon/rating';

/** What the plain implementation answers: log-strengths that sum to zero, and their vote-level standard errors. */
export interface TextbookFit {
  readonly strengths: Float64Array;
  readonly errors: Float64Array;
}

/**
 * Bradley–Terry as a textbook writes it, the reference of the benchmarks: Newton's method with one pass over all votes a step,
 * `Math.exp` for every vote, Gauss–Jordan elimination, then the vote-level sandwich. Ties are half wins. With covariates, they are
 * further columns of the same regression.
 */
export function textbookFit(votes: Votes): TextbookFit {
  const models = votes.models.length;
  const size = models + (votes.covariates?.length ?? 0);
  const parameters = new Float64Array(size);
  for (let iteration = 0; iteration < 25; iteration++) {
    const { gradient, information } = equations(votes, parameters);
    const inverse = invert(withShift(information, models));
    let largest = 0;
    for (let i = 0; i < size; i++) {
      let step = 0;
      for (let j = 0; j < size; j++) step += at(inverse, i, j) * (gradient[j] ?? 0);
      parameters[i] = (parameters[i] ?? 0) + step;
      largest = Math.max(largest, Math.abs(step));
    }
    if (largest < 1e-10) break;
  }
  const { information, meat } = equations(votes, parameters);
  const bread = invert(withShift(information, models));
  const covariance = product(product(bread, meat), bread);
  const errors = Float64Array.from({ length: models }, (_, i) => Math.sqrt(at(covariance, i, i)));
  const mean = parameters.slice(0, models).reduce((sum, value) => sum + value, 0) / models;
  return { strengths: parameters.slice(0, models).map((value) => value - mean), errors };
}

type Matrix = readonly Float64Array[];

function equations(
  votes: Votes,
  parameters: Float64Array,
): { gradient: Float64Array; information: Matrix; meat: Matrix } {
  const size = parameters.length;
  const models = votes.models.length;
  const gradient = new Float64Array(size);
  const information = zeros(size);
  const meat = zeros(size);
  const covariates = votes.covariates ?? [];
  for (const [v, outcome] of votes.outcome.entries()) {
    const columns = [votes.modelA[v] ?? 0, votes.modelB[v] ?? 0, ...covariates.map((_, c) => models + c)];
    const row = [1, -1, ...covariates.map(({ values }) => values[v] ?? 0)];
    const delta = columns.reduce((sum, column, k) => sum + (parameters[column] ?? 0) * (row[k] ?? 0), 0);
    const p = 1 / (1 + Math.exp(-delta));
    const residual = (outcome === 0 ? 1 : outcome === 1 ? 0 : 0.5) - p;
    for (const [k, i] of columns.entries()) {
      const x = row[k] ?? 0;
      gradient[i] = (gradient[i] ?? 0) + residual * x;
      for (const [l, j] of columns.entries()) {
        const xx = x * (row[l] ?? 0);
        add(information, i, j, p * (1 - p) * xx);
        add(meat, i, j, residual * residual * xx);
      }
    }
  }
  return { gradient, information, meat };
}

function zeros(size: number): Matrix {
  return Array.from({ length: size }, () => new Float64Array(size));
}

function at(matrix: Matrix, i: number, j: number): number {
  return matrix[i]?.[j] ?? 0;
}

function add(matrix: Matrix, i: number, j: number, value: number): void {
  const row = matrix[i];
  if (row !== undefined) row[j] = (row[j] ?? 0) + value;
}

/** The common shift of all strengths is free; any multiple of the matrix of ones fixes it. */
function withShift(matrix: Matrix, models: number): Matrix {
  return matrix.map((row, i) => row.map((value, j) => (i < models && j < models ? value + 1 : value)));
}

function product(a: Matrix, b: Matrix): Matrix {
  return a.map((row) => row.map((_, j) => row.reduce((sum, value, k) => sum + value * at(b, k, j), 0)));
}

/** Gauss–Jordan elimination with partial pivoting. */
function invert(matrix: Matrix): Matrix {
  const size = matrix.length;
  const work = matrix.map((row, i) => {
    const wide = new Float64Array(2 * size);
    wide.set(row);
    wide[size + i] = 1;
    return wide;
  });
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let i = column + 1; i < size; i++) {
      if (Math.abs(at(work, i, column)) > Math.abs(at(work, pivot, column))) pivot = i;
    }
    const best = work[pivot];
    const here = work[column];
    if (best === undefined || here === undefined) continue;
    work[pivot] = here;
    work[column] = best;
    const scale = best[column] ?? 1;
    for (let j = 0; j < 2 * size; j++) best[j] = (best[j] ?? 0) / scale;
    for (const row of work) {
      const factor = row[column] ?? 0;
      if (row === best || factor === 0) continue;
      for (let j = column; j < 2 * size; j++) row[j] = (row[j] ?? 0) - factor * (best[j] ?? 0);
    }
  }
  return work.map((row) => row.slice(size));
}
