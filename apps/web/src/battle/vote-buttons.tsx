import { useTranslation } from 'react-i18next';
import { classes } from '../design/classes.ts';
import type { Outcome } from './use-commands.ts';

/** The four verdicts, ordered as the answers lie: A at the start, B at the end. */
const verdicts = [
  { outcome: 'a', keys: '1', mark: <Mark filled="start" />, look: 'hover:border-side-a hover:bg-side-a-soft' },
  { outcome: 'tie', keys: '0', mark: <Mark filled="both" />, look: 'hover:border-ink hover:bg-sunken' },
  { outcome: 'both_bad', keys: 'B', mark: <Mark filled="none" />, look: 'hover:border-ink hover:bg-sunken' },
  { outcome: 'b', keys: '2', mark: <Mark filled="end" />, look: 'hover:border-side-b hover:bg-side-b-soft' },
] as const;

/** Four equal buttons; `describedBy` is the id of the words that say why they cannot be pressed yet. */
export function VoteButtons({
  disabled,
  describedBy,
  onVote,
  showKeys,
}: {
  disabled: boolean;
  describedBy: string | undefined;
  onVote: (outcome: Outcome) => void;
  showKeys: boolean;
}) {
  const { t } = useTranslation('battle');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      role="group"
      aria-label={t('voteTitle')}
      aria-describedby={describedBy}
      className="grid grid-cols-4 gap-1.5 sm:gap-3"
    >
      {verdicts.map(({ outcome, keys, mark, look }) => (
        <button
          key={outcome}
          type="button"
          disabled={disabled}
          aria-label={t(`vote.${outcome}`)}
          aria-keyshortcuts={showKeys ? keys : undefined}
          // Drawn by the style sheet, so that the button's name is its words alone.
          data-key={showKeys && !disabled ? keys : undefined}
          onClick={() => onVote(outcome)}
          className={classes(
            'flex min-h-14 min-w-0 items-center justify-center gap-x-2.5 gap-y-1 rounded-md border bg-sheet px-1.5 py-2 font-medium transition-colors max-sm:flex-col sm:px-4',
            'data-key:lg:after:ms-1 data-key:lg:after:font-mono data-key:lg:after:text-xs data-key:lg:after:text-muted data-key:lg:after:content-[attr(data-key)]',
            disabled ? 'cursor-not-allowed border-line text-muted' : `border-line-strong ${look}`,
          )}
        >
          <span className={disabled ? 'inline-flex opacity-50' : 'inline-flex'}>{mark}</span>
          <span className="text-center text-[0.8125rem] leading-tight sm:text-[0.9375rem]">{t(`vote.${outcome}`)}</span>
        </button>
      ))}
    </div>
  );
}

/** Two squares for the two answers; the good ones are full. */
function Mark({ filled }: { filled: 'start' | 'end' | 'both' | 'none' }) {
  const square = (isFull: boolean, colour: string) => (
    <span className={classes('block size-2.5 border-[1.5px]', colour, isFull ? 'bg-current' : 'bg-transparent')} />
  );
  return (
    <span aria-hidden="true" className="inline-flex shrink-0 gap-1">
      {square(filled === 'start' || filled === 'both', 'border-current text-side-a')}
      {square(filled === 'end' || filled === 'both', 'border-current text-side-b')}
    </span>
  );
}
