import { useTranslation } from 'react-i18next';
import { useOnline } from '../app/use-online.ts';
import { Notice } from '../design/states.tsx';
import type { Connection } from './channel.ts';

/** Why something cannot be done, or was not: no network, what failed last, or a lost connection. Nothing where all is well. */
export function DockNote({ problem, connection }: { problem: string | null; connection: Connection }) {
  const { t } = useTranslation('battle');
  const isOnline = useOnline();
  if (!isOnline) return <Notice look="notice">{t('offline')}</Notice>;
  if (problem) return <Notice look="danger">{problem}</Notice>;
  return connection === 'reconnecting' && <Notice look="notice">{t('reconnecting')}</Notice>;
}
