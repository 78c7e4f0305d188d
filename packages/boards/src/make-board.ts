import {
  ALGORITHM,
  type Bootstrap,
  bootstrap,
  type Covariance,
  concentration,
  covariance,
  exp,
  type Fit,
  fit,
  NotConnected,
  normalQuantile,
  POINTS,
  percentileInterval,
  rankRanges,
  standardErrors,
  type TieModelName,
  verdict,
} from '@agon/rating';
import type { VoteColumns } from '@agon/votes';
import type { Board, BoardControl, BoardModel, BoardPosition, BoardTies } from './board.ts';
import { type Control, controlsOf } from './controls.ts';
import { NoVotes, SpecMismatch } from './errors.ts';
import { type RatingVotes, ratingVotes } from './rating-votes.ts';
import { type Selection, select } from './select.ts';
import type { BoardSpec } from './spec.ts';
import { unratedBoard } from './unrated-board.ts';
import { verdictText } from './verdict-text.ts';
import { warningsOf } from './warnings.ts';

export interface BoardOptions {
  /** What the reader of the file saw before the record: rows read, and rows refused by reason. */
  readonly source?: { readonly read: number; readonly rejected: Readonly<Record<string, number>> };
  /** Called during a bootstrap with rounds done and rounds in all. */
  readonly onRound?: (done: number, rounds: number) => void;
}

/** A board with the fit behind it; the fit is null where no two models could be rated. */
export interface FittedBoard {
  readonly board: Board;
  readonly fit: Fit | null;
  /** Rows of the record that passed the filter. */
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

/** As {@link board}, with the fit for tables of pairs and plots. `controls` may be shared between boards of one record. */
export function fittedBoard(
  columns: VoteColumns,
  spec: BoardSpec,
  options: BoardOptions = {},
  controls: readonly Control[] = controlsOf(columns, spec),
): FittedBoard {
  const selection = select(columns, spec);
  const chosen = ratingVotes(columns, selection.rows, spec, controls);
  const { rows, votes } = chosen;
  if (rows.length === 0) {
    throw new NoVotes(
      `None of the ${columns.length} votes is left after the filter${chosen.missingControl > 0 ? ' and controls' : ''}.`,
    );
  }
  if (spec.anchor !== null && !columns.models.includes(spec.anchor.model)) {
    throw new SpecMismatch(`The anchor "${spec.anchor.model}" has no vote. Models are: ${columns.models.join(', ')}.`);
  }
  try {
    const fitted = fit(votes, {
      model: TIE_MODELS[spec.ties],
      bothBad: spec.bothBad,
      position: spec.controls.some(({ name }) => name === 'position'),
      connectivity: spec.connectivity,
    });
    return { board: describe({ columns, spec, options, selection, chosen, fitted }), fit: fitted, rows };
  } catch (error) {
    if (!(error instanceof NotConnected) || spec.connectivity === 'error') throw error;
    const rejected = { ...selection.rejected, unconnected: rows.length };
    const counts = voteCounts({ columns, options, used: 0, rejected, chosen, fitted: null });
    return {
      board: unratedBoard(columns, spec, { rows, counts, components: error.components.length }),
      fit: null,
      rows,
    };
  }
}

interface Fitted {
  readonly columns: VoteColumns;
  readonly spec: BoardSpec;
  readonly options: BoardOptions;
  readonly selection: Selection;
  readonly chosen: RatingVotes;
  readonly fitted: Fit;
}

function describe(from: Fitted): Board {
  const { columns, spec, options, selection, chosen, fitted } = from;
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
  const used = fitted.problem.design.votes;
  const verdictOf = verdict(fitted, { covariance: spread, level, multiplicity: spec.multiplicity });
  const votes = voteCounts({ columns, options, used, rejected: rejections(from, used), chosen, fitted });
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
    interval: { method: spread.method, clusters: spread.clusters },
    models: [...rated.sort(byRating), ...unrated(fitted, played)],
    controls: controls.filter(({ name }) => name !== 'position'),
    ties: tiesOf(from, errors, origin),
    position: positionOf(from, controls),
    verdict: { ...verdictOf, text: verdictText(verdictOf, rated.length) },
    warnings: warningsOf({ spec, spread, fitted, votes, resampled, selected: selection.rows.length }),
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
    rating: null,
    stdErr: null,
    lower: null,
    upper: null,
    rank: null,
    votes: played.get(model) ?? 0,
    reason: played.has(model) ? REASONS[reason] : 'no votes after the filter',
  }));
}

