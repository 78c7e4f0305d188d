import { type Clusters, clusters } from '../design/clusters.ts';
import { NotConnected, NotConverged, NotIdentified } from '../errors.ts';
import { scoreGraph, strongComponents } from '../fit/connectivity.ts';
import type { Fit } from '../fit/fit.ts';
import { maximise } from '../fit/newton.ts';
import { parameterCount } from '../fit/problem.ts';
import { createRandom, type Random } from '../numbers/random.ts';
import { checkCount, checkLevel } from '../options.ts';
import { breadOf, type ClusterBy, type Covariance } from './covariance.ts';

export interface BootstrapOptions {
  /** What is drawn: single votes, or all votes of a voter (or prompt) together. */
  readonly unit: 'vote' | ClusterBy;
  /** `refit`: the exact maximum of each resample. `one-step`: one Newton step from the fit with its own information. */
  readonly method: 'refit' | 'one-step';
  readonly rounds: number;
  readonly seed: number;
  /** Called after each round, for progress; throw to stop. */
  readonly onRound?: (done: number) => void;
}

export interface Bootstrap {
  /** One row a usable round: strengths summing to zero, coefficients in their units, τ; `covariance.size` numbers a row. */
  readonly draws: Float64Array;
  /** Rounds whose resample gave finite estimates. */
  readonly rounds: number;
  /** Rounds without: models fell apart, or a covariate was no longer identified. */
  readonly unusable: number;
  readonly covariance: Covariance;
}

/**
 * Bootstrap of a fit by Poisson weights: each unit counts Poisson(1) times in each round, independently (for single votes that
 * are counted together, Poisson of their number). Round r draws from a stream of its own, made from the seed and r alone.
 * One-step rounds cost O(votes) each and have asymptotically the spread of the sandwich; refits cost a fit each.
 */
export function bootstrap(fit: Fit, options: BootstrapOptions): Bootstrap {
  checkCount('The number of rounds', options.rounds, 2);
  const size = parameterCount(fit.problem);
  const units = options.unit === 'vote' ? null : unitsOf(fit, options.unit);
  const estimate = options.method === 'refit' ? refitter(fit) : oneStepper(fit);
  const draws: Float64Array[] = [];
  for (let round = 0; round < options.rounds; round++) {
    const random = createRandom(options.seed ^ Math.imul(round + 1, 0x9e3779b1));
    const counts = units === null ? resampleVotes(fit, random) : resampleUnits(fit, units, random);
    const parameters = estimate(counts);
    if (parameters !== null) draws.push(reported(fit, parameters));
    options.onRound?.(round + 1);
  }
  if (draws.length < 2) {
    throw new NotConnected(
      [],
      `Of ${options.rounds} resamples only ${draws.length} connect all models, too few for intervals. Use one-step rounds, another interval, or more votes.`,
    );
  }
  const joined = new Float64Array(draws.length * size);
  draws.forEach((draw, r) => {
    joined.set(draw, r * size);
  });
  return {
    draws: joined,
    rounds: draws.length,
    unusable: options.rounds - draws.length,
    covariance: {
      method: 'bootstrap',
      size,
      values: drawCovariance(draws, size),
      clusters: units === null ? null : units.count,
      by: units === null || options.unit === 'vote' ? [] : [options.unit],
    },
  };
}

/**
 * Percentile interval of estimate `index` at a level: quantiles with linear interpolation between draws.
 *
 * @example percentileInterval(bootstrap, 0, 0.95) // [lower, upper] of the first model's strength
 */
export function percentileInterval(
  { draws, rounds, covariance }: Bootstrap,
  index: number,
  level: number,
): readonly [lower: number, upper: number] {
  checkLevel(level);
  const values = Float64Array.from({ length: rounds }, (_, r) => draws[r * covariance.size + index]).sort();
  const tail = (1 - level) / 2;
  return [quantile(values, tail), quantile(values, 1 - tail)];
}

