import type { BattleView } from '@agon/api';

type Turn = BattleView['turns'][number];

/** A turn for tests; both answers complete unless told otherwise. */
export function aTurn(facts: Partial<Turn> = {}): Turn {
  return {
    turn: 1,
    attempt: 1,
    prompt: 'Why is the sky blue?',
    a: { text: 'Scattering.', state: 'complete' },
    b: { text: 'Rayleigh.', state: 'complete' },
    ranked: true,
    vote: null,
    earlier: [],
    ...facts,
  };
}

/** A battle for tests; ready for a vote unless told otherwise. */
export function aBattle(facts: Partial<BattleView> = {}): BattleView {
  return {
    id: 'battle-1',
    phase: 'voting',
    turns: [aTurn()],
    voteToken: 'token-1',
    revealInMs: null,
    failedSides: [],
    chat: null,
    pacing: null,
    voidReason: null,
    reveal: null,
    lastEvent: 10,
    ...facts,
  };
}

/** A battle whose answers have just begun. */
export function anAnsweringBattle(facts: Partial<BattleView> = {}): BattleView {
  const pending = { text: '', state: 'pending' } as const;
  return aBattle({
    phase: 'answering',
    voteToken: null,
    pacing: 'paced',
    turns: [aTurn({ a: pending, b: pending })],
    ...facts,
  });
}
