import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../design/classes.ts';
import type { SortColumn, Sorting } from './sort-rows.ts';

/** Head of a column that sorts when pressed. */
export function SortHeader({
  column,
  sorting,
  onSort,
  children,
  className,
}: {
  column: SortColumn;
  sorting: Sorting;
  onSort: (column: SortColumn) => void;
  children: string;
  className?: string;
}) {
  const { t } = useTranslation('board');
  const isSorted = sorting.column === column;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? sorting.direction : 'none'}
      className={classes('label px-2 pb-2 align-bottom', className)}
    >
      <button
        type="button"
        title={t('table.sortHint', { column: children })}
        onClick={() => onSort(column)}
        className={classes(
          'inline-flex min-h-6 items-center gap-1 hover:text-ink',
          isSorted ? 'text-ink' : 'text-muted',
        )}
      >
        {children}
        <Arrow direction={isSorted ? sorting.direction : null} />
      </button>
    </th>
  );
}

function Arrow({ direction }: { direction: Sorting['direction'] | null }): ReactNode {
  if (direction === null) return null;
  return (
    <svg aria-hidden="true" viewBox="0 0 10 10" className="size-2.5 shrink-0 fill-current">
      <path d={direction === 'ascending' ? 'M5 2 9 8H1Z' : 'M5 8 1 2h8Z'} />
    </svg>
  );
}
