import { useTranslation } from 'react-i18next';
import { board } from '../messages/en/board.ts';

type KnownReason = keyof typeof board.reason;

/** Words for a reason code; a code that this page does not know is shown as its own words. */
export function useReasonWords(): (code: string) => string {
  const { t } = useTranslation('board');
  return (code) => (isKnown(code) ? t(`reason.${code}`) : code.replaceAll('-', ' '));
}

function isKnown(code: string): code is KnownReason {
  return Object.hasOwn(board.reason, code);
}
