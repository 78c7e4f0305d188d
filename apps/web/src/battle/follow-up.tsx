import type { BattleView } from '@agon/api';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useArena } from '../app/use-arena.ts';
import { Composer } from './composer.tsx';
import type { Commands } from './use-commands.ts';

const phasesToAsk: readonly BattleView['phase'][] = ['voting', 'stopped', 'voted', 'revealed'];

/** Where the next question of a battle is written, with what sending it means. Nothing where none can be sent. */
export function FollowUp({ view, commands }: { view: BattleView; commands: Commands }) {
  const { t } = useTranslation(['battle', 'problems']);
  const { data: arena } = useArena();
  const [prompt, setPrompt] = useState('');
  const turnsLeft = (arena?.limits.turns ?? Number.POSITIVE_INFINITY) - view.turns.length;
  if (!phasesToAsk.includes(view.phase) || view.chat === 'answering' || view.chat === 'failed') return null;
  if (turnsLeft < 1) return <p className="text-sm text-muted">{t('problems:turns-exhausted')}</p>;
  const isOpenChat = view.phase === 'revealed';
  const meaning = { voted: t('followUpVoted'), voting: t('followUpUnvoted'), stopped: null }[
    view.phase as 'voted' | 'voting' | 'stopped' // Any other phase finds nothing here.
  ];
  const send = async (question: string) => {
    if (await commands.ask(question)) setPrompt('');
  };
  return (
    <section aria-labelledby="follow-up" className="flex max-w-4xl flex-col gap-2.5">
      <h2 id="follow-up" className="font-semibold">
        {t(isOpenChat ? 'openChat' : 'followUp')}
      </h2>
      <Composer
        label={t(isOpenChat ? 'openChatLabel' : 'followUpLabel')}
        value={prompt}
        onChange={setPrompt}
        onSend={(question) => void send(question)}
        limit={arena?.limits.promptCharacters ?? Number.POSITIVE_INFINITY}
        busy={commands.busy === 'ask'}
        action={t('sendAgain')}
        note={meaning ?? (Number.isFinite(turnsLeft) ? t('turnsLeft', { count: turnsLeft }) : null)}
      />
    </section>
  );
}
