import { useTranslation } from 'react-i18next';
import { IconButton } from '../design/button.tsx';
import { icons } from '../design/icons.tsx';
import { attemptsOf, shownAttempt, type TurnView } from './attempts.ts';

/** Leafs through the attempts of a turn: 1 / 2. Nothing where there is only one. */
export function AttemptPager({
  turn,
  chosen,
  onChoose,
}: {
  turn: TurnView;
  chosen: number | null;
  onChoose: (attempt: number) => void;
}) {
  const { t } = useTranslation('battle');
  const attempts = attemptsOf(turn);
  if (attempts.length < 2) return null;
  const place = attempts.indexOf(shownAttempt(turn, chosen));
  const go = (to: number) => {
    const target = attempts[to];
    if (target) onChoose(target.attempt);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div role="group" aria-label={t('attempts')} className="inline-flex items-center text-sm text-muted tabular-nums">
      <IconButton label={t('attemptEarlier')} disabled={place === 0} onClick={() => go(place - 1)}>
        {icons.previous}
      </IconButton>
      <span role="status" aria-label={t('attemptOf', { attempt: place + 1, count: attempts.length })}>
        {t('attemptShort', { attempt: place + 1, count: attempts.length })}
      </span>
      <IconButton label={t('attemptLater')} disabled={place === attempts.length - 1} onClick={() => go(place + 1)}>
        {icons.next}
      </IconButton>
    </div>
  );
}
