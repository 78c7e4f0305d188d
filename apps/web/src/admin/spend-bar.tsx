import { useTranslation } from 'react-i18next';
import { useFormat } from '../messages/use-format.ts';

/** What was spent today of a cap, in US dollars; as a bar where there is one. */
export function SpendBar({
  spent,
  cap,
  label,
  reached,
}: {
  spent: number;
  cap: number | null;
  label: string;
  /** What to say when the cap is reached. */
  reached: string;
}) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const share = cap === null || cap === 0 ? 1 : Math.min(1, spent / cap);
  const isReached = cap !== null && spent >= cap;
  return (
    <div className="max-w-xl text-sm">
      <div className="flex flex-wrap justify-between gap-x-4">
        <span className="text-xs text-muted">{label}</span>
        <span className="text-xs tabular-nums">
          {cap === null
            ? t('spend.noCap', { spent: format.dollars(spent) })
            : t('spend.of', { spent: format.dollars(spent), cap: format.dollars(cap) })}
        </span>
      </div>
      {cap !== null && (
        <div aria-hidden="true" className="mt-1 h-1 overflow-hidden rounded-full bg-line">
          <div
            className={`h-full rounded-full ${isReached ? 'bg-danger' : 'bg-accent'}`}
            style={{ inlineSize: `${share * 100}%` }}
          />
        </div>
      )}
      {isReached && <p className="pt-1 text-danger">{reached}</p>}
    </div>
  );
}
