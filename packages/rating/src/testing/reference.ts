import type { TieModelName } from '../tie-models/tie-model.ts';
import { UNKNOWN, type Votes } from '../votes.ts';
import { combine, type Dense, inverted, outerSum, product, transpose } from './dense.ts';

// The textbook, written down without regard to speed and without the library: a dense design matrix, Math.exp, loops over votes.
// Parameters: strengths against the first model (all strengths where the level is identified), coefficients, τ.

export interface ReferenceOptions {
  readonly model?: TieModelName;
  readonly position?: boolean;
}

export interface Reference {
  readonly parameters: readonly number[];
  readonly logLikelihood: number;
  /** Derivatives of each vote's log-likelihood. */
  readonly scores: Dense;
  readonly information: Dense;
  /** Takes the parameters to what the library reports: strengths that sum to zero, coefficients of raw covariates, τ. */
  readonly report: Dense;
  /** Numbers of voters and prompts of the votes that count. */
  readonly voter: readonly number[];
  readonly prompt: readonly number[];
}

interface Row {
  readonly outcome: number;
  readonly weight: number;
  /** Takes the parameters to δ and to (θᵢ + θⱼ)/2. */
  readonly difference: readonly number[];
  readonly level: readonly number[];
}

/** Probability of an outcome (0 a, 1 b, 2 tie, 3 both bad) as the papers write it. */
export function plainProbability(model: TieModelName, outcome: number, delta: number, tie: number, level = 0): number {
  const a = Math.exp(level + delta / 2);
  const b = Math.exp(level - delta / 2);
  if (model === 'bradley-terry') return outcome === 0 ? a / (a + b) : b / (a + b);
  const t = Math.exp(tie);
  if (model === 'davidson')
    return [a, b, t * Math.sqrt(a * b), t * Math.sqrt(a * b)][outcome] / (a + b + t * Math.sqrt(a * b));
  if (model === 'rao-kupper') {
    return outcome === 0
      ? a / (a + t * b)
      : outcome === 1
        ? b / (b + t * a)
        : ((t * t - 1) * a * b) / ((a + t * b) * (b + t * a));
  }
  const better = a / (a + t * b + 1);
  const worse = b / (b + t * a + 1);
  const bad = 1 / (1 + a + b);
  return [better, worse, 1 - better - worse - bad, bad][outcome];
}

/** Its logarithm; a tie of Bradley and Terry is half a win and half a loss. */
export function plainLogProbability(
  model: TieModelName,
  outcome: number,
  delta: number,
  tie: number,
  level = 0,
): number {
  const log = (seen: number): number => Math.log(plainProbability(model, seen, delta, tie, level));
  return model === 'bradley-terry' && outcome > 1 ? (log(0) + log(1)) / 2 : log(outcome);
}

export function referenceFit(
  votes: Votes,
  { model = 'bradley-terry', position = false }: ReferenceOptions = {},
): Reference {
  const used = Array.from(votes.outcome, (_, v) => v).filter((v) => votes.weight?.[v] !== 0);
  const isGrounded = model === 'grounded-rao-kupper';
  const hasTie = model !== 'bradley-terry';
  const strength = (m: number): number[] => {
    const unit = votes.models.map((_, i) => (i === m ? 1 : 0));
    return isGrounded ? unit : unit.slice(1);
  };
  const rows = used.map((v): Row => {
    const [a, b] = [strength(votes.modelA[v]), strength(votes.modelB[v])];
    const z = [...(position ? [1] : []), ...(votes.covariates ?? []).map(({ values }) => values[v])];
    const tail = hasTie ? [0] : [];
    return {
      outcome: votes.outcome[v] === 3 && !isGrounded ? 2 : votes.outcome[v],
      weight: votes.weight?.[v] ?? 1,
      difference: [...a.map((value, i) => value - b[i]), ...z, ...tail],
      level: [...a.map((value, i) => (value + b[i]) / 2), ...z.map(() => 0), ...tail],
    };
  });
  const { parameters, logLikelihood, scores, information } = hasTie
    ? maximiseNumerically(rows, model)
    : maximiseLogistic(rows);
  const others = parameters.length - strength(0).length;
  return {
    parameters,
    logLikelihood,
    scores,
    information,
    report: reportMatrix(
      votes.models.map((_, m) => strength(m)),
      others,
    ),
    voter: used.map((v) => votes.voter?.[v] ?? UNKNOWN),
    prompt: used.map((v) => votes.prompt?.[v] ?? UNKNOWN),
  };
}

