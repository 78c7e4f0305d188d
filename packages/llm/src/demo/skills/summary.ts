import { keywordsOf } from '../question.ts';
import type { Skill } from './skill.ts';

/** Summaries of a text that comes with the question: its first sentence, and the ones that say most. */
export const summary: Skill = ({ text }) => {
  const match = /\b(?:summari[sz]e|tl;?dr|summary|shorten|key points)\b[^:\n]*[:\n]\s*(.+)/is.exec(text);
  const sentences =
    match?.[1]
      ?.match(/[^.!?\n]+[.!?]*/g)
      ?.map((sentence) => sentence.trim())
      .filter((sentence) => sentence.length > 15) ?? [];
  const [first, ...others] = sentences;
  if (first === undefined || others.length === 0) return undefined;
  const best = others
    .map((sentence) => ({ sentence, weight: keywordsOf(sentence).length }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 3)
    .map(({ sentence }) => sentence);
  return {
    title: 'In short',
    gist: first,
    points: others.filter((sentence) => best.includes(sentence)).map((head) => ({ head })),
    wrong: { gist: others.at(-1) ?? first, points: [] },
  };
};
