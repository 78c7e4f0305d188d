import { codeOf, verseOf } from '../markdown.ts';
import type { Voice } from './voice.ts';

/** Says what was asked and stops. No headings, no lists unless a list was asked for. */
export const laconic: Voice = ({ gist, verse, prose, code, points, isOrdered, ...draft }, { change }) => {
  if (verse) return { text: verseOf(verse.slice(0, 4)) };
  if (prose) return { text: prose.slice(0, 2).join('\n\n') };
  if (code) return { text: codeOf(code) };
  if (change === 'why') return { text: points?.[0]?.text ?? 'Because nothing else fits.' };
  if (isOrdered && points) return { text: points.map(({ head }, k) => `${k + 1}. ${head}`).join('\n') };
  // A table that was worth making has its first row said.
  const row = change === 'longer' ? draft.table?.rows[0] : undefined;
  return { text: row ? `${gist} ${row.filter((cell) => cell !== '').join(', ')}.` : gist };
};
