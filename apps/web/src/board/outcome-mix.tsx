import { useTranslation } from 'react-i18next';
import { useFormat } from '../messages/use-format.ts';

/** How the votes went, as one bar with its key. */
export function OutcomeMix({ counts }: { counts: Readonly<Record<'a' | 'b' | 'tie' | 'both_bad', number>> }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const parts = [
    { name: t('counted.outcomeA'), count: counts.a, look: 'bg-side-a' },
    { name: t('counted.outcomeTie'), count: counts.tie, look: 'bg-muted' },
    { name: t('counted.outcomeBothBad'), count: counts.both_bad, look: 'bg-line-strong' },
    { name: t('counted.outcomeB'), count: counts.b, look: 'bg-side-b' },
  ];
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  return (
    <figure aria-label={t('counted.outcomesLabel')} className="pb-6">
      <div aria-hidden="true" className="flex h-3 gap-px overflow-hidden rounded-full">
        {parts.map(({ name, count, look }) => (
          <div key={name} className={`${look} transition-all duration-500`} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className="flex flex-wrap gap-x-5 gap-y-1 pt-2.5 text-sm">
        {parts.map(({ name, count, look }) => (
          <li key={name} className="inline-flex items-center gap-1.5">
            <span aria-hidden="true" className={`${look} size-2.5 rounded-full`} />
            {name}
            <span className="text-muted tabular-nums">{format.percent(count / total)}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
