import type { ChatMessage } from '../chat-model.ts';
import { FOREIGN_SMALL_WORDS, type Language, languageOf } from './languages.ts';

/** A conversation, read: what is asked now, and what it goes on from. */
export interface Question {
  /** What to answer: the last message of the user, or the one before where the last only says how. */
  readonly text: string;
  /** The words that carry meaning, in their order, each once. */
  readonly keywords: readonly string[];
  /** A short phrase for what it is about. */
  readonly topic: string;
  readonly language: Language;
  /** How the earlier answer is to be changed, where that is what the last message asks. */
  readonly change?: Change;
  /** What the message before was about, from the second turn on. */
  readonly earlier?: string;
}

/** What a follow-up wants of the answer before. */
export type Change = 'shorter' | 'longer' | 'again' | 'why';

const CHANGES: readonly (readonly [Change, RegExp])[] = [
  ['shorter', /\b(shorter|briefer|tl;?dr|in short|more concise|summari[sz]e (that|it|this)|one sentence)\b/i],
  ['longer', /\b(longer|more detail|elaborate|expand|go on|continue|tell me more|say more)\b/i],
  ['again', /\b(again|another( one)?|one more|try again|different one|rephrase|redo)\b/i],
  ['why', /^(but |and )?why( is that| not| so)?\s*\?*$/i],
];

const STOP_WORDS = new Set(
  (
    'a about above after all also am an and any are as at be because been being best between both but by can could did do does ' +
    'doing each every few find for from get give good great had has have help her here him his how i if in into is it its just kind know ' +
    'like list make many may me mean might more most much must my name need no not of on one only or other our out over ' +
    'please put say see should show so some such take tell than that the their them then there these they thing things this those to too ' +
    'top two under up us use used using very want was way we were what when where which while who whom whose why will with ' +
    'work would write you your explain describe compare difference vs versus create generate three four five short long idea ideas tips implement design summarize summarise today really code function program script 你好 什么是 كيف best better feel'
  ).split(' '),
);

// A question says what it wants early, and patterns over a whole book would take long.
const READ = 2_000;

/** Reads a conversation; its last message is taken for the user's. */
export function readQuestion(messages: readonly ChatMessage[]): Question {
  const asked = messages.filter(({ role }) => role === 'user').map(({ content }) => content.trim().slice(0, READ));
  const last = asked.at(-1) ?? '';
  const before = asked.at(-2);
  const change = before === undefined ? undefined : changeOf(last);
  const text = change === undefined || before === undefined ? last : before;
  const keywords = keywordsOf(text);
  const earlier = before === undefined ? undefined : topicOf(before);
  return {
    text,
    keywords,
    topic: topicOf(text),
    language: languageOf(last),
    ...(change !== undefined && { change }),
    ...(earlier !== undefined && { earlier }),
  };
}

/** The words of a text that carry meaning, each once, at most twelve. */
export function keywordsOf(text: string): string[] {
  const words = text.match(/[\p{L}\p{M}][\p{L}\p{M}\p{N}'’+#-]*/gu) ?? [];
  const seen = new Set<string>();
  return words
    .map((word) => word.replace(/['’]s$|['’-]+$/u, ''))
    .filter((word) => {
      const key = word.toLowerCase();
      if (STOP_WORDS.has(key) || FOREIGN_SMALL_WORDS.has(key) || word.length > 30 || seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .slice(0, 12);
}

function topicOf(text: string): string {
  return keywordsOf(text).slice(0, 3).join(' ') || 'your question';
}

function changeOf(last: string): Change | undefined {
  // A long message has a subject of its own.
  if (last.split(/\s+/).length > 8) return undefined;
  return CHANGES.find(([, pattern]) => pattern.test(last))?.[0];
}
