import type { Design, Layout } from '../design/design.ts';
import { rows } from '../design/rows.ts';
import { tally } from '../design/tally.ts';
import { InvalidOption, NotConnected, NotIdentified } from '../errors.ts';
import { tieModels } from '../tie-models/index.ts';
import type { TieModel, TieModelName } from '../tie-models/tie-model.ts';
import { type Covariate, checkVotes, type Votes } from '../votes.ts';
import { accumulate } from './accumulate.ts';
import { logLikelihood } from './log-likelihood.ts';
import { largest, type Maximum, maximise } from './newton.ts';
import { type Problem, parameterCount } from './problem.ts';
import { type Excluded, type RatedSet, rateable } from './rateable.ts';
import { canRunAway } from './tie-bounds.ts';

export interface FitOptions {
  /** How ties are explained; `bradley-terry` counts them as half wins. */
  readonly model?: TieModelName;
  /** Bradley–Terry only: `drop` leaves ties out. */
  readonly ties?: 'half' | 'drop';
  /** What "both bad" counts as; `grounded-rao-kupper` always models it. */
  readonly bothBad?: 'tie' | 'drop';
  /** Fit the effect of being shown as side a, as the covariate `position`. */
  readonly position?: boolean;
  /**
   * What to do where finite ratings of all models do not exist. `error` (default) throws; `largest` rates the largest set in
   * which each model has scored, directly or through others, against each other one; `prior` gives each model half a win and
   * half a loss against a phantom of average strength.
   */
  readonly connectivity?: 'error' | 'largest' | 'prior';
}

/** The effect of a covariate, in log-odds for each `scale` of the covariate. */
export interface Coefficient {
  readonly name: string;
  readonly value: number;
  readonly scale: number;
}

/** Ratings at the maximum of the likelihood, and all that is needed to say how sure they are. */
export interface Fit {
  /** Rated models by name; `strengths` has the same order. */
  readonly models: readonly string[];
  /** Log-strengths θ that sum to zero: odds of i against j are e^(θᵢ − θⱼ). 400/ln 10 points make one unit. */
  readonly strengths: Float64Array;
  /** What was taken off the strengths to make them sum to zero; only the grounded model gives it a meaning. */
  readonly level: number;
  readonly excluded: readonly Excluded[];
  /** Strongly connected sets among all models. */
  readonly components: number;
  /** `position` first where it is fitted, then the covariates in their order. */
  readonly coefficients: readonly Coefficient[];
  /** Davidson's ln ν, Rao–Kupper's c; null in Bradley–Terry. */
  readonly tie: number | null;
  readonly logLikelihood: number;
  readonly iterations: number;
  readonly gradientNorm: number;
  /** The votes as given, and the problem solved: for covariances, bootstraps and refits. */
  readonly votes: Votes;
  readonly problem: Problem;
  readonly solution: Solution;
}

/** The state of the equations at the maximum. */
export interface Solution {
  readonly parameters: Float64Array;
  /** Negative second derivatives of the log-likelihood, the lower triangle filled. */
  readonly information: Float64Array;
  /** Score of a vote by δ, τ and level: one array a predictor, one element an observation. */
  readonly scores: readonly Float64Array[];
}

/** Where covariates or weights are still to move them, plain ratings need to be no nearer (log-odds) than this. */
const NEAR = 0.01;

/**
 * Rates models from votes: the exact maximum of the likelihood by Newton's method. Equal sets of votes give equal bits, in any
 * order of votes or model names. O(votes) to lay out; each of 5–8 iterations costs O(pairs + models³/6), and O(votes) with
 * covariates or weights.
 *
 * @throws {InvalidVotes | InvalidOption | NotConnected | NotIdentified | NotConverged}
 * @example
 * // One win each: equal strength.
 * fit({
 *   models: ['x', 'y'],
 *   modelA: Uint32Array.of(0, 1),
 *   modelB: Uint32Array.of(1, 0),
 *   outcome: Uint8Array.of(0, 0),
 * }).strengths // Float64Array [0, 0]
 */
