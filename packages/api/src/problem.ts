/**
 * Every refusal that the arena can answer with, by its stable code, and the HTTP status that goes with it.
 *
 * A code says what happened and never which model was involved: before the reveal one code stands for all failures of a model.
 */
export const problemStatus = {
  'invalid-request': 400,
  'prompt-empty': 400,
  'prompt-too-long': 400,
  'admin-required': 401,
  'link-invalid': 401,
  'vote-forged': 403,
  'vote-foreign': 403,
  'origin-refused': 403,
  'not-found': 404,
  'battle-not-found': 404,
  'model-not-found': 404,
  'leaf-not-found': 404,
  'battle-busy': 409,
  'battle-closed': 409,
  'battle-void': 409,
  'turns-exhausted': 409,
  'not-revealable': 409,
  'nothing-to-stop': 409,
  'nothing-to-hold': 409,
  'nothing-to-retry': 409,
  'nothing-to-undo': 409,
  'undo-too-late': 409,
  'vote-early': 409,
  'vote-double': 409,
  'vote-replayed': 409,
  'vote-late': 409,
  'not-voted': 409,
  'model-exists': 409,
  'model-from-config': 409,
  'address-refused': 422,
  'consent-needed': 428,
  'body-too-large': 413,
  'rate-limited': 429,
  'budget-spent': 429,
  'internal-error': 500,
  'not-enough-models': 503,
  'shutting-down': 503,
} as const;

/** Stable code of a refusal. */
export type ProblemCode = keyof typeof problemStatus;

/** A refusal as it is sent (RFC 9457, `application/problem+json`). */
export interface Problem {
  /** `about:blank`-like identifier of the code: `/problems/CODE`. */
  readonly type: string;
  readonly code: ProblemCode;
  readonly title: string;
  readonly status: number;
  /** What was wrong and what to do, in English, for people without a page. */
  readonly detail: string;
  /** The field of the request that was wrong. */
  readonly field?: string;
  /** Numbers and words that a page needs for a message of its own, such as `limit` and `length`. */
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly retryAfterSeconds?: number;
}
