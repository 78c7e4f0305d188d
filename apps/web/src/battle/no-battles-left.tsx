import type { Arena } from '@agon/api';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { arenaQuery } from '../app/use-arena.ts';
import { Notice } from '../design/states.tsx';

/** Says when the next battle can be started, and looks again then. */
export function NoBattlesLeft({ limits }: { limits: Arena['limits'] }) {
  const { t } = useTranslation('battle');
  const queries = useQueryClient();
  const { retryAfterSeconds, battlesPerWindow } = limits;
  useEffect(() => {
    // A second more than asked, so that the look does not come just before the time.
    const look = () => void queries.invalidateQueries({ queryKey: arenaQuery.queryKey });
    const timer = setTimeout(look, Math.max(5, retryAfterSeconds + 1) * 1_000);
    return () => clearTimeout(timer);
  }, [retryAfterSeconds, queries]);
  const wait =
    retryAfterSeconds >= 90
      ? t('waitMinutes', { count: Math.ceil(retryAfterSeconds / 60) })
      : t('waitSeconds', { count: Math.max(1, retryAfterSeconds) });
  return <Notice look="notice">{t('noBattlesLeft', { limit: battlesPerWindow, wait })}</Notice>;
}
