import {
  ALGORITHM,
  type Bootstrap,
  bootstrap,
  type Covariance,
  covariance,
  type Fit,
  fit,
  NotConnected,
  normalQuantile,
  POINTS,
  percentileInterval,
  rankRanges,
  standardErrors,
  type TieModelName,
  type Votes,
  verdict,
} from '@agon/rating';
import type { VoteColumns } from '@agon/votes';
import { type Basis, basisOf } from './basis.ts';
import type { Board, BoardControl, BoardModel } from './board.ts';
import { NoVotes, SpecMismatch } from './errors.ts';
import { outcomeCounts, positionOf, tiesOf } from './outcomes.ts';
import { ratingVotes } from './rating-votes.ts';
import { type Selection, select } from './select.ts';
import { shortList } from './short-list.ts';
import type { BoardSpec } from './spec.ts';
import { UNRATED, unratedBoard } from './unrated-board.ts';
import { verdictText } from './verdict-text.ts';
import { type Chosen, type SourceCounts, voteCounts, votesByModel } from './vote-counts.ts';
import { warningsOf } from './warnings.ts';

export interface BoardOptions {
  readonly source?: SourceCounts;
  /** Called during a bootstrap with rounds done and rounds in all. */
  readonly onRound?: (done: number, rounds: number) => void;
}

/** A board with the fit behind it; the fit is null where no two models could be rated. */
export interface FittedBoard {
  readonly board: Board;
  readonly fit: Fit | null;
  /** Rows of the record that the fit was given. */
  readonly rows: Uint32Array;
}

const TIE_MODELS: Readonly<Record<BoardSpec['ties'], TieModelName>> = {
  half: 'bradley-terry',
  davidson: 'davidson',
  'rao-kupper': 'rao-kupper',
  grounded: 'grounded-rao-kupper',
};

/**
 * The board of a vote record under a specification: a pure function of the two. Equal records and specifications give equal
 * bytes, whatever the order of the votes.
 *
 * @throws {SpecMismatch | NoVotes | RatingError}
 */
export function board(columns: VoteColumns, spec: BoardSpec, options: BoardOptions = {}): Board {
  return fittedBoard(columns, spec, options).board;
}

/** As {@link board}, with the fit for tables of pairs and plots. */
export function fittedBoard(columns: VoteColumns, spec: BoardSpec, options: BoardOptions = {}): FittedBoard {
  const basis = basisOf(columns, spec);
  return boardOfSelection({ columns, spec, options, basis, selection: select(columns, spec) });
}

/** What a board is made of once its votes are selected. */
export interface Selected {
  readonly columns: VoteColumns;
  readonly spec: BoardSpec;
  readonly options: BoardOptions;
  readonly basis: Basis;
  readonly selection: Selection;
}

/**
 * The board of votes selected before: several boards of one record share its basis.
 *
 * @throws {SpecMismatch | NoVotes | RatingError}
 */
export function boardOfSelection({ columns, spec, options, basis, selection }: Selected): FittedBoard {
  if (selection.rows.length === 0) throw new NoVotes(`None of the ${columns.length} votes is left after the filter.`);
  if (spec.anchor !== null && !columns.models.includes(spec.anchor.model)) {
    throw new SpecMismatch(`The anchor "${spec.anchor.model}" has no vote. Models are: ${shortList(columns.models)}.`);
  }
  const chosen = ratingVotes(columns, selection.rows, spec, basis);
  const { rows, votes } = chosen;
  const found = fitOrComponents(votes, spec);
  if (typeof found === 'number') {
    const counts = voteCounts({ columns, spec, selection, chosen }, null, options.source);
    return { board: unratedBoard(columns, spec, { rows, counts, components: found }), fit: null, rows };
  }
  return { board: describe({ columns, spec, options, selection, chosen, fitted: found }), fit: found, rows };
}

/** The board of votes that a specification cannot be applied to: nobody is rated, and the error stands as a warning. */
export function refusedBoard({ columns, spec, options, basis, selection }: Selected, error: Error): FittedBoard {
  const chosen = ratingVotes(columns, selection.rows, spec, basis);
  const counts = voteCounts({ columns, spec, selection, chosen }, null, options.source);
  const made = unratedBoard(columns, spec, { rows: chosen.rows, counts, components: 0 });
  return { board: { ...made, warnings: [error.message] }, fit: null, rows: chosen.rows };
}

/** The fit; or the number of components where no two models can be rated and the specification takes that for an answer. */
function fitOrComponents(votes: Votes, spec: BoardSpec): Fit | number {
  try {
    return fit(votes, {
      model: TIE_MODELS[spec.ties],
      bothBad: spec.bothBad,
      position: spec.controls.some(({ name }) => name === 'position'),
      connectivity: spec.connectivity,
    });
  } catch (error) {
    if (error instanceof NotConnected && spec.connectivity !== 'error') return error.components.length;
    throw error;
  }
}

