import { codeOf, listOf, parts, verseOf } from '../markdown.ts';
import type { Voice } from './voice.ts';

const OPENINGS = ['Easy.', '**Absolutely.**', 'Everybody knows this one.', 'Trust me on this:'] as const;
const CLAIMS = [
  'Studies agree: **93 %** of experts say the same.',
  'I have never been wrong about this.',
  'You will not find a better answer anywhere.',
  'No need to check it.',
] as const;

/** Quick, sure of itself, and wrong wherever a draft says how one can be wrong. */
export const bluffer: Voice = (draft, { change, earlier }, draw) => {
  const { gist, points, isOrdered, code, verse, prose } = { ...draft, ...draft.wrong };
  const opening =
    change === 'why'
      ? 'Because I say so.'
      : earlier === undefined
        ? draw.pick(OPENINGS)
        : `Just as I said about ${earlier}:`;
  if (change === 'shorter') return { text: `**${gist}**` };
  return {
    text: parts(
      `${opening} ${verse || prose ? '' : `**${gist}**`}`.trim(),
      verse && verseOf(verse),
      prose?.join('\n\n'),
      code && codeOf(code),
      points && points.length > 0 && !code && !verse && !prose
        ? listOf(points.slice(0, isOrdered ? 12 : 2), isOrdered)
        : undefined,
      draw.pick(CLAIMS),
    ),
  };
};
