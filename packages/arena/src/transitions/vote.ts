import type { Outcome } from '@agon/votes';
import { type Battle, currentAttempt } from '../battle.ts';
import { CommandRefused, InvalidInput, UndoTooLate, VoteRefused } from '../errors.ts';
import { withAttempt } from './thread.ts';

/** How long a vote can be undone before the names appear. */
export const UNDO_WINDOW_MS = 10_000;

/**
 * Takes the vote on the current attempt. The names stay hidden for ten seconds, in which it can be undone. `now` in UTC milliseconds.
 *
 * @throws {VoteRefused} the answers are not both complete, or there is a vote already
 * @throws {InvalidInput} `now` is no time
 */
export function castVote(
  battle: Battle,
  { outcome, now }: { readonly outcome: Outcome; readonly now: number },
): Battle {
  if (battle.phase !== 'voting') throw new VoteRefused(battle.phase);
  if (!Number.isFinite(now)) throw new InvalidInput('now', now, 'a time in UTC milliseconds');
  const attempt = currentAttempt(battle);
  const turns = withAttempt(battle, { ...attempt, outcome, votes: attempt.votes + 1 });
  return { kind: battle.kind, turns, phase: 'voted', votedAt: now, revealAt: now + UNDO_WINDOW_MS };
}

/**
 * Takes the standing vote back while the names are hidden; the next vote needs a token with the next serial.
 *
 * @throws {UndoTooLate} the names are shown
 * @throws {CommandRefused} the current attempt has no vote
 */
export function undoVote(battle: Battle): Battle {
  if (battle.phase === 'revealed') throw new UndoTooLate();
  if (battle.phase !== 'voted')
    throw new CommandRefused('undo', battle.phase, 'there is no vote to undo on this turn.');
  const attempt = currentAttempt(battle);
  const turns = withAttempt(battle, { ...attempt, outcome: null, votes: attempt.votes + 1 });
  return { kind: battle.kind, turns, phase: 'voting' };
}

/**
 * Shows the names at once; the vote stands for good.
 *
 * @throws {CommandRefused} no vote waits for its reveal
 */
export function reveal(battle: Battle): Battle {
  if (battle.phase !== 'voted') {
    throw new CommandRefused('reveal', battle.phase, 'names are shown after a vote on the current turn, and once.');
  }
  return { kind: battle.kind, turns: battle.turns, phase: 'revealed', chat: 'idle' };
}

/** Shows the names if their time has come; any other battle is returned as it is. `now` in UTC milliseconds. */
export function revealDue(battle: Battle, now: number): Battle {
  return battle.phase === 'voted' && now >= battle.revealAt ? reveal(battle) : battle;
}
