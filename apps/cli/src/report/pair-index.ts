import type { BoardPair } from '@agon/boards';

/** How model `row` did against model `column`. */
export interface PairView {
  readonly votes: number;
  readonly observed: number;
  readonly predicted: number | null;
}

/** Finds a pair from either side: `find(row, column)` has the row's score; undefined where the two never met. */
export function indexPairs(pairs: readonly BoardPair[]): (row: string, column: string) => PairView | undefined {
  const byRow = new Map<string, Map<string, PairView>>();
  for (const { a, b, votes, observed, predicted } of pairs) {
    rowOf(byRow, a).set(b, { votes, observed, predicted });
    rowOf(byRow, b).set(a, { votes, observed: 1 - observed, predicted: predicted === null ? null : 1 - predicted });
  }
  return (row, column) => byRow.get(row)?.get(column);
}

function rowOf(rows: Map<string, Map<string, PairView>>, model: string): Map<string, PairView> {
  const known = rows.get(model);
  if (known !== undefined) return known;
  const made = new Map<string, PairView>();
  rows.set(model, made);
  return made;
}
