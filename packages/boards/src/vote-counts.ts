import { concentration, type Fit, UNKNOWN } from '@agon/rating';
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
  const { votes } = from.chosen;
  const spread = fitted === null ? null : concentration(fitted);
  const used = fitted?.problem.design.votes ?? 0;
  return {
    read: source?.read ?? from.columns.length,
    used,
    rejected: inOrder({
      ...source?.rejected,
      ...from.selection.rejected,
      ...from.chosen.rejected,
      unconnected: from.chosen.rows.length - used,
    }),
    voters: spread?.voters ?? distinct(votes.voter),
    effectiveVoters: spread?.effectiveVoters ?? null,
    largestVoterShare: spread?.largestShare ?? null,
  };
}

/** Voters of some votes; a vote without a voter is a voter of its own. */
function distinct(voter: Uint32Array | undefined): number {
  if (voter === undefined) return 0;
  const unknown = voter.reduce((count, number) => count + (number === UNKNOWN ? 1 : 0), 0);
  return new Set(voter).size - (unknown > 0 ? 1 : 0) + unknown;
}

/** Reasons by name, those of no vote left out: the same counts are the same bytes. */
function inOrder(rejected: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(rejected)
      .filter(([, count]) => count > 0)
      .sort(([x], [y]) => (x < y ? -1 : 1)),
  );
}
