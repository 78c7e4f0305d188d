import { exp, type Fit, POINTS } from '@agon/rating';
import type { VoteColumns } from '@agon/votes';
import type { BoardControl, BoardPosition, BoardTies } from './board.ts';
import type { BoardSpec } from './spec.ts';

/** Votes by outcome among those rows that the fit used. */
export function outcomeCounts({ outcome }: VoteColumns, rows: Uint32Array, { problem }: Fit): BoardTies['counts'] {
  const seen = [0, 0, 0, 0];
  const { observation, outcome: observations } = problem.design;
  for (let k = 0; k < rows.length; k++) if (observation[k] < observations.length) seen[outcome[rows[k]]]++;
  const [a, b, tie, bothBad] = seen;
  return { a, b, tie, both_bad: bothBad };
}

/** What the fit says of ties. `errors` are the standard errors of all its parameters, `origin` the rating of strength 0. */
export function tiesOf(
  fitted: Fit,
  spec: BoardSpec,
  about: { readonly counts: BoardTies['counts']; readonly errors: Float64Array; readonly origin: number },
): BoardTies {
  return {
    model: spec.ties,
    counts: about.counts,
    parameter: fitted.tie === null ? null : exp(fitted.tie),
    stdErr: fitted.tie === null ? null : about.errors[about.errors.length - 1],
    badLevel: spec.ties === 'grounded' ? about.origin - POINTS * fitted.level : null,
  };
}

/** Which side won how often, and the side's effect where it is a control. */
export function positionOf({ a, b }: BoardTies['counts'], effect: BoardControl | undefined): BoardPosition {
  return {
    shareA: a + b === 0 ? null : a / (a + b),
    coefficient: effect?.coefficient ?? null,
    stdErr: effect?.stdErr ?? null,
    lower: effect?.lower ?? null,
    upper: effect?.upper ?? null,
    points: effect?.points ?? null,
  };
}
