const RETRYABLE = {
  unreachable: true,
  unauthorized: false,
  'not-found': false,
  'rate-limited': true,
  overloaded: true,
  'context-too-long': false,
  'content-filtered': false,
  'timed-out-first-token': true,
  stalled: true,
  'bad-response': true,
  'over-budget': false,
  cancelled: false,
  'invalid-request': false,
} as const;

/** What went wrong, in words that never change. `over-budget` is a spend cap of ours or an empty account there. */
export type ModelErrorCode = keyof typeof RETRYABLE;

/** Facts of a failure beside its code and message. */
export interface ModelErrorFacts {
  /** What the server asked us to wait, in milliseconds. */
  readonly retryAfterMs?: number;
  /** HTTP status, where there was one. */
  readonly status?: number;
}

/**
 * A model did not answer. The message is for the admin: it says what was wrong and what to do, and never holds a key.
 * There is no `cause`, because causes from the network layer can quote request headers.
 */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly code: ModelErrorCode;
  /** Whether the same request may succeed later. */
  readonly isRetryable: boolean;
  readonly retryAfterMs?: number;
  readonly status?: number;

  constructor(code: ModelErrorCode, message: string, facts: ModelErrorFacts = {}) {
    super(message);
    this.code = code;
    this.isRetryable = RETRYABLE[code];
    if (facts.retryAfterMs !== undefined) this.retryAfterMs = facts.retryAfterMs;
    if (facts.status !== undefined) this.status = facts.status;
  }
}

/** The error of an aborted stream: what it was aborted with where that is a model error, else `cancelled`. */
export function cancellation(signal: AbortSignal): ModelError {
  if (signal.reason instanceof ModelError) return signal.reason;
  return new ModelError('cancelled', 'The answer was stopped before it was complete.');
}