export function fit(votes: Votes, options: FitOptions = {}): Fit {
  checkVotes(votes);
  const tieModel = tieModelOf(options.model ?? 'bradley-terry');
  const outcomeAs = outcomeTreatment(tieModel, options);
  const everyone = alphabetical(votes.models);
  const position = options.position ?? false;
  const all: Layout = { models: votes.models.length, numberOf: everyone, outcomeAs, position };
  const policy = options.connectivity ?? 'error';
  const first = tally(votes, all);
  checkTies(first, tieModel);
  const rated = rateable(first, { names: sortedNames(votes.models), tieModel, policy });
  const layout = restrict(all, rated);
  const cells = rated.members === null ? first : tally(votes, layout);
  const covariates = votes.covariates ?? [];
  const names = [...(position ? ['position'] : []), ...covariates.map(({ name }) => name)];
  const hasPrior = policy === 'prior';

  const plain: Problem = { design: cells, tieModel, hasPrior };
  checkTies(cells, tieModel);
  checkBounds(plain, rated.names);
  const needsRows = covariates.length > 0 || hasWeights(votes.weight);
  const start = maximise(plain, {
    start: startingPoint(plain),
    covariateNames: names,
    ...(needsRows ? { tolerance: NEAR } : {}),
  });
  const problem = needsRows ? { ...plain, design: rows(votes, layout, cells) } : plain;
  const scales = scalesOf(problem.design, covariates, position);
  const maximum = needsRows
    ? maximise(problem, { start: widen(start.parameters, plain, covariates.length), covariateNames: names })
    : start;
  return describe(votes, { problem, maximum, rated, names, scales });
}

function tieModelOf(name: TieModelName): TieModel {
  if (Object.hasOwn(tieModels, name)) return tieModels[name];
  throw new InvalidOption(`There is no model "${name}". Models are ${Object.keys(tieModels).join(', ')}.`);
}

/** For each outcome code what it counts as; −1 leaves the vote out. */
function outcomeTreatment(tieModel: TieModel, { ties = 'half', bothBad = 'tie' }: FitOptions): number[] {
  if (ties === 'drop' && tieModel.predictors > 1) {
    throw new InvalidOption(`Ties cannot be dropped under ${tieModel.name}, which models them.`);
  }
  const tie = ties === 'drop' ? -1 : 2;
  if (tieModel.predictors === 3) return [0, 1, 2, 3];
  return [0, 1, tie, bothBad === 'drop' ? -1 : tie];
}

/** For each model its place among the names in ascending order of code units. */
function alphabetical(models: readonly string[]): Int32Array {
  const order = models.map((_, i) => i).sort((i, j) => (models[i] < models[j] ? -1 : 1));
  const numberOf = new Int32Array(models.length);
  order.forEach((model, place) => {
    numberOf[model] = place;
  });
  return numberOf;
}

function sortedNames(models: readonly string[]): string[] {
  return [...models].sort((a, b) => (a < b ? -1 : 1));
}

/** The layout with only the rated models in it, numbered anew in the same order. */
function restrict(all: Layout, { members }: RatedSet): Layout {
  if (members === null) return all;
  const place = new Int32Array(all.models).fill(-1);
  members.forEach((member, k) => {
    place[member] = k;
  });
  return { ...all, models: members.length, numberOf: all.numberOf.map((number) => place[number]) };
}

/** Tie models need each outcome that they explain. */
function checkTies(design: Design, tieModel: TieModel): void {
  if (tieModel.predictors === 1 || design.votes === 0) return;
  const seen = [0, 0, 0, 0];
  for (const outcome of design.outcome) seen[outcome]++;
  const { name } = tieModel;
  if (seen[2] === 0)
    throw new InvalidOption(
      `${name} needs ties, and there are none among these votes; count ties as half wins instead.`,
    );
  if (seen[0] + seen[1] === 0) throw new InvalidOption(`${name} needs votes that are not ties, and there are none.`);
  if (tieModel.predictors === 3 && seen[3] === 0) {
    throw new InvalidOption(`${name} needs "both bad" votes, and there are none; use a tie model without them.`);
  }
}

