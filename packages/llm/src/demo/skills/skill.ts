import type { Draft } from '../draft.ts';
import type { Draw } from '../draw.ts';
import type { Question } from '../question.ts';

/** One thing that the demo characters can do; undefined where it is not what is asked. */
export type Skill = (question: Question, draw: Draw) => Draft | undefined;

/** The first letter of a text in upper case. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A captured phrase without what surrounds it, at most eight words. */
export function phrase(captured: string | undefined): string | undefined {
  const words = captured
    ?.replace(/[?!.,;:"“”？。，]+(\s.*)?$/s, '')
    .trim()
    .split(/\s+/)
    .slice(0, 8)
    .join(' ');
  return words === '' ? undefined : words;
}

/** A phrase without its article. */
export function bare(text: string): string {
  return text.replace(/^(the|a|an|my|our|your)\s+/i, '');
}
