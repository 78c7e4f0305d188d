import { type Battle, currentTurn } from '../battle.ts';
import { CommandRefused, UndoFirst } from '../errors.ts';
import { addAttempt, addTurn } from './thread.ts';

/**
 * Sends the next message: a new turn for both sides. Before the reveal a standing vote stays as the vote on its turn, and the names stay
 * hidden; a turn that was stopped, or not voted on, stays without a vote. After the reveal the turn is unranked.
 *
 * @throws {CommandRefused} an answer is still to come, has failed, or the battle is void
 */
export function ask(battle: Battle): Battle {
  const { kind, phase } = battle;
  switch (phase) {
    case 'answering':
      throw new CommandRefused('ask', phase, 'wait for both answers, or stop them, before the next message.');
    case 'failed':
      throw new CommandRefused(
        'ask',
        phase,
        'an answer is missing. Retry it or regenerate both before the next message.',
      );
    case 'void':
      throw new CommandRefused('ask', phase, 'it has ended. Start a new battle.');
    case 'revealed':
      if (battle.chat === 'answering') {
        throw new CommandRefused('ask', phase, 'wait for both answers, or stop them, before the next message.');
      }
      return { kind, phase, turns: addTurn(battle, false), chat: 'answering' };
    default:
      return { kind, phase: 'answering', turns: addTurn(battle, true) };
  }
}

/**
 * A new attempt at the current turn by both sides, with the same models; the old answers are kept.
 *
 * @throws {UndoFirst} a vote stands on the current attempt
 * @throws {CommandRefused} an answer is still to come, or the battle is void
 */
export function regenerate(battle: Battle): Battle {
  const { kind, phase } = battle;
  if (phase === 'void') throw new CommandRefused('regenerate', phase, 'it has ended. Start a new battle.');
  if (phase === 'voted') throw new UndoFirst();
  if (phase === 'answering' || (phase === 'revealed' && battle.chat === 'answering')) {
    throw new CommandRefused('regenerate', phase, 'wait for both answers, or stop them first.');
  }
  if (phase !== 'revealed') return { kind, phase: 'answering', turns: addAttempt(battle) };
  if (currentTurn(battle).ranked) {
    throw new CommandRefused(
      'regenerate',
      phase,
      'its last turn has a vote that stands. Ask the next question instead.',
    );
  }
  return { kind, phase, turns: addAttempt(battle), chat: 'answering' };
}
