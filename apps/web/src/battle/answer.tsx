import { useTranslation } from 'react-i18next';
import { CopyButton } from '../design/copy-button.tsx';
import { Spinner } from '../design/spinner.tsx';
import { countWords } from './announcement.ts';
import type { AttemptView } from './attempts.ts';
import { Markdown } from './markdown/markdown.tsx';
import type { Side } from './side.ts';
import { SideBadge } from './side-badge.tsx';

type AnswerView = AttemptView['a'];

/** Head of an answer: which side, how far it is, and its model once the names are known. */
export function AnswerHead({
  side,
  answer,
  name,
  isHeld,
  isCompact = false,
}: {
  side: Side;
  answer: AnswerView;
  name: string | null;
  isHeld: boolean;
  /** The side is named elsewhere, as on a tab. */
  isCompact?: boolean;
}) {
  const { t } = useTranslation('battle');
  return (
    <div className="flex min-h-12 min-w-0 items-center gap-2.5">
      {!isCompact && <SideBadge side={side} />}
      <h3 className={isCompact ? 'sr-only' : 'min-w-0 truncate font-semibold'} title={name ?? undefined}>
        {name ?? t(`answer.${side}`)}
      </h3>
      <span className="grow" />
      {answer.state === 'pending' ? (
        <span className="inline-flex items-center gap-2 text-sm text-muted">
          <Spinner />
          {t('state.pending')}
        </span>
      ) : (
        <>
          {answer.state !== 'complete' && <span className="text-sm text-muted">{t(`state.${answer.state}`)}</span>}
          {answer.text !== '' && !isHeld && (
            <CopyButton text={answer.text} label={t(`copyAnswer.${side}`)} shown={t('copyShort')} />
          )}
        </>
      )}
    </div>
  );
}

/** Text of an answer, or what stands in its place. */
export function AnswerBody({ answer, isHeld }: { answer: AnswerView; isHeld: boolean }) {
  const { t } = useTranslation('battle');
  const { text, state } = answer;
  if (state === 'pending' && isHeld) {
    return (
      <p className="py-2 text-muted">
        {t('held')} <span className="tabular-nums">{t('words', { count: countWords(text) })}</span>
      </p>
    );
  }
  return (
    <>
      {text === '' && state === 'pending' && <Waiting />}
      {text !== '' && <Markdown text={text} isGrowing={state === 'pending'} />}
      {text === '' && (state === 'complete' || state === 'stopped') && (
        <p className="text-muted italic">{t('emptyAnswer')}</p>
      )}
      {state === 'failed' && <p className="border-danger border-s-2 ps-3 text-danger">{t('answerFailed')}</p>}
    </>
  );
}

function Waiting() {
  const { t } = useTranslation('battle');
  return (
    <div className="space-y-3 py-1.5">
      <span className="sr-only">{t('waiting')}</span>
      {['w-11/12', 'w-4/5', 'w-2/3'].map((width) => (
        <div key={width} aria-hidden="true" className={`h-3 animate-pulse rounded-sm bg-line ${width}`} />
      ))}
    </div>
  );
}
