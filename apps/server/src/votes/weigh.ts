import { type Battle, type Leak, voteWeight } from '@agon/arena';
import type { StoredTurn } from '../battles/conversation.ts';
import type { VoteClaims } from '../battles/vote-token.ts';

/** What a vote is found to be from how it was cast. */
export interface Weighed {
  readonly weight: number;
  readonly weightReasons: readonly string[];
  /** The conversation as it was shown up to the vote: prompt, answer a, answer b of each turn. */
  readonly texts: readonly string[];
}

/** Weighs a vote on the attempt that its token names. Where nobody knows when its words were shown, the start of the answers counts. */
export function weigh({
  state,
  claims,
  turns,
  firstShownAt,
  now,
}: {
  readonly state: Battle;
  readonly claims: VoteClaims;
  readonly turns: readonly StoredTurn[];
  readonly firstShownAt: number | null;
  readonly now: number;
}): Weighed {
  const upToVote = turns.filter(({ turn }) => turn <= claims.turn);
  const shown = upToVote.map(({ turn, prompt, answers }) => {
    const attempt =
      turn === claims.turn ? claims.attempt : state.turns.find((each) => each.turn === turn)?.attempts.length;
    const answer = (side: 'a' | 'b') => answers.find((each) => each.attempt === attempt && each.side === side);
    return { prompt, a: answer('a'), b: answer('b') };
  });
  const voted = shown.at(-1);
  const charactersShown = (voted?.a?.shown.length ?? 0) + (voted?.b?.shown.length ?? 0);
  const since = firstShownAt ?? voted?.a?.startedAt ?? now;
  const { weight, reasons } = voteWeight({
    elapsedMs: Math.max(0, now - since),
    charactersShown,
    prompts: upToVote.map(({ prompt }) => prompt),
    leaks: shown.flatMap(({ a, b }) => [...(a?.leaks ?? []), ...(b?.leaks ?? [])]) satisfies readonly Leak[],
  });
  return {
    weight,
    weightReasons: reasons,
    texts: shown.flatMap(({ prompt, a, b }) => [prompt, a?.shown ?? '', b?.shown ?? '']),
  };
}
