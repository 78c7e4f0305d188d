import { type Clusters, clusters, intersect } from '../design/clusters.ts';
import { InvalidOption } from '../errors.ts';
import type { Fit } from '../fit/fit.ts';
import { factorInformation } from '../fit/newton.ts';
import { parameterCount } from '../fit/problem.ts';
import { inverse } from '../linear/cholesky.ts';
import { clipNegative } from '../linear/eigen.ts';
import { centre, multiply } from '../linear/matrix.ts';
import { clusterMeat, hasVariation, voteMeat } from './meat.ts';

export type ClusterBy = 'voter' | 'prompt';

export interface CovarianceOptions {
  /** `model`: the inverse information; `sandwich`: independent votes; `clustered`: votes of one cluster may depend. */
  readonly method: 'model' | 'sandwich' | 'clustered';
  /** For `clustered`: what makes a cluster. Two give two-way clustering. */
  readonly by?: readonly ClusterBy[];
}

/**
 * Covariance of the estimates, `size` × `size`, row-major: first the strengths (summing to zero), then the coefficients in the
 * units of `Fit.coefficients`, then τ. In log-odds squared.
 */
export interface Covariance {
  /** What was computed, where the votes do not allow what was asked for. */
  readonly method: CovarianceOptions['method'] | 'bootstrap';
  readonly size: number;
  readonly values: Float64Array;
  /** Number of clusters, the smaller one of two ways; null without clusters. */
  readonly clusters: number | null;
  /** What made them, as far as the votes have it. */
  readonly by: readonly ClusterBy[];
}

/**
 * How sure a fit is. H is the information, B the meat, V = H⁻¹BH⁻¹ (Huber 1967, White 1982), with sums over votes or over
 * clusters (Liang & Zeger 1986; two-way: Cameron, Gelbach & Miller 2011, V_voter + V_prompt − V_both, negative eigenvalues
 * set to 0). Where the votes name fewer than two clusters the answer is the vote-level sandwich, and where some model's votes
 * never deviate from the fit (all ties, a single vote) it is that of the model; `method` says so.
 *
 * @throws {InvalidOption} no cluster named
 */
export function covariance(fit: Fit, options: CovarianceOptions): Covariance {
  const bread = breadOf(fit);
  if (options.method === 'model' || !hasVariation(fit)) {
    return { method: 'model', size: parameterCount(fit.problem), values: reported(fit, bread), clusters: null, by: [] };
  }
  return { ...robustCovariance(fit, bread, options), size: parameterCount(fit.problem) };
}

function robustCovariance(fit: Fit, bread: Float64Array, options: CovarianceOptions): Robust {
  if (options.method === 'clustered') {
    const found = clusterings(fit, options.by ?? ['voter']);
    if (found.by.length > 0) {
      const values = clusteredCovariance(fit, bread, found.ways);
      const smallest = Math.min(...found.ways.map(({ count }) => count));
      return { values, method: 'clustered', clusters: smallest, by: found.by };
    }
  }
  return { values: sandwich(fit, bread, voteMeat(fit)), method: 'sandwich', clusters: null, by: [] };
}

type Robust = Omit<Covariance, 'size'>;

/** H⁻¹; where the common shift of the ratings is free, with one model held, whose row and column are zero. */
export function breadOf({ problem, solution, coefficients }: Fit): Float64Array {
  const information = Float64Array.from(solution.information);
  const names = coefficients.map(({ name }) => name);
  const size = parameterCount(problem);
  const held = factorInformation(information, problem, names);
  const bread = inverse(information, size);
  if (held >= 0) bread[held * size + held] = 0;
  return bread;
}

/** Standard errors: the square roots of the diagonal. */
export function standardErrors({ size, values }: Covariance): Float64Array {
  return Float64Array.from({ length: size }, (_, i) => Math.sqrt(Math.max(0, values[i * size + i])));
}

/** Standard error of the difference of the strengths i and j. */
export function differenceError({ size, values }: Covariance, i: number, j: number): number {
  const variance = values[i * size + i] + values[j * size + j] - 2 * values[i * size + j];
  return Math.sqrt(Math.max(0, variance));
}

interface Clusterings {
  /** The ways that have at least two clusters. */
  readonly by: readonly ClusterBy[];
  /** Their clusters; for two ways also those of their intersection. */
  readonly ways: readonly Clusters[];
}

function clusterings({ problem, votes }: Fit, asked: readonly ClusterBy[]): Clusterings {
  if (asked.length === 0) throw new InvalidOption('Name what votes are clustered by: voter, prompt, or both.');
  const found = asked.flatMap((by) => {
    const column = votes[by];
    if (column === undefined) return [];
    const way = clusters(problem.design, column);
    return way.count > 1 ? [{ by, column, way }] : [];
  });
  const ways = found.map(({ way }) => way);
  const [first, second] = found;
  if (second !== undefined) ways.push(clusters(problem.design, intersect(first.column, second.column)));
  return { by: found.map(({ by }) => by), ways };
}

function clusteredCovariance(fit: Fit, bread: Float64Array, ways: readonly Clusters[]): Float64Array {
  const [voter, prompt, both] = ways.map((way) => sandwich(fit, bread, clusterMeat(fit, way)));
  if (prompt === undefined || both === undefined) return voter;
  return clipNegative(
    voter.map((value, k) => value + prompt[k] - both[k]),
    parameterCount(fit.problem),
  );
}

/** H⁻¹BH⁻¹, as it is reported. */
function sandwich(fit: Fit, bread: Float64Array, meat: Float64Array): Float64Array {
  const size = parameterCount(fit.problem);
  return reported(fit, multiply(multiply(bread, meat, size), bread, size));
}

/** The covariance of what is reported: strengths that sum to zero, coefficients in their units. */
function reported({ problem, coefficients }: Fit, values: Float64Array): Float64Array {
  const size = parameterCount(problem);
  const { models } = problem.design;
  centre(values, size, models);
  coefficients.forEach(({ scale }, c) => {
    const at = models + c;
    for (let k = 0; k < size; k++) {
      values[at * size + k] *= scale;
      values[k * size + at] *= scale;
    }
  });
  return values;
}
