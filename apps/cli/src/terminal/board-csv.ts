import type { Board } from '@agon/boards';
import { csvCell } from '@agon/votes';

const COLUMNS = ['rank_best', 'rank_worst', 'model', 'rating', 'std_err', 'lower', 'upper', 'votes', 'reason'] as const;

export interface BoardCsvOptions {
  /** What the boards were sliced by: then the first column holds the value. */
  readonly by: string | null;
  readonly top?: number | undefined;
}

/** Boards as CSV: one line a model, best first; numbers in full precision, empty where a model has no rating. */
export function boardCsv(
  boards: readonly { readonly value?: string; readonly board: Board }[],
  { by, top = Number.POSITIVE_INFINITY }: BoardCsvOptions,
): string {
  const header = [...(by === null ? [] : [by]), ...COLUMNS];
  const rows = boards.flatMap(({ value = '', board }) =>
    board.models
      .slice(0, top)
      .map(({ model, rating, stdErr, lower, upper, rank, votes, reason }) => [
        ...(by === null ? [] : [value]),
        rank?.[0] ?? '',
        rank?.[1] ?? '',
        model,
        rating ?? '',
        stdErr ?? '',
        lower ?? '',
        upper ?? '',
        votes,
        reason ?? '',
      ]),
  );
  return [header, ...rows].map((row) => `${row.map((value) => csvCell(String(value))).join(',')}\n`).join('');
}
