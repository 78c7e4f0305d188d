import type { BoardRow } from './board-rows.ts';

/** What the board can be ordered by; `place` is its own order. */
export type SortColumn = 'place' | 'model' | 'rating' | 'votes' | 'organisation' | 'license';

/** An order of the rows. */
export interface Sorting {
  readonly column: SortColumn;
  readonly direction: 'ascending' | 'descending';
}

/** The order of the board itself. */
export const boardOrder: Sorting = { column: 'place', direction: 'ascending' };

/** Figures are wanted from the highest, words and ranks from the first. */
const firstDirection: Readonly<Record<SortColumn, Sorting['direction']>> = {
  place: 'ascending',
  model: 'ascending',
  rating: 'descending',
  votes: 'descending',
  organisation: 'ascending',
  license: 'ascending',
};

/**
 * The order after a click on a column: its first direction, then the other one.
 *
 * @example nextSorting({ column: 'place', direction: 'ascending' }, 'votes').direction // 'descending'
 */
export function nextSorting(sorting: Sorting, column: SortColumn): Sorting {
  if (sorting.column !== column) return { column, direction: firstDirection[column] };
  return { column, direction: sorting.direction === 'ascending' ? 'descending' : 'ascending' };
}

/** The rows in the order asked for; rows without the value stand last either way, equal ones in the order of the board. */
export function sortRows(rows: readonly BoardRow[], { column, direction }: Sorting): BoardRow[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((x, y) => {
    const [a, b] = [sortValue(x, column), sortValue(y, column)];
    if (a === null || b === null) return Number(a === null) - Number(b === null) || x.place - y.place;
    return sign * compare(a, b) || x.place - y.place;
  });
}

function sortValue(row: BoardRow, column: SortColumn): number | string | null {
  switch (column) {
    case 'place':
      return row.standing === null ? null : row.place;
    case 'rating':
      return row.standing?.rating ?? null;
    case 'votes':
      return row.votes;
    case 'model':
      return row.model;
    default:
      return row.facts?.[column] ?? null;
  }
}

function compare(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), undefined, { numeric: true });
}
