import { type Answer, type Battle, currentAttempt, type Side } from '../battle.ts';
import { type Command, CommandRefused } from '../errors.ts';
import { settle, stopPending } from './settle.ts';
import { pending, withAnswer } from './thread.ts';

/**
 * The answer of one side came to its end. With the other one complete too, voting opens.
 *
 * @throws {CommandRefused} no answer of this side is awaited
 */
export function completeAnswer(battle: Battle, side: Side): Battle {
  const answer = awaited(battle, side, 'complete');
  return settle(battle, withAnswer(currentAttempt(battle), side, { ...answer, state: 'complete' }));
}

/**
 * The answer of one side failed. When the other side has ended too, the turn has failed and can be retried; a second failure of one
 * side in the battle makes the battle void and names that side.
 *
 * @throws {CommandRefused} no answer of this side is awaited
 */
export function failAnswer(battle: Battle, side: Side): Battle {
  const { failures } = awaited(battle, side, 'fail');
  return settle(battle, withAnswer(currentAttempt(battle), side, { state: 'failed', failures: failures + 1 }));
}

/**
 * The reader stops both answers: the turn ends without a vote.
 *
 * @throws {CommandRefused} nothing is being answered
 */
export function stop(battle: Battle): Battle {
  return stopAs(battle, 'stop');
}

/**
 * Asks the failed sides again, and only those.
 *
 * @throws {CommandRefused} no side has failed, or one is still answering
 */
export function retryFailed(battle: Battle): Battle {
  const failed = battle.phase === 'failed' || (battle.phase === 'revealed' && battle.chat === 'failed');
  if (!failed) throw new CommandRefused('retry', battle.phase, 'only an answer that has failed is retried.');
  const attempt = currentAttempt(battle);
  const again = (side: Side): Answer =>
    attempt[side].state === 'failed' ? pending(attempt[side].failures) : attempt[side];
  return settle(battle, { ...attempt, a: again('a'), b: again('b') });
}

/**
 * Nobody has been reading for so long that the answers were given up: void, and counted against no model. After the reveal it only
 * stops the chat.
 *
 * @throws {CommandRefused} nothing is being answered; a finished battle stays open to its vote
 */
export function abandon(battle: Battle): Battle {
  return giveUp(battle, 'abandon');
}

/**
 * The server stopped in the middle: what was still to come is stopped, and counted against no model. `resumable` says whether both
 * models can still be asked; where one has been retired meanwhile, the battle is void.
 *
 * @throws {CommandRefused} nothing is being answered
 */
export function interrupt(
  battle: Battle,
  { resumable }: { readonly resumable: boolean } = { resumable: true },
): Battle {
  return resumable ? stopAs(battle, 'interrupt') : giveUp(battle, 'interrupt');
}

/** A side that had failed twice before the others gave up is still named: the failures came first. */
function giveUp(battle: Battle, command: 'abandon' | 'interrupt'): Battle {
  const stopped = stopAs(battle, command);
  if (stopped.phase !== 'stopped') return stopped;
  const { kind, turns } = stopped;
  return { kind, turns, phase: 'void', reason: command === 'abandon' ? 'abandoned' : 'interrupted', sides: [] };
}

function stopAs(battle: Battle, command: Command): Battle {
  refuseUnlessAnswering(battle, command);
  return settle(battle, stopPending(currentAttempt(battle)));
}

function awaited(battle: Battle, side: Side, command: Command): Answer {
  refuseUnlessAnswering(battle, command);
  const answer = currentAttempt(battle)[side];
  if (answer.state === 'pending') return answer;
  throw new CommandRefused(command, battle.phase, `the answer of side ${side} is ${answer.state} already.`);
}

function refuseUnlessAnswering(battle: Battle, command: Command): void {
  const answering = battle.phase === 'answering' || (battle.phase === 'revealed' && battle.chat === 'answering');
  if (!answering) throw new CommandRefused(command, battle.phase, 'no answer is being waited for.');
}