/** What the library reports: strengths summing to zero, coefficients for one unit of the raw covariate, τ. */
export function reportedValues({ report, parameters }: Reference): number[] {
  return product(
    report,
    parameters.map((value) => [value]),
  ).map(([value]) => value);
}

export function modelCovariance({ information, report }: Reference): number[][] {
  return product(product(report, inverted(information)), transpose(report));
}

/** Independent votes. */
export function sandwichCovariance(reference: Reference): number[][] {
  return around(reference, outerSum(reference.scores));
}

/** Votes of one number depend on each other; a vote without a number is alone. */
export function clusteredCovariance(reference: Reference, numbers: readonly (number | string)[]): number[][] {
  const sums = new Map<number | string, number[]>();
  reference.scores.forEach((score, v) => {
    const key = numbers[v] === UNKNOWN ? `alone ${v}` : numbers[v];
    const sum = sums.get(key);
    sums.set(key, sum === undefined ? [...score] : sum.map((value, i) => value + score[i]));
  });
  const correction = sums.size / (sums.size - 1);
  return around(
    reference,
    outerSum([...sums.values()]).map((row) => row.map((value) => value * correction)),
  );
}

/** Voters and prompts at once, before negative eigenvalues are removed. */
export function twoWayCovariance(reference: Reference): number[][] {
  const { voter, prompt } = reference;
  const both = voter.map((number, v) =>
    number === UNKNOWN || prompt[v] === UNKNOWN ? UNKNOWN : `${number} ${prompt[v]}`,
  );
  const sum = combine(clusteredCovariance(reference, voter), clusteredCovariance(reference, prompt), (x, y) => x + y);
  return combine(sum, clusteredCovariance(reference, both), (x, y) => x - y);
}

function around({ information, report }: Reference, meat: Dense): number[][] {
  const bread = product(report, inverted(information));
  return product(product(bread, meat), transpose(bread));
}

function reportMatrix(strengths: Dense, others: number): number[][] {
  const mean = strengths[0].map((_, k) => strengths.reduce((sum, row) => sum + row[k] / strengths.length, 0));
  const zeros = new Array<number>(others).fill(0);
  const size = mean.length;
  return [
    ...strengths.map((row) => [...row.map((value, k) => value - mean[k]), ...zeros]),
    ...zeros.map((_, c) => Array.from({ length: size + others }, (_, k) => (k === size + c ? 1 : 0))),
  ];
}

type Solution = Pick<Reference, 'parameters' | 'logLikelihood' | 'scores' | 'information'>;

/** Newton's method for weighted logistic regression with outcomes 1, 0 and ½. */
function maximiseLogistic(rows: readonly Row[]): Solution {
  const derivatives = (parameters: readonly number[]): Omit<Solution, 'logLikelihood' | 'parameters'> => {
    const p = rows.map(({ difference }) => 1 / (1 + Math.exp(-dot(difference, parameters))));
    const scores = rows.map(({ outcome, weight, difference }, r) =>
      difference.map((x) => weight * (outcome === 0 ? 1 - p[r] : outcome === 1 ? -p[r] : 0.5 - p[r]) * x),
    );
    const weighted = rows.map(({ weight, difference }, r) => difference.map((x) => weight * p[r] * (1 - p[r]) * x));
    return {
      scores,
      information: product(
        transpose(weighted),
        rows.map(({ difference }) => difference),
      ),
    };
  };
  return climb(rows, 'bradley-terry', derivatives, 0);
}

