/** What an instance allows; told to the page before anything is sent. */
export interface PromptLimits {
  /** Unicode code points of one message. */
  readonly maxCharacters: number;
  /** Turns of one battle. */
  readonly maxTurns: number;
}

/** Why a message is not sent, with the field to mark and the numbers to show. */
export type PromptRefusal =
  | { readonly code: 'prompt-empty'; readonly field: 'prompt'; readonly message: string }
  | {
      readonly code: 'prompt-too-long';
      readonly field: 'prompt';
      readonly message: string;
      readonly characters: number;
      readonly maxCharacters: number;
    }
  | {
      readonly code: 'too-many-turns';
      readonly field: 'turn';
      readonly message: string;
      readonly turn: number;
      readonly maxTurns: number;
    };

/** White space and characters that show nothing. */
const NOTHING_TO_READ = /^[\s\p{Cf}\p{Cc}]*$/u;

/**
 * Why `prompt` cannot be sent as the message of this turn (from 1), or null if it can. Nothing is ever cut silently.
 *
 * @example checkPrompt({ prompt: ' ', turn: 1 }, { maxCharacters: 9, maxTurns: 9 })?.code // 'prompt-empty'
 */
export function checkPrompt(
  { prompt, turn }: { readonly prompt: string; readonly turn: number },
  { maxCharacters, maxTurns }: PromptLimits,
): PromptRefusal | null {
  if (NOTHING_TO_READ.test(prompt)) {
    return { code: 'prompt-empty', field: 'prompt', message: 'The message is empty. Write something to ask.' };
  }
  const characters = countCharacters(prompt);
  if (characters > maxCharacters) {
    const message = `The message has ${characters} characters; at most ${maxCharacters} can be sent. Shorten it by ${characters - maxCharacters}.`;
    return { code: 'prompt-too-long', field: 'prompt', message, characters, maxCharacters };
  }
  if (turn > maxTurns) {
    const message = `This battle has had its ${maxTurns} turns. Start a new one.`;
    return { code: 'too-many-turns', field: 'turn', message, turn, maxTurns };
  }
  return null;
}

function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
