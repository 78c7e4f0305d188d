import type { BattleView } from '@agon/api';
import { isAnswering } from './battle-state.ts';

/** Something that a screen reader should say; `a` and `b` are numbers of words, or names. */
export type Announcement =
  | { readonly key: 'started' | 'voting' | 'stopped' | 'failed' | 'voted' | 'chatComplete' | 'void' }
  | { readonly key: 'progress'; readonly words: { readonly a: number; readonly b: number } }
  | { readonly key: 'revealed'; readonly names: { readonly a: string; readonly b: string } };

/** What to announce as a battle goes from one view to the next; null where nothing worth saying changed. */
export function announcementOf(before: BattleView | null, after: BattleView): Announcement | null {
  const [wasAnswering, answers] = [before !== null && isAnswering(before), isAnswering(after)];
  if (answers) return wasAnswering && attemptKey(before) === attemptKey(after) ? null : { key: 'started' };
  if (before?.phase === after.phase && before.chat === after.chat) return null;
  if (after.phase === 'revealed' && before?.phase === 'revealed') return chatAnnouncement(after);
  if (after.phase === 'revealed') {
    return after.reveal && { key: 'revealed', names: { a: after.reveal.a.name, b: after.reveal.b.name } };
  }
  return after.phase === 'answering' ? null : { key: after.phase };
}

function chatAnnouncement(view: BattleView): Announcement | null {
  if (view.chat === 'stopped' || view.chat === 'failed') return { key: view.chat };
  return view.chat === 'idle' ? { key: 'chatComplete' } : null;
}

function attemptKey(view: BattleView | null): string {
  const turn = view?.turns.at(-1);
  return `${turn?.turn}/${turn?.attempt}`;
}

/** How far both answers have come. */
export function progressOf(view: BattleView): Announcement {
  const turn = view.turns.at(-1);
  return { key: 'progress', words: { a: countWords(turn?.a.text ?? ''), b: countWords(turn?.b.text ?? '') } };
}

/** Words between spaces; good enough for progress. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