function quantile(sorted: Float64Array, p: number): number {
  const at = p * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

function unitsOf({ problem, votes }: Fit, by: ClusterBy): Clusters | null {
  const numbers = votes[by];
  if (numbers === undefined) return null;
  const found = clusters(problem.design, numbers);
  // One voter has nobody to be compared with: single votes are drawn, as in the sandwich.
  return found.count > 1 ? found : null;
}

/** Votes of each observation in a resample of single votes. */
function resampleVotes({ problem }: Fit, random: Random): Float64Array {
  const { count, outcome } = problem.design;
  return Float64Array.from({ length: outcome.length }, (_, o) => random.poisson(count?.[o] ?? 1));
}

/** Votes of each observation in a resample of whole clusters. */
function resampleUnits({ problem }: Fit, { count, start, members }: Clusters, random: Random): Float64Array {
  const counts = new Float64Array(problem.design.outcome.length);
  for (let g = 0; g < count; g++) {
    const times = random.poisson(1);
    for (let k = start[g]; k < start[g + 1]; k++) counts[members[k]] += times;
  }
  return counts;
}

type Estimate = (counts: Float64Array) => Float64Array | null;

function refitter(fit: Fit): Estimate {
  const { problem, solution, coefficients } = fit;
  const covariateNames = coefficients.map(({ name }) => name);
  const ground = problem.tieModel.predictors === 3;
  return (counts) => {
    const isConnected =
      problem.hasPrior || strongComponents(scoreGraph(problem.design, { ground, counts })).length === 1;
    if (!isConnected) return null;
    try {
      return maximise(problem, { start: solution.parameters, covariateNames, counts }).parameters;
    } catch (error) {
      if (error instanceof NotConverged || error instanceof NotIdentified) return null;
      throw error;
    }
  };
}

function oneStepper(fit: Fit): Estimate {
  const { problem, solution } = fit;
  const bread = breadOf(fit);
  const size = parameterCount(problem);
  const { count } = problem.design;
  return (counts) => {
    const change = counts.map((times, o) => times - (count?.[o] ?? 1));
    const pull = sumOfScores(fit, change);
    const parameters = Float64Array.from(solution.parameters);
    for (let i = 0; i < size; i++) {
      let step = 0;
      for (let j = 0; j < size; j++) step += bread[i * size + j] * pull[j];
      parameters[i] += step;
    }
    return parameters;
  };
}

/** Σ times·score over observations, summed by pair first. */
function sumOfScores({ problem, solution }: Fit, times: Float64Array): Float64Array {
  const { models, first, second, start, covariates } = problem.design;
  const sum = new Float64Array(parameterCount(problem));
  const [slopes, ties, levels] = solution.scores;
  for (let pair = 0; pair < first.length; pair++) {
    let slope = 0;
    let rise = 0;
    for (let o = start[pair]; o < start[pair + 1]; o++) {
      slope += times[o] * slopes[o];
      if (ties !== undefined) sum[models + covariates.length] += times[o] * ties[o];
      if (levels !== undefined) rise += (times[o] * levels[o]) / 2;
    }
    sum[first[pair]] += slope + rise;
    sum[second[pair]] += rise - slope;
  }
  covariates.forEach((values, c) => {
    let total = 0;
    for (let o = 0; o < values.length; o++) total += times[o] * slopes[o] * values[o];
    sum[models + c] = total;
  });
  return sum;
}

/** Estimates as they are reported: strengths shifted to sum to zero, coefficients in their units. */
function reported({ problem, coefficients }: Fit, parameters: Float64Array): Float64Array {
  const { models } = problem.design;
  let sum = 0;
  for (let i = 0; i < models; i++) sum += parameters[i];
  return parameters.map((value, k) => {
    if (k < models) return value - sum / models;
    return value * (coefficients[k - models]?.scale ?? 1);
  });
}

function drawCovariance(draws: readonly Float64Array[], size: number): Float64Array {
  const mean = new Float64Array(size);
  for (const draw of draws) for (let i = 0; i < size; i++) mean[i] += draw[i] / draws.length;
  const values = new Float64Array(size * size);
  for (const draw of draws) {
    for (let i = 0; i < size; i++) {
      const deviation = (draw[i] - mean[i]) / (draws.length - 1);
      for (let j = 0; j < size; j++) values[i * size + j] += deviation * (draw[j] - mean[j]);
    }
  }
  return values;
}
