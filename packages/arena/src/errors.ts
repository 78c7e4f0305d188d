import type { Phase } from './battle.ts';

/** Base of every refusal of this library; `code` is stable, the message says what to do. */
export abstract class ArenaError extends Error {
  abstract readonly code: string;
}

/** What a battle can be told to do. */
export type Command =
  | 'complete'
  | 'fail'
  | 'stop'
  | 'regenerate'
  | 'retry'
  | 'ask'
  | 'vote'
  | 'undo'
  | 'reveal'
  | 'abandon'
  | 'interrupt';

/** The battle is in a phase in which the command has no meaning. */
export class CommandRefused extends ArenaError {
  readonly code = 'command-refused';
  readonly command: Command;
  readonly phase: Phase;

  constructor(command: Command, phase: Phase, why: string) {
    super(`This battle is ${phase}, so it cannot ${command}: ${why}`);
    this.command = command;
    this.phase = phase;
  }
}

/** A vote came while there was nothing to vote on. */
export class VoteRefused extends ArenaError {
  readonly code = 'vote-refused';
  readonly phase: Phase;

  constructor(phase: Phase) {
    super(`This battle is ${phase}; a vote is taken only once, after both answers of the current turn are complete.`);
    this.phase = phase;
  }
}

/** The names are shown, so the vote stands for good. */
export class UndoTooLate extends ArenaError {
  readonly code = 'undo-too-late';

  constructor() {
    super('The names have been shown, so this vote can no longer be undone. Start a new battle to vote again.');
  }
}

/** The current attempt has a vote; a new attempt beside it would make two votes of one turn. */
export class UndoFirst extends ArenaError {
  readonly code = 'undo-first';

  constructor() {
    super('This turn has a vote. Undo the vote first, or ask the next question.');
  }
}

/** Fewer than two models can answer this request. */
export class NotEnoughModels extends ArenaError {
  readonly code = 'not-enough-models';
  readonly able: number;
  readonly known: number;

  constructor(able: number, known: number) {
    super(
      `A battle needs two models that can answer; ${able} of ${known} can. ` +
        'Add or resume a model, or ask something that more of them can serve (shorter, or without attachments).',
    );
    this.able = able;
    this.known = known;
  }
}

/** No two models that can answer have a weight above zero, so no pair has a probability. */
export class NoDrawableWeight extends ArenaError {
  readonly code = 'no-drawable-weight';
  readonly able: number;

  constructor(able: number) {
    super(
      `${able} models can answer, but fewer than two of them have a weight above 0, so no pair can be drawn. ` +
        'Give at least two of them a weight, or choose the uniform policy.',
    );
    this.able = able;
  }
}

/** A value handed in from outside is impossible; `field` names it. */
export class InvalidInput extends ArenaError {
  readonly code = 'invalid-input';
  readonly field: string;

  constructor(field: string, value: unknown, expected: string) {
    super(`${field} is ${String(value)}; it must be ${expected}.`);
    this.field = field;
  }
}
