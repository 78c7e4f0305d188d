import { useTranslation } from 'react-i18next';
import { CopyButton } from '../design/copy-button.tsx';
import { Spinner } from '../design/spinner.tsx';
import { countWords } from './announcement.ts';
import type { AttemptView } from './attempts.ts';
import { Markdown } from './markdown/markdown.tsx';
import type { Side } from './side.ts';
import { SideBadge } from './side-badge.tsx';

type AnswerView = AttemptView['a'];

/** What of an answer under way is not shown: all of it, by this page; what is still to come, by the server; nothing. */
export type Hold = 'all' | 'rest' | 'nothing';

/** Head of an answer: which side, how far it is, and its model once the names are known. */
export function AnswerHead({
  side,
  answer,
  name,
  holds,
  isCompact = false,
}: {
  side: Side;
  answer: AnswerView;
  name: string | null;
  holds: Hold;
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
          {answer.text !== '' && holds !== 'all' && (
            <CopyButton text={answer.text} label={t(`copyAnswer.${side}`)} shown={t('copyShort')} />
          )}
        </>
      )}
    </div>
  );
}

/** Text of an answer, or what stands in its place. */
export function AnswerBody({ answer, holds }: { answer: AnswerView; holds: Hold }) {
  const { t } = useTranslation('battle');
  const { text, state } = answer;
  const isPending = state === 'pending';
  if (isPending && holds === 'rest') {
    return (
      <>
        {text !== '' && <Markdown text={text} isGrowing />}
        <p className="py-2 text-muted">{t(text === '' ? 'held' : 'heldRest')}</p>
      </>
    );
  }
  if (isPending && holds === 'all') {
    return (
      <p className="py-2 text-muted">
        {t('held')} <span className="tabular-nums">{t('words', { count: countWords(text) })}</span>
      </p>
    );
  }
  return (
    <>
      {text === '' && isPending && <Waiting />}
      {text !== '' && <Markdown text={text} isGrowing={isPending} />}
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