/** A prior bounds the gaps between models, and so the tie parameter too. */
function checkBounds({ design, tieModel, hasPrior }: Problem, names: readonly string[]): void {
  if (hasPrior || tieModel.predictors !== 2 || !canRunAway(design)) return;
  throw new NotConnected(
    [names],
    `Under ${tieModel.name} these votes have no finite fit: wins go one way only, so that strengths and ties can grow together. Count ties as half wins, or tie all models together by a prior (connectivity: "prior").`,
  );
}

function startingPoint(problem: Problem): Float64Array {
  const { design, tieModel } = problem;
  const parameters = new Float64Array(parameterCount(problem));
  if (tieModel.predictors === 1) return parameters;
  let ties = 0;
  let votes = 0;
  design.outcome.forEach((outcome, o) => {
    const count = design.count?.[o] ?? 1;
    votes += count;
    if (outcome === 2) ties += count;
  });
  parameters[parameters.length - 1] = tieModel.startTie(Math.min(ties / votes, 0.98));
  return parameters;
}

/** Plain parameters with a zero for each further covariate. */
function widen(parameters: Float64Array, plain: Problem, covariates: number): Float64Array {
  const head = plain.design.models + plain.design.covariates.length;
  const wide = new Float64Array(parameters.length + covariates);
  wide.set(parameters.subarray(0, head));
  wide.set(parameters.subarray(head), head + covariates);
  return wide;
}

function hasWeights(weight: Float64Array | undefined): boolean {
  return weight?.some((w) => w !== 0 && w !== 1) ?? false;
}

/** The unit of each covariate of the design: 1 for position, else as given or the root mean square over the votes. */
function scalesOf(design: Design, covariates: readonly Covariate[], position: boolean): number[] {
  const offset = position ? 1 : 0;
  const scales = covariates.map(({ name, scale }, c) => {
    const values = design.covariates[offset + c];
    let squares = 0;
    for (let o = 0; o < values.length; o++) squares += values[o] * values[o];
    if (squares === 0) throw new NotIdentified(name, 'it is 0 in every vote');
    if (scale !== undefined && !(scale > 0 && scale < Number.POSITIVE_INFINITY)) {
      throw new InvalidOption(`The scale of covariate "${name}" is ${scale}; it must be a positive number.`);
    }
    return scale ?? Math.sqrt(squares / values.length);
  });
  return position ? [1, ...scales] : scales;
}

interface Solved {
  readonly problem: Problem;
  readonly maximum: Maximum;
  readonly rated: RatedSet;
  readonly names: readonly string[];
  readonly scales: readonly number[];
}

function describe(votes: Votes, { problem, maximum, rated, names, scales }: Solved): Fit {
  const { models, outcome } = problem.design;
  const { parameters } = maximum;
  const scores = Array.from({ length: problem.tieModel.predictors }, () => new Float64Array(outcome.length));
  const { gradient, matrix } = accumulate(problem, parameters, { matrix: 'information', scores });
  let level = 0;
  for (let i = 0; i < models; i++) level += parameters[i];
  level /= models;
  return {
    models: rated.names,
    strengths: parameters.slice(0, models).map((strength) => strength - level),
    level,
    excluded: rated.excluded,
    components: rated.components,
    coefficients: names.map((name, c) => ({ name, value: parameters[models + c] * scales[c], scale: scales[c] })),
    tie: problem.tieModel.predictors > 1 ? parameters[parameters.length - 1] : null,
    logLikelihood: logLikelihood(problem, parameters),
    iterations: maximum.iterations,
    gradientNorm: largest(gradient),
    votes,
    problem,
    solution: { parameters, information: matrix, scores },
  };
}
