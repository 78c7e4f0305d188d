import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { type Axis, axisOf, ratingDigits } from './axis.ts';
import { BoardRow } from './board-row.tsx';
import { type FactColumn, factColumns, type BoardRow as Row } from './board-rows.ts';
import { AxisLabels } from './interval-plot.tsx';
import { SortHeader } from './sort-header.tsx';
import { boardOrder, nextSorting, type SortColumn, sortRows } from './sort-rows.ts';
import { useGentleOrder } from './use-gentle-order.ts';

const columnKeys = {
  place: 'table.rank',
  model: 'table.model',
  organisation: 'table.organisation',
  license: 'table.license',
  rating: 'table.rating',
  votes: 'table.votes',
} as const satisfies Record<SortColumn, string>;

/** All models with rank, rating, interval and votes; the plot is a column of the table. `level` is that of the intervals, as `95%`. */
export function BoardTable({ rows, level }: { rows: readonly Row[]; level: string }) {
  const { t } = useTranslation('board');
  const [sorting, setSorting] = useState(boardOrder);
  const body = useGentleOrder<HTMLTableSectionElement>();
  const axis = axisOf(rows);
  const columns = factColumns(rows);
  const hasBrackets = sorting.column === 'place' && sorting.direction === 'ascending';
  const head = (column: SortColumn, className: string) => (
    <SortHeader
      key={column}
      column={column}
      sorting={sorting}
      onSort={(next) => setSorting(nextSorting(sorting, next))}
      className={className}
    >
      {t(columnKeys[column])}
    </SortHeader>
  );
  return (
    <>
      <div className="flex min-h-10 flex-wrap items-center justify-between gap-x-6 gap-y-1 pb-3 text-sm text-muted">
        <p id="board-caption">
          {hasBrackets ? t('table.caption') : t('table.captionSorted', { column: t(columnKeys[sorting.column]) })}
        </p>
        {!hasBrackets && (
          <Button size="small" look="quiet" onClick={() => setSorting(boardOrder)}>
            {t('table.resetOrder')}
          </Button>
        )}
      </div>
      <table
        aria-describedby="board-caption"
        aria-label={t('table.region')}
        className="w-full border-collapse text-[0.9375rem]"
      >
        <thead className="border-b border-line-strong">
          <tr>
            {head('place', 'ps-4 text-start')}
            {head('model', 'text-start')}
            {columns.map((column) => head(column, 'text-start max-[90rem]:hidden'))}
            {head('rating', 'text-end')}
            <th
              scope="col"
              className="label px-2 pb-2 text-end align-bottom whitespace-nowrap text-muted max-lg:hidden"
            >
              <span className="inline-flex min-h-6 items-center">{t('table.interval', { level })}</span>
            </th>
            <td className="px-4 pb-3 align-bottom max-md:hidden">{axis && <AxisLabels axis={axis} />}</td>
            {head('votes', 'text-end max-sm:hidden')}
          </tr>
        </thead>
        <tbody ref={body}>
          {sortRows(rows, sorting).map((row) => (
            <BoardRow
              key={row.model}
              row={row}
              axis={axis}
              columns={columns}
              digits={ratingDigits(rows)}
              hasBrackets={hasBrackets}
            />
          ))}
        </tbody>
        {axis && <AxisFoot axis={axis} columns={columns} isLong={rows.length > 12} />}
      </table>
      {axis && (
        <p className="max-w-prose pt-4 text-sm text-muted">
          {t('table.key', { level })} {t('table.points')}
        </p>
      )}
    </>
  );
}

/** The axis once more: below the column of names on a phone, below the plot of a long board. */
function AxisFoot({ axis, columns, isLong }: { axis: Axis; columns: readonly FactColumn[]; isLong: boolean }) {
  return (
    <tfoot aria-hidden="true" className={isLong ? undefined : 'md:hidden'}>
      <tr>
        <td />
        <td className="px-2 pt-1">
          <div className="w-[calc(100%+5rem)] md:hidden">
            <AxisLabels axis={axis} every={axis.ticks.length > 4 ? 2 : 1} />
          </div>
        </td>
        {columns.map((column) => (
          <td key={column} className="max-[90rem]:hidden" />
        ))}
        <td />
        <td className="max-lg:hidden" />
        <td className="px-4 pt-2 max-md:hidden">
          <AxisLabels axis={axis} />
        </td>
      </tr>
    </tfoot>
  );
}
