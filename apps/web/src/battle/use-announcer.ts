import type { BattleView } from '@agon/api';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Announcement, announcementOf, progressOf } from './announcement.ts';
import { isAnswering } from './battle-state.ts';

/** Progress is said this often: more would drown everything else. */
const progressMs = 6_000;

/** Words for a polite live region: start, progress, completion, reveal. The streaming text itself is never announced. */
export function useAnnouncer(view: BattleView | null): string {
  const { t } = useTranslation('battle');
  const before = useRef<BattleView | null>(null);
  const latest = useRef(view);
  const [announcement, setAnnouncement] = useState<Announcement | null>(null);
  useEffect(() => {
    latest.current = view;
    if (!view) return;
    const next = announcementOf(before.current, view);
    before.current = view;
    if (next) setAnnouncement(next);
  }, [view]);
  const answers = view !== null && isAnswering(view);
  useEffect(() => {
    if (!answers) return;
    const timer = setInterval(() => latest.current && setAnnouncement(progressOf(latest.current)), progressMs);
    return () => clearInterval(timer);
  }, [answers]);
  if (!announcement) return '';
  if (announcement.key === 'progress') {
    const { a, b } = announcement.words;
    return t('announce.progress', { a: t('words', { count: a }), b: t('words', { count: b }) });
  }
  if (announcement.key === 'revealed') return t('announce.revealed', announcement.names);
  return t(`announce.${announcement.key}`);
}
