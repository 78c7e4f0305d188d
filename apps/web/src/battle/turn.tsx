import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { Notice } from '../design/states.tsx';
import { AnswerBody, AnswerHead, type Hold } from './answer.tsx';
import { AttemptPager } from './attempt-pager.tsx';
import { shownAttempt, type TurnView } from './attempts.ts';
import { Panes } from './panes.tsx';
import { Question } from './question.tsx';
import { type Side, sides } from './side.ts';

/** What every turn of a page shares. */
export interface TurnSurroundings {
  readonly isWide: boolean;
  /** The answer in front, on a narrow page. */
  readonly pane: Side;
  readonly onPane: (side: Side) => void;
  readonly names: Readonly<Record<Side, string>> | null;
  readonly holds: Hold;
}

/** A question and its two answers. */
export function Turn({
  turn,
  isOnly,
  holdsRoom,
  around,
}: {
  turn: TurnView;
  isOnly: boolean;
  /** A further turn that is being answered: it can be brought to the top before its answers come. */
  holdsRoom: boolean;
  around: TurnSurroundings;
}) {
  const { t } = useTranslation('battle');
  const [chosen, setChosen] = useState<number | null>(null);
  const attempt = shownAttempt(turn, chosen);
  const { isWide, pane, onPane, names, holds } = around;
  const body = (side: Side) => <AnswerBody answer={attempt[side]} holds={holds} />;
  const head = (side: Side) => (
    <AnswerHead side={side} answer={attempt[side]} name={names?.[side] ?? null} holds={holds} isCompact={!isWide} />
  );
  const label = (side: Side) => t(`answerOfTurn.${side}`, { turn: turn.turn });
  return (
    <section
      aria-label={t('turn', { turn: turn.turn })}
      tabIndex={-1}
      className={holdsRoom ? 'min-h-[70dvh] outline-none' : 'outline-none'}
      data-turn={turn.turn}
    >
      <Question
        turn={turn}
        isOnly={isOnly}
        pager={<AttemptPager turn={turn} chosen={attempt.attempt} onChoose={setChosen} />}
      />
      {attempt !== turn && (
        <Notice
          className="mb-4"
          action={
            <Button size="small" onClick={() => setChosen(null)}>
              {t('attemptNewest')}
            </Button>
          }
        >
          {t('attemptOld')}
        </Notice>
      )}
      {isWide ? (
        <div className="grid grid-cols-2 gap-x-[clamp(2rem,4vw,4.5rem)]">
          {sides.map((side) => (
            <article
              key={side}
              id={`answer-${turn.turn}-${side}`}
              tabIndex={-1}
              aria-label={label(side)}
              className="relative min-w-0 not-first:before:absolute not-first:before:inset-y-0 not-first:before:-start-[clamp(1rem,2vw,2.25rem)] not-first:before:border-s not-first:before:border-line"
            >
              <div className="sticky top-0 z-10 -mx-2 border-b border-line bg-paper px-2">{head(side)}</div>
              <div className="max-w-[46rem] pt-5 pb-2">{body(side)}</div>
            </article>
          ))}
        </div>
      ) : (
        <Panes pane={pane} onPane={onPane} names={names}>
          {(side) => (
            <article aria-label={label(side)}>
              {head(side)}
              {body(side)}
            </article>
          )}
        </Panes>
      )}
      {turn.vote && !isOnly && !holdsRoom && (
        <p className="mt-5 text-sm text-muted">{t('earlierTurnVoted', { outcome: t(`vote.${turn.vote.outcome}`) })}</p>
      )}
    </section>
  );
}
