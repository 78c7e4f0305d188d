import type { Verdict } from '@agon/boards';
import type { HtmlValue } from './html.ts';
import { modelName } from './section.ts';

/**
 * The verdict's sentence with the models that it names marked as names, so that none is broken at its hyphens or turns the sentence
 * around when it is written from right to left.
 */
export function markedVerdict({ text, models }: Verdict): readonly HtmlValue[] {
  // Longest first: a name may be the beginning of another.
  const names = models.filter((name) => name !== '').sort((a, b) => b.length - a.length);
  const parts: HtmlValue[] = [];
  let plainFrom = 0;
  let at = 0;
  while (at < text.length) {
    const name = names.find((candidate) => text.startsWith(candidate, at));
    if (name === undefined) {
      at += 1;
      continue;
    }
    parts.push(text.slice(plainFrom, at), modelName(name));
    at += name.length;
    plainFrom = at;
  }
  return [...parts, text.slice(plainFrom)];
}
