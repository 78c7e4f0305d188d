import type { BattleView } from '@agon/api';

/** One turn as the server shows it. */
export type TurnView = BattleView['turns'][number];
/** Both answers of one attempt. */
export type AttemptView = TurnView['earlier'][number];

/** All attempts of a turn, oldest first; the last one is the one that counts. */
export function attemptsOf(turn: TurnView): readonly AttemptView[] {
  return [...turn.earlier, turn];
}

/** The attempt that is shown: the one that was chosen, or the newest. */
export function shownAttempt(turn: TurnView, chosen: number | null): AttemptView {
  return attemptsOf(turn).find(({ attempt }) => attempt === chosen) ?? turn;
}
