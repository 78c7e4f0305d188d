/** The command was given something that it cannot mean; it ends with exit code 2. */
export class UsageError extends Error {
  readonly code = 'usage';
}

/** The command answered, and the answer is no: it ends with exit code 1 and nothing more to say. */
export class AnsweredNo extends Error {
  readonly code = 'answered-no';
}
