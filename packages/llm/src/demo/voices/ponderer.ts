import { codeOf, parts, tableOf, verseOf } from '../markdown.ts';
import type { Voice } from './voice.ts';

/** Thinks aloud first, then answers in numbered steps, and is in no hurry. */
export const ponderer: Voice = (draft, { keywords, change, earlier }) => {
  const { gist, points, code, table, verse, prose } = draft;
  const words = keywords.slice(0, 3).join(', ') || 'few words';
  const reasoning = parts(
    `The question turns on: ${words}.`,
    earlier === undefined
      ? undefined
      : `Before this we spoke of ${earlier}; I keep that in mind${change === undefined ? '' : `, since I am asked to say it ${change}`}.`,
    `A first answer would be: ${gist} Is that right? Let me go through it once more, slowly.`,
  );
  if (change === 'shorter') return { reasoning, text: gist };
  const steps = (points ?? []).map(({ head, text }, k) => `${k + 1}. ${head}${text === undefined ? '' : ` — ${text}`}`);
  return {
    reasoning,
    text: parts(
      verse ? verseOf(verse) : (prose?.join('\n\n') ?? (steps.length > 0 && !code ? 'Step by step.' : undefined)),
      code && codeOf(code),
      verse || prose ? undefined : steps.join('\n'),
      table && change === 'longer' ? tableOf(table) : undefined,
      verse || prose ? undefined : `So, having looked at it from more than one side: ${gist}`,
    ),
  };
};
