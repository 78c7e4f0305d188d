/** Base of every refusal of this package; `code` is stable, the message says what to do. */
export abstract class BoardError extends Error {
  abstract readonly code: string;
}

/** A specification asks for something that these votes do not have. */
export class SpecMismatch extends BoardError {
  readonly code = 'spec-mismatch';
}

/** A document is no valid specification or snapshot. */
export class InvalidDocument extends BoardError {
  readonly code = 'invalid-document';
}

/** No vote is left to make a board of. */
export class NoVotes extends BoardError {
  readonly code = 'no-votes';
}
