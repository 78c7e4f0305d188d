import type { BattleView } from '@agon/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useArena } from '../app/use-arena.ts';
import { Composer } from './composer.tsx';
import type { Commands } from './use-commands.ts';
import { useCountdown } from './use-countdown.ts';
import type { NextQuestion } from './use-next-question.ts';

/** Where the next question of a battle is written, with what sending it means. Nothing where none can be sent. */
export function FollowUp({
  view,
  commands,
  question,
  revealAt,
}: {
  view: BattleView;
  commands: Commands;
  question: NextQuestion;
  revealAt: number | null;
}) {
  const { t } = useTranslation(['battle', 'problems']);
  const { data: arena } = useArena();
  const { turnsLeft } = question;
  if (!question.isOpen) return null;
  if (turnsLeft < 1) return <p className="text-sm text-muted">{t('problems:turns-exhausted')}</p>;
  const isOpenChat = view.phase === 'revealed';
  return (
    <section aria-labelledby="follow-up" className="flex max-w-4xl flex-col gap-2.5">
      <h2 id="follow-up" className="font-semibold">
        {t(isOpenChat ? 'openChat' : 'followUp')}
      </h2>
      <Composer
        label={t(isOpenChat ? 'openChatLabel' : 'followUpLabel')}
        value={question.draft}
        onChange={question.write}
        onSend={question.send}
        limit={arena?.limits.promptCharacters ?? Number.POSITIVE_INFINITY}
        busy={commands.busy === 'ask'}
        action={t('sendAgain')}
        note={<Meaning view={view} question={question} revealAt={revealAt} />}
      />
    </section>
  );
}

/** What sending, or voting instead, does to the vote and the names. */
function Meaning({
  view,
  question,
  revealAt,
}: {
  view: BattleView;
  question: NextQuestion;
  revealAt: number | null;
}): ReactNode {
  const { t } = useTranslation('battle');
  const { data: arena } = useArena();
  const seconds = Math.ceil((useCountdown(revealAt) ?? 0) / 1_000);
  const { turnsLeft } = question;
  if (view.phase === 'voted') {
    return (
      <>
        {t('followUpVoted')}{' '}
        {seconds > 0 && <span className="tabular-nums">{t('namesInWriting', { count: seconds })}</span>}
      </>
    );
  }
  if (view.phase === 'voting') {
    if (question.goesWithVote) return t('followUpWithVote');
    return t(arena?.visitor.preferences.revealAtOnce ? 'followUpAtOnce' : 'followUpUnvoted');
  }
  return Number.isFinite(turnsLeft) ? t('turnsLeft', { count: turnsLeft }) : null;
}
