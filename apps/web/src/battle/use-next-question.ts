import type { BattleView } from '@agon/api';
import { useState } from 'react';
import { useArena } from '../app/use-arena.ts';
import { checkPrompt } from './prompt-check.ts';
import type { Commands, Outcome } from './use-commands.ts';

const phasesToAsk: readonly BattleView['phase'][] = ['voting', 'stopped', 'voted', 'revealed'];

/** The next question of a battle while it is being written. */
export interface NextQuestion {
  readonly draft: string;
  readonly write: (draft: string) => void;
  /** A question may be written in this phase. */
  readonly isOpen: boolean;
  /** Turns that the battle may still have. */
  readonly turnsLeft: number;
  /** Voting now also sends what has been written, so that the names stay hidden. */
  readonly goesWithVote: boolean;
  readonly send: (question: string) => void;
  /** Votes, and sends what has been written with it. */
  readonly vote: (outcome: Outcome) => void;
}

/** See {@link NextQuestion}. A draft stays until it has been sent. */
export function useNextQuestion(view: BattleView, commands: Commands): NextQuestion {
  const { data: arena } = useArena();
  const [draft, write] = useState('');
  const turnsLeft = (arena?.limits.turns ?? Number.POSITIVE_INFINITY) - view.turns.length;
  const limit = arena?.limits.promptCharacters ?? Number.POSITIVE_INFINITY;
  const isOpen = phasesToAsk.includes(view.phase) && view.chat !== 'answering' && view.chat !== 'failed';
  const goesWithVote =
    view.phase === 'voting' &&
    turnsLeft > 0 &&
    checkPrompt(draft, limit).canSend &&
    // Whoever sees the names at once would send it to models whose names are known.
    arena?.visitor.preferences.revealAtOnce === false;
  const ask = async (question: string) => {
    if (await commands.ask(question)) write('');
  };
  const vote = async (outcome: Outcome) => {
    if (!view.voteToken) return;
    const isTaken = await commands.vote(view.voteToken, outcome);
    if (isTaken && goesWithVote) await ask(draft.trim());
  };
  return {
    draft,
    write,
    isOpen,
    turnsLeft,
    goesWithVote,
    send: (question) => void ask(question),
    vote: (outcome) => void vote(outcome),
  };
}
