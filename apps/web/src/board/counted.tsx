import type { LiveBoard } from '@agon/api';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../messages/use-format.ts';
import { OutcomeMix } from './outcome-mix.tsx';
import { useReasonWords } from './use-reason-words.ts';

/** Where the votes went: how many count, and why the others do not. */
export function Counted({ live }: { live: LiveBoard }) {
  const { t } = useTranslation('board');
  const reasonWords = useReasonWords();
  const { votes, board } = live;
  const lines = [
    { name: t('counted.standing'), count: votes.standing, isPart: false },
    ...reasons(votes.weightless).map(([code, count]) => ({
      name: t('counted.weightless', { reason: reasonWords(code) }),
      count,
      isPart: true,
    })),
    // Those of weight 0 are told one by one above.
    ...reasons(board?.votes.rejected ?? {}, 'weight-zero').map(([code, count]) => ({
      name: t('counted.leftOut', { reason: reasonWords(code) }),
      count,
      isPart: true,
    })),
  ];
  return (
    <section aria-labelledby="counted">
      <h2 id="counted" className="display pb-4 text-2xl">
        {t('counted.title')}
      </h2>
      {board && <OutcomeMix counts={board.ties.counts} />}
      <dl className="text-[0.9375rem]">
        {lines.map(({ name, count, isPart }) => (
          <Line key={name} name={name} count={count} isPart={isPart} />
        ))}
        <Line name={t('counted.counted')} count={board?.votes.used ?? votes.counted} isSum />
        <Line name={t('counted.ledger')} count={live.ledgerSize} isQuiet />
      </dl>
    </section>
  );
}

function Line({
  name,
  count,
  isPart = false,
  isSum = false,
  isQuiet = false,
}: {
  name: string;
  count: number;
  isPart?: boolean;
  isSum?: boolean;
  isQuiet?: boolean;
}) {
  const format = useFormat();
  const look = isSum ? 'border-t border-line-strong font-semibold' : isQuiet ? 'text-muted' : 'border-t border-line';
  return (
    <div className={`flex items-baseline justify-between gap-6 py-1.5 ${look}`}>
      <dt className={isPart ? 'ps-4' : undefined}>{name}</dt>
      <dd className="tabular-nums">
        {isPart && count > 0 ? '−' : ''}
        {format.number(count)}
      </dd>
    </div>
  );
}

/** Reasons with a vote, most frequent first. */
function reasons(counts: Readonly<Record<string, number>>, except?: string): [string, number][] {
  return Object.entries(counts)
    .filter(([code, count]) => count > 0 && code !== except)
    .sort(([x, a], [y, b]) => b - a || (x < y ? -1 : 1));
}
