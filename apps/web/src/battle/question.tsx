import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { classes } from '../design/classes.ts';
import { CopyButton } from '../design/copy-button.tsx';
import type { TurnView } from './attempts.ts';

/** A question up to this long is set as a headline. */
const headlineLength = 120;
/** A longer one than this is folded. */
const foldLength = 600;

/** What was asked. Plain text: a visitor's question is never read as markdown. */
export function Question({ turn, isOnly, pager }: { turn: TurnView; isOnly: boolean; pager: ReactNode }) {
  const { t } = useTranslation('battle');
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { prompt } = turn;
  const isLong = prompt.length > foldLength || prompt.split('\n').length > 8;
  const isHeadline = prompt.length <= headlineLength && !prompt.includes('\n');
  return (
    <div className="mb-4 flex flex-col gap-1 sm:mb-6">
      <div className="flex min-h-9 items-center gap-3">
        <h2 className="label me-auto text-muted">{isOnly ? t('question') : t('turn', { turn: turn.turn })}</h2>
        {pager}
        <CopyButton text={prompt} label={t('copyPrompt')} shown={t('copyPromptShort')} />
      </div>
      <p
        id={id}
        dir="auto"
        className={classes(
          'max-w-4xl whitespace-pre-wrap wrap-break-word font-serif',
          isHeadline ? 'text-2xl leading-tight tracking-tight sm:text-[2rem]' : 'text-lg leading-relaxed',
          isLong && !isOpen && 'line-clamp-5',
        )}
      >
        {prompt}
      </p>
      {isLong && (
        <Button
          look="quiet"
          size="small"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
          className="-ms-2.5 self-start underline underline-offset-4"
        >
          {t(isOpen ? 'showLess' : 'showAll')}
        </Button>
      )}
    </div>
  );
}
