/** Whether a question can be sent, and what to say about its length. Characters are counted as the server counts them: Unicode code points. */
export interface PromptCheck {
  readonly canSend: boolean;
  /** Characters left, shown only near the limit or past it (then negative). */
  readonly charactersLeft: number | null;
}

/** Share of the limit from which the count is shown. */
const nearLimit = 0.8;

/** Checks a question against the longest that the arena takes. */
export function checkPrompt(prompt: string, limit: number): PromptCheck {
  const length = Array.from(prompt.trim()).length;
  return {
    canSend: length > 0 && length <= limit,
    charactersLeft: length >= limit * nearLimit ? limit - length : null,
  };
}
