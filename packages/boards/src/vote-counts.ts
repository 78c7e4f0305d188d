import { concentration, type Fit } from '@agon/rating';
import type { VoteColumns } from '@agon/votes';
import type { BoardVotes } from './board.ts';
import type { RatingVotes } from './rating-votes.ts';
import type { Selection } from './select.ts';
import type { BoardSpec } from './spec.ts';

/** What the reader of the file saw before the record: rows read, and rows refused by reason. */
export interface SourceCounts {
  readonly read: number;
  readonly rejected: Readonly<Record<string, number>>;
}

/** Where the votes of a board came from. */
export interface Chosen {
  readonly columns: VoteColumns;
  readonly spec: BoardSpec;
  readonly selection: Selection;
  readonly chosen: RatingVotes;
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

/** Where the votes went: read = used + all rejected. `fitted` is null where no two models could be rated. */
export function voteCounts(from: Chosen, fitted: Fit | null, source?: SourceCounts): BoardVotes {
  const { columns, selection, chosen } = from;
  const used = fitted?.problem.design.votes ?? 0;
  const rejected =
    fitted === null
      ? { ...selection.rejected, ...missing(chosen), unconnected: chosen.rows.length }
      : rejections(from, fitted);
  const spread = fitted === null ? null : concentration(fitted);
  return {
    read: source?.read ?? columns.length,
    used,
    rejected: { ...source?.rejected, ...rejected },
    voters: spread?.voters ?? 0,
    effectiveVoters: spread?.effectiveVoters ?? null,
    largestVoterShare: spread?.largestShare ?? null,
  };
}

function missing({ missingControl }: RatingVotes): Record<string, number> {
  return missingControl > 0 ? { 'missing-control': missingControl } : {};
}

/** Why votes of the record are not in the fit, so that read = used + all rejected. */
function rejections({ columns, spec, selection, chosen }: Chosen, fitted: Fit): Record<string, number> {
  const rejected: Record<string, number> = { ...selection.rejected, ...missing(chosen) };
  const used = fitted.problem.design.votes;
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