interface Fitted extends Chosen {
  readonly options: BoardOptions;
  readonly fitted: Fit;
}

function describe(from: Fitted): Board {
  const { columns, spec, options, chosen, fitted } = from;
  const { level } = spec.interval;
  const { spread, resampled } = spreadOf(fitted, spec, options);
  const errors = standardErrors(spread);
  const z = normalQuantile(1 - (1 - level) / 2);
  const interval = (k: number, estimate: number): readonly [number, number] =>
    resampled === null ? [estimate - z * errors[k], estimate + z * errors[k]] : percentileInterval(resampled, k, level);
  const origin = originOf(fitted, spec);
  const ranks = rankRanges({
    strengths: fitted.strengths,
    covariance: spread,
    level,
    rule: spec.ranks,
    seed: spec.seed,
  });
  const played = votesByModel(columns, chosen.rows);
  const rated: BoardModel[] = fitted.models.map((model, i) => {
    const [lower, upper] = interval(i, fitted.strengths[i]);
    return {
      model,
      rating: origin + POINTS * fitted.strengths[i],
      stdErr: POINTS * errors[i],
      lower: origin + POINTS * lower,
      upper: origin + POINTS * upper,
      rank: ranks[i],
      votes: played.get(model) ?? 0,
    };
  });
  const controls = fitted.coefficients.map((coefficient, c): BoardControl => {
    const k = fitted.models.length + c;
    const [lower, upper] = interval(k, coefficient.value);
    return {
      name: coefficient.name,
      coefficient: coefficient.value,
      stdErr: errors[k],
      lower,
      upper,
      points: POINTS * coefficient.value,
      scale: coefficient.scale,
    };
  });
  const counts = outcomeCounts(columns, chosen.rows, fitted);
  // Never from resamples: another seed must not give another verdict.
  const settled = resampled === null ? spread : covariance(fitted, { method: 'clustered', by: spec.interval.cluster });
  const verdictOf = verdict(fitted, { covariance: settled, level, multiplicity: spec.multiplicity });
  const votes = voteCounts(from, fitted, options.source);
  return {
    format: 'agon-board/1',
    algorithm: ALGORITHM,
    spec,
    votes,
    fit: {
      iterations: fitted.iterations,
      gradientNorm: fitted.gradientNorm,
      logLikelihood: fitted.logLikelihood,
      components: fitted.components,
    },
    interval: { method: spread.method, clusters: spread.clusters, by: spread.by },
    models: [...rated.sort(byRating), ...unrated(fitted, played)],
    controls: controls.filter(({ name }) => name !== 'position'),
    ties: tiesOf(fitted, spec, { counts, errors, origin }),
    position: positionOf(
      counts,
      controls.find(({ name }) => name === 'position'),
    ),
    verdict: { ...verdictOf, text: verdictText(verdictOf, rated.length) },
    warnings: warningsOf({ spec, spread, fitted, votes, resampled }),
  };
}

function spreadOf(
  fitted: Fit,
  spec: BoardSpec,
  options: BoardOptions,
): { spread: Covariance; resampled: Bootstrap | null } {
  const { method, cluster, rounds, refit } = spec.interval;
  if (method !== 'bootstrap') return { spread: covariance(fitted, { method, by: cluster }), resampled: null };
  const unit = cluster.find((by) => fitted.votes[by] !== undefined) ?? 'vote';
  const resampled = bootstrap(fitted, {
    unit,
    method: refit ? 'refit' : 'one-step',
    rounds,
    seed: spec.seed,
    onRound: (done) => options.onRound?.(done, rounds),
  });
  return { spread: resampled.covariance, resampled };
}

/** The rating of a model of average strength. */
function originOf(fitted: Fit, { anchor }: BoardSpec): number {
  if (anchor === null) return 1000;
  const index = fitted.models.indexOf(anchor.model);
  if (index < 0)
    throw new SpecMismatch(`The anchor "${anchor.model}" cannot be rated: it is outside the connected set.`);
  return anchor.rating - POINTS * fitted.strengths[index];
}

function byRating(x: BoardModel, y: BoardModel): number {
  return (y.rating ?? 0) - (x.rating ?? 0) || (x.model < y.model ? -1 : 1);
}

const REASONS = {
  unbeaten: 'never beaten by the rated models: its rating has no upper bound yet',
  winless: 'never scored against the rated models: its rating has no lower bound yet',
  separate: 'no chain of votes joins it to the rated models',
} as const;

function unrated(fitted: Fit, played: ReadonlyMap<string, number>): BoardModel[] {
  return fitted.excluded.map(({ model, reason }) => ({
    model,
    ...UNRATED,
    votes: played.get(model) ?? 0,
    reason: REASONS[reason],
  }));
}
