import { codeOf, listOf, parts, tableOf, verseOf } from '../markdown.ts';
import type { Voice } from './voice.ts';

/** Headings, tables, formulas and a summary, whatever was asked. */
export const scholar: Voice = (draft, { change, earlier, topic }) => {
  const { title, gist, maths, table, points, isOrdered, code, verse, prose } = draft;
  if (change === 'shorter') return { text: parts(`## ${title}`, gist) };
  const back =
    earlier === undefined || change !== undefined ? undefined : `*Continuing from our discussion of ${earlier}.*`;
  const hasParts = points !== undefined && points.length > 0;
  return {
    text: parts(
      `## ${title}`,
      back,
      change === 'why' ? `The question *why* deserves its own section.\n\n${gist}` : gist,
      maths === undefined ? undefined : `$$\n${maths}\n$$`,
      verse && verseOf(verse),
      prose?.join('\n\n'),
      code && codeOf(code),
      table && `### At a glance\n\n${tableOf(table)}`,
      hasParts ? `### In detail\n\n${listOf(points, isOrdered)}` : undefined,
      change === 'longer' ? longer(topic) : undefined,
      hasParts || table ? `### Summary\n\n> ${gist}` : undefined,
    ),
  };
};

function longer(topic: string): string {
  return `### Further questions\n\n1. What would change if ${topic} were half as large?\n2. Who would disagree, and on what grounds?\n3. Which single observation would settle it?`;
}
