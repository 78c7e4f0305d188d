import type { Draft } from '../draft.ts';
import type { Draw } from '../draw.ts';
import type { Question } from '../question.ts';

/** An answer in words, with the thinking aloud before it where a character does that. */
export interface Spoken {
  readonly reasoning?: string;
  readonly text: string;
}

/** How a character puts a draft into words. */
export type Voice = (draft: Draft, question: Question, draw: Draw) => Spoken;
