import type { Fit } from '../fit/fit.ts';
import { normalQuantile } from '../numbers/normal.ts';
import { checkLevel } from '../options.ts';
import { type Covariance, differenceError, covariance as modelCovariance } from '../uncertainty/covariance.ts';

/** What a board says in the end. */
export interface Verdict {
  readonly kind: 'clear-winner' | 'tied-top' | 'not-comparable' | 'no-signal';
  /** The winner; the models tied at the top, best estimate first; or the models that cannot be compared with the rated ones. */
  readonly models: readonly string[];
  /**
   * Further votes until the leader would be told from each of its rivals with 80 % power, if the present differences are the
   * true ones and the mix of votes stays as it is; 0 for a clear winner, null where no number can be given.
   */
  readonly votesNeeded: number | null;
}

export interface VerdictOptions {
  readonly covariance: Covariance;
  readonly level: number;
  /** `bonferroni`: the comparisons with the leader hold together. */
  readonly multiplicity: 'none' | 'bonferroni';
}

const POWER = 0.8;
/** Below this many votes of a model, a robust variance is not to be trusted alone. */
const FEW_VOTES = 30;
/** A forecast beyond this many votes only says that the two models are equal as far as anyone can see. */
const LARGEST_FORECAST = 1e12;

/**
 * The verdict in words, from the estimates and their covariance alone: nothing is drawn at random, so no seed can change it.
 * A model that was never beaten by the rated ones, or never met them, might be the best: then nothing at the top is comparable.
 */
export function verdict(fit: Fit, { covariance, level, multiplicity }: VerdictOptions): Verdict {
  checkLevel(level);
  const open = fit.excluded.filter(({ reason }) => reason !== 'winless').map(({ model }) => model);
  if (open.length > 0) return { kind: 'not-comparable', models: open, votesNeeded: null };
  const { strengths, models } = fit;
  const order = Array.from(strengths, (_, i) => i).sort((i, j) => strengths[j] - strengths[i] || i - j);
  const [leader, ...others] = order;
  const comparisons = multiplicity === 'bonferroni' ? others.length : 1;
  const critical = normalQuantile(1 - (1 - level) / (2 * comparisons));
  const gap = (i: number): number => strengths[leader] - strengths[i];
  const error = errorAgainst(fit, leader, covariance);
  const rivals = others.filter((i) => !(gap(i) > critical * error(i)));
  if (rivals.length === 0) return { kind: 'clear-winner', models: [models[leader]], votesNeeded: 0 };
  const separation = critical + normalQuantile(POWER);
  const factor = Math.max(...rivals.map((i) => square((separation * error(i)) / gap(i))));
  const needed = Math.ceil(fit.problem.design.votes * (factor - 1));
  return {
    kind: rivals.length === others.length ? 'no-signal' : 'tied-top',
    models: [leader, ...rivals].map((i) => models[i]),
    votesNeeded: needed <= LARGEST_FORECAST ? needed : null,
  };
}

/**
 * Standard error of the leader's lead over another model. A robust variance made from a handful of votes can be far too small,
 * as the fit bends to each of them; there the larger of it and the model's own counts.
 */
function errorAgainst(fit: Fit, leader: number, robust: Covariance): (i: number) => number {
  const votes = votesOf(fit);
  const model = votes.some((count) => count < FEW_VOTES) ? modelCovariance(fit, { method: 'model' }) : null;
  return (i) => {
    const error = differenceError(robust, leader, i);
    if (model === null || Math.min(votes[i], votes[leader]) >= FEW_VOTES) return error;
    return Math.max(error, differenceError(model, leader, i));
  };
}

function votesOf({ problem }: Fit): Float64Array {
  const { models, first, second, start, count } = problem.design;
  const votes = new Float64Array(models);
  for (let pair = 0; pair < first.length; pair++) {
    for (let o = start[pair]; o < start[pair + 1]; o++) {
      votes[first[pair]] += count?.[o] ?? 1;
      votes[second[pair]] += count?.[o] ?? 1;
    }
  }
  return votes;
}

function square(x: number): number {
  return x * x;
}
