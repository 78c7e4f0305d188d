import { type ProblemCode, problemStatus } from '@agon/api';

/** Facts that go with a refusal. */
export interface RefusedFacts {
  /** The field of the request that was wrong. */
  readonly field?: string;
  /** Numbers and words for a message of the page's own. */
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** An expected refusal: services throw it, and only the HTTP layer turns it into a status. */
export class Refused extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly details: RefusedFacts;

  constructor(code: ProblemCode, message: string, details: RefusedFacts = {}) {
    super(message, { cause: details.cause });
    this.code = code;
    this.status = problemStatus[code];
    this.details = details;
  }
}
