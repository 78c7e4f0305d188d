import type { Outcome } from '@agon/votes';
import { InvalidInput } from './errors.ts';

/** The first and the second of the two answers. */
export type Side = 'a' | 'b';

/** What sort of battle it is. */
export type Kind = 'blind';

/**
 * Where a battle stands. `answering`: an answer is still to come; `voting`: both are complete; `stopped`, `failed`: the turn ended
 * without two answers; `voted`: a vote stands and can be undone, names hidden; `revealed`: names shown, the chat may go on unranked;
 * `void`: it counts for nothing.
 */
export type Phase = Battle['phase'];

/** Why a battle counts for nothing. */
export type VoidReason = 'model-failed' | 'abandoned' | 'interrupted';

/** The chat of a battle whose names are shown. */
export type Chat = 'idle' | 'answering' | 'stopped' | 'failed';

export interface Answer {
  readonly state: 'pending' | 'complete' | 'failed' | 'stopped';
  /** How often this side has failed in the battle so far; carried through retries, attempts and turns. */
  readonly failures: number;
}

/** One try at answering a turn; regenerating makes a new one, with the same models. */
export interface Attempt {
  /** From 1. */
  readonly attempt: number;
  readonly a: Answer;
  readonly b: Answer;
  /** Votes and undos so far: the serial of the next vote token. */
  readonly votes: number;
  /** The standing vote. */
  readonly outcome: Outcome | null;
}

/** One user message and its answers; the last attempt is the current one. */
export interface Turn {
  /** From 1. */
  readonly turn: number;
  /** Whether it is open to votes; turns after the reveal are not. */
  readonly ranked: boolean;
  readonly attempts: readonly Attempt[];
}

interface Thread {
  readonly kind: Kind;
  /** At least one; the last is the current one. */
  readonly turns: readonly Turn[];
}

/** A battle as plain data that survives JSON unchanged. Only the transitions make one. */
export type Battle =
  | (Thread & { readonly phase: 'answering' | 'voting' | 'stopped' | 'failed' })
  /** Times in UTC milliseconds; the names are due at `revealAt`. */
  | (Thread & { readonly phase: 'voted'; readonly votedAt: number; readonly revealAt: number })
  | (Thread & { readonly phase: 'revealed'; readonly chat: Chat })
  /** `sides` are those whose model failed twice; empty for the other reasons. */
  | (Thread & { readonly phase: 'void'; readonly reason: VoidReason; readonly sides: readonly Side[] });

/** Both sides, in their order. */
export const sides: readonly Side[] = ['a', 'b'];

/** The turn under way, or the last one. @throws {InvalidInput} the battle has no turn, so no transition made it */
export function currentTurn(battle: Battle): Turn {
  const turn = battle.turns.at(-1);
  if (turn === undefined) throw new InvalidInput('battle.turns', 'empty', 'a list of at least one turn');
  return turn;
}

/** The current attempt of the current turn. @throws {InvalidInput} the turn has no attempt, so no transition made it */
export function currentAttempt(battle: Battle): Attempt {
  const attempt = currentTurn(battle).attempts.at(-1);
  if (attempt === undefined) throw new InvalidInput('turn.attempts', 'empty', 'a list of at least one attempt');
  return attempt;
}

/** Sides whose answer is still to come. */
export function pendingSides(battle: Battle): readonly Side[] {
  const attempt = currentAttempt(battle);
  return sides.filter((side) => attempt[side].state === 'pending');
}

/** The votes that stand, in the order of turns. They count for boards only once the battle is revealed. */
export function standingVotes(battle: Battle): readonly StandingVote[] {
  return battle.turns.flatMap(({ turn, attempts }) =>
    attempts.flatMap(({ attempt, outcome }) => (outcome === null ? [] : [{ turn, attempt, outcome }])),
  );
}

export interface StandingVote {
  readonly turn: number;
  readonly attempt: number;
  readonly outcome: Outcome;
}
