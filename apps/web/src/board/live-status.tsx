import { useTranslation } from 'react-i18next';
import { useAgo } from './use-ago.ts';

/** Whether the board is live, and when it last changed. Not announced: it changes by itself all the time. */
export function LiveStatus({ computedAt, isLost }: { computedAt: number; isLost: boolean }) {
  const { t } = useTranslation('board');
  const ago = useAgo(computedAt);
  return (
    <p className="flex items-center gap-2 text-sm text-muted">
      <span aria-hidden="true" className={`size-2 rounded-full ${isLost ? 'bg-line-strong' : 'bg-accent'}`} />
      {!isLost && <span className="font-medium text-ink">{t('live.on')}</span>}
      <span>{ago === null ? t('live.justNow') : t('live.updated', { ago })}</span>
    </p>
  );
}