/** Newton's method with derivatives by central differences of each vote's log-probability in δ, τ and level. */
function maximiseNumerically(rows: readonly Row[], model: TieModelName): Solution {
  const derivatives = (parameters: readonly number[]): Omit<Solution, 'logLikelihood' | 'parameters'> => {
    const size = parameters.length;
    const information = parameters.map(() => new Array<number>(size).fill(0));
    const scores = rows.map(({ outcome, weight, difference, level }) => {
      const tieAxis = parameters.map((_, k) => (k === size - 1 ? 1 : 0));
      const axes = [difference, tieAxis, level];
      const at = [dot(difference, parameters), parameters[size - 1], dot(level, parameters)];
      const value = (x: readonly number[]): number => weight * plainLogProbability(model, outcome, x[0], x[1], x[2]);
      const hessian = secondDerivatives(value, at);
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) {
          for (let k = 0; k < 3; k++)
            for (let l = 0; l < 3; l++) information[i][j] -= axes[k][i] * axes[l][j] * hessian[k][l];
        }
      }
      const slope = firstDerivatives(value, at);
      return parameters.map((_, i) => axes.reduce((sum, axis, k) => sum + axis[i] * slope[k], 0));
    });
    return { scores, information };
  };
  return climb(rows, model, derivatives, model === 'davidson' ? 0 : 0.5);
}

/** Newton's steps, each halved until the likelihood does not fall, the matrix lifted until the step goes uphill. */
function climb(
  rows: readonly Row[],
  model: TieModelName,
  derivatives: (parameters: readonly number[]) => Omit<Solution, 'logLikelihood' | 'parameters'>,
  startTie: number,
): Solution {
  const size = rows[0].difference.length;
  const value = (at: readonly number[]): number => {
    const tie = model === 'bradley-terry' ? 0 : at[size - 1];
    const sum = rows.reduce(
      (total, { outcome, weight, difference, level }) =>
        total + weight * plainLogProbability(model, outcome, dot(difference, at), tie, dot(level, at)),
      0,
    );
    return Number.isNaN(sum) ? Number.NEGATIVE_INFINITY : sum;
  };
  let parameters = Array.from({ length: size }, (_, k) => (model !== 'bradley-terry' && k === size - 1 ? startTie : 0));
  for (let iteration = 0; iteration < 200; iteration++) {
    const { scores, information } = derivatives(parameters);
    const gradient = parameters.map((_, k) => scores.reduce((sum, score) => sum + score[k], 0));
    let step = solveUphill(information, gradient);
    const before = value(parameters);
    for (let half = 0; half < 60 && value(add(parameters, step)) < before - 1e-13 * Math.abs(before); half++) {
      step = step.map((s) => s / 2);
    }
    parameters = add(parameters, step);
    if (Math.max(...step.map(Math.abs)) < 1e-9) break;
  }
  return { parameters, logLikelihood: value(parameters), ...derivatives(parameters) };
}

function solveUphill(information: Dense, gradient: readonly number[]): number[] {
  for (let lift = 0; ; lift = lift === 0 ? 1e-3 : lift * 10) {
    const lifted = information.map((row, i) =>
      row.map((value, j) => value + (i === j ? lift * (Math.abs(value) + 1) : 0)),
    );
    const step = inverted(lifted).map((row) => dot(row, gradient));
    if (dot(step, gradient) >= 0) return step;
  }
}

const STEP = 1e-3;

export function firstDerivatives(f: (x: readonly number[]) => number, at: readonly number[]): number[] {
  // Two central differences combined so that the error falls with the fourth power of the step.
  return at.map((_, k) => {
    const difference = (h: number): number => (f(moved(at, [[k, h]])) - f(moved(at, [[k, -h]]))) / (2 * h);
    return (4 * difference(STEP) - difference(2 * STEP)) / 3;
  });
}

export function secondDerivatives(f: (x: readonly number[]) => number, at: readonly number[]): number[][] {
  return at.map((_, k) =>
    at.map((_, l) => {
      const difference = (h: number): number => {
        const around = (s: number, t: number): number =>
          f(
            moved(at, [
              [k, s * h],
              [l, t * h],
            ]),
          );
        return (around(1, 1) - around(1, -1) - around(-1, 1) + around(-1, -1)) / (4 * h * h);
      };
      return (4 * difference(STEP) - difference(2 * STEP)) / 3;
    }),
  );
}

function moved(at: readonly number[], by: readonly (readonly [axis: number, step: number])[]): number[] {
  const x = [...at];
  for (const [axis, step] of by) x[axis] += step;
  return x;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, k) => sum + value * b[k], 0);
}

function add(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, k) => value + b[k]);
}
