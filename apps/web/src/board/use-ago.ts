import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const tickMs = 10_000;

/** How long ago a moment was, such as `2 min. ago`; null within the last ten seconds. Moves on by itself. */
export function useAgo(momentMs: number): string | null {
  const { i18n } = useTranslation();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return agoWords(now - momentMs, i18n.language);
}

/**
 * A span of time that has passed, in its largest unit; null for less than ten seconds.
 *
 * @example agoWords(125_000, 'en') // '2 min. ago'
 */
export function agoWords(passedMs: number, language: string): string | null {
  if (passedMs < tickMs) return null;
  const words = new Intl.RelativeTimeFormat(language, { style: 'short' });
  const seconds = Math.floor(passedMs / 1_000);
  if (seconds < 60) return words.format(-Math.floor(seconds / 10) * 10, 'second');
  if (seconds < 3_600) return words.format(-Math.floor(seconds / 60), 'minute');
  if (seconds < 86_400) return words.format(-Math.floor(seconds / 3_600), 'hour');
  return words.format(-Math.floor(seconds / 86_400), 'day');
}
