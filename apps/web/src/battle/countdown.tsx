import { useTranslation } from 'react-i18next';
import { useCountdown } from './use-countdown.ts';

const radius = 9;
const circumference = 2 * Math.PI * radius;

/** Time to undo: a ring that empties, and the seconds in words. */
export function Countdown({ until, wholeMs }: { until: number | null; wholeMs: number }) {
  const { t } = useTranslation('battle');
  const left = useCountdown(until);
  const share = left === null ? 0 : Math.min(1, left / wholeMs);
  const seconds = Math.ceil((left ?? 0) / 1_000);
  return (
    <span role="timer" className="inline-flex items-center gap-2.5 text-sm text-muted tabular-nums">
      <svg aria-hidden="true" viewBox="0 0 22 22" className="size-5.5 shrink-0 -rotate-90">
        <circle cx="11" cy="11" r={radius} fill="none" strokeWidth="2.5" className="stroke-line" />
        <circle
          cx="11"
          cy="11"
          r={radius}
          fill="none"
          strokeWidth="2.5"
          className="stroke-accent transition-[stroke-dashoffset] duration-200 ease-linear"
          strokeDasharray={circumference}
          strokeDashoffset={circumference * (1 - share)}
        />
      </svg>
      {seconds > 0 ? t('namesIn', { count: seconds }) : t('revealing')}
    </span>
  );
}