/** Votes of each model among some rows of the record. */
export function votesByModel({ models, modelA, modelB }: VoteColumns, rows: Uint32Array): Map<string, number> {
  const counts = new Uint32Array(models.length);
  for (let k = 0; k < rows.length; k++) {
    counts[modelA[rows[k]]]++;
    counts[modelB[rows[k]]]++;
  }
  return new Map(models.flatMap((model, m): [string, number][] => (counts[m] > 0 ? [[model, counts[m]]] : [])));
}

/** Why votes of the record are not in the fit, so that read = used + all rejected. */
function rejections({ columns, spec, selection, chosen, fitted }: Fitted, used: number): Record<string, number> {
  const rejected: Record<string, number> = { ...selection.rejected };
  if (chosen.missingControl > 0) rejected['missing-control'] = chosen.missingControl;
  const { rows } = chosen;
  const isRated = new Set(fitted.models);
  const rated = columns.models.map((model) => isRated.has(model));
  const tally = { 'weight-zero': 0, 'both-bad-dropped': 0, unconnected: 0 };
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k];
    if (spec.weights === 'record' && columns.weight?.[row] === 0) tally['weight-zero']++;
    else if (spec.ties !== 'grounded' && spec.bothBad === 'drop' && columns.outcome[row] === 3)
      tally['both-bad-dropped']++;
    else if (!rated[columns.modelA[row]] || !rated[columns.modelB[row]]) tally.unconnected++;
  }
  for (const [reason, count] of Object.entries(tally)) if (count > 0) rejected[reason] = count;
  const explained = rows.length - tally['weight-zero'] - tally['both-bad-dropped'] - tally.unconnected;
  if (explained !== used) throw new Error(`Votes do not reconcile: ${explained} should be used, ${used} were.`);
  return rejected;
}

function voteCounts(from: {
  readonly columns: VoteColumns;
  readonly options: BoardOptions;
  readonly used: number;
  readonly rejected: Readonly<Record<string, number>>;
  readonly chosen: RatingVotes;
  readonly fitted: Fit | null;
}): Board['votes'] {
  const { columns, options, used, rejected, fitted } = from;
  const spreadOverVoters = fitted === null ? null : concentration(fitted);
  return {
    read: options.source?.read ?? columns.length,
    used,
    rejected: { ...options.source?.rejected, ...rejected },
    voters: spreadOverVoters?.voters ?? 0,
    effectiveVoters: spreadOverVoters?.effectiveVoters ?? null,
    largestVoterShare: spreadOverVoters?.largestShare ?? null,
  };
}

function tiesOf({ columns, spec, chosen, fitted }: Fitted, errors: Float64Array, origin: number): BoardTies {
  const seen = [0, 0, 0, 0];
  const { observation } = fitted.problem.design;
  for (let k = 0; k < chosen.rows.length; k++) {
    if (observation[k] < fitted.problem.design.outcome.length) seen[columns.outcome[chosen.rows[k]]]++;
  }
  const [a, b, tie, bothBad] = seen;
  return {
    model: spec.ties,
    counts: { a, b, tie, both_bad: bothBad },
    parameter: fitted.tie === null ? null : exp(fitted.tie),
    stdErr: fitted.tie === null ? null : errors[errors.length - 1],
    badLevel: spec.ties === 'grounded' ? origin - POINTS * fitted.level : null,
  };
}

function positionOf(from: Fitted, controls: readonly BoardControl[]): BoardPosition {
  const { columns, chosen } = from;
  let a = 0;
  let b = 0;
  for (let k = 0; k < chosen.rows.length; k++) {
    const outcome = columns.outcome[chosen.rows[k]];
    if (outcome === 0) a++;
    else if (outcome === 1) b++;
  }
  const effect = controls.find(({ name }) => name === 'position');
  return {
    shareA: a + b === 0 ? null : a / (a + b),
    coefficient: effect?.coefficient ?? null,
    stdErr: effect?.stdErr ?? null,
    lower: effect?.lower ?? null,
    upper: effect?.upper ?? null,
    points: effect?.points ?? null,
  };
}
