import type { ProblemCode } from '@agon/api';
import { ArenaError, CommandRefused, UndoFirst, UndoTooLate, VoteRefused } from '@agon/arena';
import { Refused } from '../http/refused.ts';

const codeOfCommand: Partial<Record<CommandRefused['command'], ProblemCode>> = {
  stop: 'nothing-to-stop',
  retry: 'nothing-to-retry',
  undo: 'nothing-to-undo',
  reveal: 'not-revealable',
  ask: 'battle-busy',
  regenerate: 'battle-busy',
};

/** Runs a transition of the battle machine; what it refuses becomes a refusal with a code of the contract. */
export function transition<Result>(run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    throw error instanceof ArenaError ? refusalOf(error) : error;
  }
}

function refusalOf(error: ArenaError): Error {
  if (error instanceof UndoTooLate) return new Refused('undo-too-late', error.message);
  if (error instanceof UndoFirst) return new Refused('battle-closed', error.message);
  if (error instanceof VoteRefused) return new Refused('vote-early', error.message);
  if (!(error instanceof CommandRefused)) return error;
  return new Refused(codeOf(error), error.message);
}

function codeOf({ command, phase }: CommandRefused): ProblemCode {
  if (phase === 'void') return 'battle-void';
  if (command === 'regenerate' && phase === 'revealed') return 'battle-closed';
  return codeOfCommand[command] ?? 'battle-busy';
}
