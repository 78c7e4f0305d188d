import { useTranslation } from 'react-i18next';
import { classes } from '../design/classes.ts';
import { useFormat } from '../messages/use-format.ts';
import type { Axis } from './axis.ts';
import type { Bracket, FactColumn, BoardRow as Row } from './board-rows.ts';
import { IntervalPlot } from './interval-plot.tsx';
import { ModelName } from './model-name.tsx';

/** One model of the board. On a narrow page its interval is drawn under its name. */
export function BoardRow({
  row,
  axis,
  columns,
  digits,
  hasBrackets,
}: {
  row: Row;
  axis: Axis | null;
  /** Facts that the board has a column for. */
  columns: readonly FactColumn[];
  /** Decimals of ratings. */
  digits: number;
  hasBrackets: boolean;
}) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const { standing, facts } = row;
  const bracket = hasBrackets ? row.bracket : 'none';
  const whyUnrated = row.votes === 0 ? t('table.noVotes') : row.reason;
  const figure = (value: number) =>
    format.number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false });
  const span = standing ? t('table.span', { lower: figure(standing.lower), upper: figure(standing.upper) }) : null;
  return (
    <tr data-row={row.model} className="group bg-paper hover:bg-sunken">
      <td className={cell('relative w-16 ps-4 text-start align-top sm:align-middle', bracket)}>
        <BracketMark bracket={bracket} />
        <RankRange rank={standing?.rank ?? null} />
      </td>
      <th scope="row" className={cell('min-w-36 text-start align-top font-normal sm:align-middle', bracket)}>
        <ModelName row={row} />
        {standing === null && <p className="text-xs text-muted md:hidden">{whyUnrated}</p>}
        {axis && standing && (
          // Reaches below the rating: a phone has no room beside it.
          <div className="mt-1.5 h-5 w-[calc(100%+5rem)] md:hidden">
            <IntervalPlot axis={axis} standing={standing} />
          </div>
        )}
      </th>
      {columns.map((column) => (
        <td key={column} className={cell('max-w-40 truncate text-muted max-[90rem]:hidden', bracket)}>
          {facts?.[column]}
        </td>
      ))}
      <td className={cell('w-22 text-end align-top sm:align-middle', bracket)}>
        <span className={standing?.rank[0] === 1 ? 'font-semibold' : 'font-medium'}>
          {standing ? figure(standing.rating) : <span className="font-normal text-muted">{t('table.unrated')}</span>}
        </span>
        {span && <span className="block text-xs whitespace-nowrap text-muted lg:hidden">{span}</span>}
      </td>
      <td className={cell('w-32 text-end whitespace-nowrap text-muted max-lg:hidden', bracket)}>{span}</td>
      <td className={cell('relative w-2/5 py-1! max-md:hidden', bracket)}>
        {axis && standing && (
          <div className="absolute inset-x-4 -inset-y-px">
            <IntervalPlot axis={axis} standing={standing} />
          </div>
        )}
        {standing === null && <p className="px-2 text-sm text-muted">{whyUnrated}</p>}
      </td>
      <td className={cell('w-20 text-end text-muted max-sm:hidden', bracket)}>{format.number(row.votes)}</td>
    </tr>
  );
}

/** Rows of one bracket stand together: the rule under a row is left out inside it. */
function cell(look: string, bracket: Bracket): string {
  const isOpen = bracket === 'first' || bracket === 'inner';
  return classes('border-b px-2 py-2.5', isOpen ? 'border-transparent' : 'border-line', look);
}

const bracketLooks: Readonly<Record<Bracket, string>> = {
  none: 'hidden',
  first: 'top-2.5 bottom-0 border-t rounded-ss-sm',
  inner: 'inset-y-0',
  last: 'top-0 bottom-2.5 border-b rounded-es-sm',
};

function BracketMark({ bracket }: { bracket: Bracket }) {
  return (
    <span
      aria-hidden="true"
      className={`absolute start-0 w-1.5 border-s border-line-strong ${bracketLooks[bracket]}`}
    />
  );
}

function RankRange({ rank }: { rank: readonly [number, number] | null }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  if (rank === null) return <span className="text-muted">–</span>;
  const [best, worst] = [format.number(rank[0]), format.number(rank[1])];
  const isOne = rank[0] === rank[1];
  return (
    <>
      <span aria-hidden="true" className="whitespace-nowrap">
        {isOne ? best : `${best}–${worst}`}
      </span>
      <span className="sr-only">{isOne ? t('table.rankOne', { best }) : t('table.rankRange', { best, worst })}</span>
    </>
  );
}
