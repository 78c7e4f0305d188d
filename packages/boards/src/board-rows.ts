import { type Bootstrap, type Fit, normalQuantile, POINTS, percentileInterval, type RankRange } from '@agon/rating';
import type { BoardControl, BoardModel } from './board.ts';
import { UNRATED } from './unrated-board.ts';

/** How sure each parameter is, by its place among strengths, coefficients and tie parameter. */
export interface Estimates {
  readonly errors: Float64Array;
  readonly interval: (k: number, estimate: number) => readonly [lower: number, upper: number];
}

/** Normal intervals around the estimates, or percentiles of resamples. */
export function intervalsOf(errors: Float64Array, level: number, resampled: Bootstrap | null): Estimates['interval'] {
  if (resampled !== null) return (k) => percentileInterval(resampled, k, level);
  const z = normalQuantile(1 - (1 - level) / 2);
  return (k, estimate) => [estimate - z * errors[k], estimate + z * errors[k]];
}

export interface Places {
  readonly origin: number;
  readonly ranks: readonly RankRange[];
  readonly played: ReadonlyMap<string, number>;
}

/** The rated models, best first. */
export function ratedModels(
  { models, strengths }: Fit,
  estimates: Estimates,
  { origin, ranks, played }: Places,
): BoardModel[] {
  const rows = models.map((model, i): RatedModel => {
    const [lower, upper] = estimates.interval(i, strengths[i]);
    return {
      model,
      rating: origin + POINTS * strengths[i],
      stdErr: POINTS * estimates.errors[i],
      lower: origin + POINTS * lower,
      upper: origin + POINTS * upper,
      rank: ranks[i],
      votes: played.get(model) ?? 0,
    };
  });
  return rows.sort((x, y) => y.rating - x.rating || (x.model < y.model ? -1 : 1));
}

type RatedModel = BoardModel & { readonly rating: number };

/** The effects that were fitted beside the ratings, position among them. */
export function controlRows({ models, coefficients }: Fit, { errors, interval }: Estimates): BoardControl[] {
  return coefficients.map(({ name, value, scale }, c) => {
    const k = models.length + c;
    const [lower, upper] = interval(k, value);
    return { name, coefficient: value, stdErr: errors[k], lower, upper, points: POINTS * value, scale };
  });
}

const REASONS = {
  unbeaten: 'never beaten by the rated models: its rating has no upper bound yet',
  winless: 'never scored against the rated models: its rating has no lower bound yet',
  separate: 'no chain of votes joins it to the rated models',
} as const;

/** The models outside the connected set, by name, with the reason. */
export function unratedModels(fitted: Fit, played: ReadonlyMap<string, number>): BoardModel[] {
  return fitted.excluded.map(({ model, reason }) => ({
    model,
    ...UNRATED,
    votes: played.get(model) ?? 0,
    reason: REASONS[reason],
  }));
}
