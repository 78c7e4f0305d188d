import { codeOf, listOf, parts, tableOf, verseOf } from '../markdown.ts';
import { SELF } from '../skills/identity.ts';
import type { Voice } from './voice.ts';

const OPENINGS = [
  'Happy to help!',
  'Oh, I like this one.',
  'Good question!',
  'Let us look at it together.',
  'With pleasure.',
] as const;
const CLOSINGS = [
  'Shall I go deeper into one of these?',
  'Does that fit what you had in mind?',
  'Want me to try it another way?',
  `If you like, ask ${SELF} for more, I have all day.`,
] as const;

/** Warm, of middling length, and always with a question back. */
export const companion: Voice = (draft, { change, earlier, topic }, draw) => {
  const { gist, points, isOrdered, code, table, verse, prose } = draft;
  const body = verse ? verseOf(verse) : (prose?.join('\n\n') ?? gist);
  const opening =
    opened(change) ?? (earlier === undefined ? draw.pick(OPENINGS) : `From ${earlier} to ${topic}, gladly!`);
  if (change === 'shorter') return { text: `${opening} ${body}` };
  const shown = isOrdered ? points : points?.slice(0, change === 'longer' ? 6 : 3);
  return {
    text: parts(
      `${opening} ${verse || prose ? '' : body}`.trim(),
      verse || prose ? body : undefined,
      code && codeOf(code),
      table && !isOrdered && !code ? tableOf(table) : undefined,
      shown && shown.length > 0 && !table && !code ? listOf(shown, isOrdered) : undefined,
      draw.pick(CLOSINGS),
    ),
  };
};

function opened(change: string | undefined): string | undefined {
  if (change === 'shorter') return 'Of course, shorter:';
  if (change === 'longer') return 'There is more to say, gladly.';
  if (change === 'again') return 'Let me try once more!';
  return change === 'why' ? 'Fair question! I said it because of this:' : undefined;
}
