import {
  ALGORITHM,
  type Bootstrap,
  bootstrap,
  type Covariance,
  covariance,
  type Fit,
  fit,
  NotConnected,
  POINTS,
  rankRanges,
  standardErrors,
  type TieModelName,
  type Votes,
  verdict,
} from '@agon/rating';
import type { VoteColumns } from '@agon/votes';
import { type Basis, basisOf } from './basis.ts';
import type { Board } from './board.ts';
import { controlRows, intervalsOf, ratedModels, unratedModels } from './board-rows.ts';
import { NoVotes, SpecMismatch } from './errors.ts';
import { outcomeCounts, positionOf, tiesOf } from './outcomes.ts';
import { ratingVotes } from './rating-votes.ts';
import { type Selection, select } from './select.ts';
import { shortList } from './short-list.ts';
import type { BoardSpec } from './spec.ts';
import { unratedBoard } from './unrated-board.ts';
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
  const from = { columns, spec, options, selection, chosen };
  const found = fitOrComponents(chosen.votes, spec);
  if (typeof found === 'number') return unfittedBoard(from, { components: found, warnings: [] });
  return { board: boardOfFit({ ...from, fitted: found }), fit: found, rows: chosen.rows };
}

/** The board of votes that a specification cannot be applied to: nobody is rated, and the error stands as a warning. */
export function refusedBoard({ columns, spec, options, basis, selection }: Selected, error: Error): FittedBoard {
  const chosen = ratingVotes(columns, selection.rows, spec, basis);
  return unfittedBoard({ columns, spec, options, selection, chosen }, { components: 0, warnings: [error.message] });
}

interface ToDescribe extends Chosen {
  readonly options: BoardOptions;
}

function unfittedBoard(
  from: ToDescribe,
  { components, warnings }: { readonly components: number; readonly warnings: readonly string[] },
): FittedBoard {
  const { rows } = from.chosen;
  const counts = voteCounts(from, null, from.options.source);
  const made = unratedBoard(from.columns, from.spec, { rows, counts, components });
  return { board: { ...made, warnings }, fit: null, rows };
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

function boardOfFit(from: ToDescribe & { readonly fitted: Fit }): Board {
  const { columns, spec, options, chosen, fitted } = from;
  const { level } = spec.interval;
  const { spread, resampled } = spreadOf(fitted, spec, options);
  const errors = standardErrors(spread);
  const estimates = { errors, interval: intervalsOf(errors, level, resampled) };
  const origin = originOf(fitted, spec);
  const { strengths } = fitted;
  const ranks = rankRanges({ strengths, covariance: spread, level, rule: spec.ranks, seed: spec.seed });
  const played = votesByModel(columns, chosen.rows);
  const rated = ratedModels(fitted, estimates, { origin, ranks, played });
  const controls = controlRows(fitted, estimates);
  const counts = outcomeCounts(columns, chosen.rows, fitted);
  // Never from resamples: another seed must not give another verdict.
  const settled = resampled === null ? spread : covariance(fitted, { method: 'clustered', by: spec.interval.cluster });
  const verdictOf = verdict(fitted, { covariance: settled, level, multiplicity: spec.multiplicity });
  const votes = voteCounts(from, fitted, options.source);
  const { iterations, gradientNorm, logLikelihood, components } = fitted;
  return {
    format: 'agon-board/1',
    algorithm: ALGORITHM,
    spec,
    votes,
    fit: { iterations, gradientNorm, logLikelihood, components },
    interval: { method: spread.method, clusters: spread.clusters, by: spread.by },
    models: [...rated, ...unratedModels(fitted, played)],
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
  const resampled = bootstrap(fitted, {
    // Without such a column, single votes.
    unit: cluster[0],
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
