import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { problemMessage } from './problem-message.ts';

/** Gives the words for a failed call: `const say = useProblemMessage(); say(error)`. */
export function useProblemMessage(): (error: unknown) => string {
  const { i18n } = useTranslation();
  return useCallback((error) => problemMessage(i18n, error), [i18n]);
}
