import { logistic } from '@agon/rating';
import { InvalidInput } from '../errors.ts';
import type { Knowledge } from './policies.ts';

/**
 * How much one vote on (i, j) is expected to take off the trace of the covariance V of the strengths: w‖Vx‖² / (1 + w·x'Vx), with
 * x = eᵢ − eⱼ and w = p(1 − p), the information of a vote (Sherman & Morrison 1950). In log-odds squared; 0 or more.
 *
 * A model that the fit does not rate is taken as unknown as the least known one and as average: its variance is the largest of V, and
 * nothing ties it to others.
 *
 * @throws {InvalidInput} V is not of the size of `ids`, or has no finite numbers
 */
export function traceDrops({ ids, covariance, strengths }: Knowledge): (one: string, other: string) => number {
  const size = ids.length;
  if (covariance.length !== size * size) {
    throw new InvalidInput('covariance', `of ${covariance.length} numbers`, `of ${size * size}, for ${size} models`);
  }
  if (strengths.length !== size) throw new InvalidInput('strengths', `of ${strengths.length} numbers`, `of ${size}`);
  if (!covariance.every(Number.isFinite) || !strengths.every(Number.isFinite)) {
    throw new InvalidInput('covariance or strengths', 'not finite', 'finite throughout');
  }
  const places = new Map(ids.map((id, i) => [id, i]));
  const squares = squared(covariance, size);
  let unknown = 0;
  for (let i = 0; i < size; i++) unknown = Math.max(unknown, covariance[i * size + i] ?? 0);
  if (unknown === 0) unknown = 1;

  return (one, other) => {
    const i = places.get(one);
    const j = places.get(other);
    const gap = (i === undefined ? 0 : (strengths[i] ?? 0)) - (j === undefined ? 0 : (strengths[j] ?? 0));
    const p = logistic(gap);
    const information = p * (1 - p);
    const [spread, norm] = contrast({ covariance, squares, size, unknown }, i, j);
    return Math.max(0, (information * norm) / (1 + information * Math.max(0, spread)));
  };
}

interface Table {
  readonly covariance: Float64Array;
  readonly squares: Float64Array;
  readonly size: number;
  readonly unknown: number;
}

/** x'Vx and ‖Vx‖² = x'V²x for x = eᵢ − eⱼ. */
function contrast(
  { covariance, squares, size, unknown }: Table,
  i: number | undefined,
  j: number | undefined,
): readonly [number, number] {
  const of = (matrix: Float64Array, alone: number): number => {
    const own = (k: number | undefined) => (k === undefined ? alone : (matrix[k * size + k] ?? 0));
    const both = i === undefined || j === undefined ? 0 : (matrix[i * size + j] ?? 0);
    return own(i) + own(j) - 2 * both;
  };
  return [of(covariance, unknown), of(squares, unknown * unknown)];
}

/** V², for symmetric V. */
function squared(matrix: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = i; j < size; j++) {
      let sum = 0;
      for (let k = 0; k < size; k++) sum += (matrix[i * size + k] ?? 0) * (matrix[j * size + k] ?? 0);
      product[i * size + j] = sum;
      product[j * size + i] = sum;
    }
  }
  return product;
}
