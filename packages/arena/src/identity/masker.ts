import { type AliasFinder, createAliasFinder } from './alias-finder.ts';
import { knownAliases } from './aliases.ts';
import { createOriginal, type Original } from './original.ts';
import { EMPHASIS } from './plain.ts';
import { createPlainStream, type PlainText } from './plain-stream.ts';
import { isClaim, isClaimBefore, isSelfReferential } from './self-reference.ts';
import { sentenceEnd, sentenceStart } from './sentences.ts';
import { endOfVersion } from './version.ts';

/** What stands for a masked name: always as wide, so that its width says nothing. */
export const MASK = '█████';

/** A name that was masked. */
export interface Leak {
  /** `claim`: said of oneself; `mention`: a drawn model's name in a sentence about the speaker. */
  readonly kind: 'claim' | 'mention';
  readonly alias: string;
  /** Where it stood in the original text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** What stood there. */
  readonly text: string;
}

/** Masks self-naming in a stream. Text comes out as soon as no further text can change it, the same however the stream is cut. */
export interface Masker {
  push(chunk: string): { readonly text: string };
  /** What was held back. Nothing may be pushed after it. */
  end(): { readonly text: string };
  /** What has been masked so far, in order. */
  leaks(): readonly Leak[];
}

export interface MaskerOptions {
  /** Aliases of both models of the battle. */
  readonly drawn: readonly string[];
  /** Aliases of other models: only claims of these are masked. Those of well-known makers if not given. */
  readonly known?: readonly string[];
}

/** How far a sentence is looked at before and after a name, in plain letters. */
const LOOK_BACK = 240;
const LOOK_AHEAD = 48;
/** What is kept for looking back: a sentence, and the letter before it. */
const KEPT = LOOK_BACK + 2;
/** How many letters may gather beyond those before they are forgotten. */
const SLACK = 1024;

/**
 * A masker for one answer.
 *
 * Graded: a name that the speaker claims (first person and name: "I am X", "trained by X") is masked for every known model and maker,
 * since a false claim tells as much; the names of the two drawn models also wherever a sentence speaks of the speaker as a model. A
 * name in any other sentence stays: an answer on search engines may say "Google".
 *
 * @example createMasker({ drawn: ['Claude'] }).push('I am Claude, an assistant.').text // 'I am █████, an assistant.'
 */
export function createMasker({ drawn, known = knownAliases() }: MaskerOptions): Masker {
  const finder = createAliasFinder(drawn, known);
  const stream = createPlainStream();
  const original = createOriginal();
  const leaks: Leak[] = [];
  /** The first plain letter not decided on, and how many were forgotten before the first one kept. */
  let cursor = 0;
  let forgotten = 0;

  /** Decides on as much as it can; returns what comes out on the way, up to the last mask. */
  function decide(final: boolean): string {
    let out = '';
    while (cursor < stream.text.letters.length) {
      const decision = decideAt(stream.text, { finder, at: cursor, forgotten, final });
      if (decision === 'open') break;
      if (decision.kind !== null) out += mask(decision);
      cursor = decision.next;
    }
    return out;
  }

  function mask({
    kind,
    alias,
    next,
  }: {
    readonly kind: Leak['kind'];
    readonly alias: string;
    readonly next: number;
  }): string {
    const [start, end] = withEmphasis(stream.text, { from: cursor, to: next }, original);
    // Blank, so that what follows is read as going on without the name: "I am X, made by Y" claims both.
    stream.blank(cursor, next);
    const before = original.takeUntil(start);
    leaks.push({ kind, alias, start, end, text: original.takeUntil(end) });
    return before + MASK;
  }

  function forget(): void {
    const spare = cursor - KEPT;
    if (spare < SLACK) return;
    stream.forget(spare);
    cursor -= spare;
    forgotten += spare;
  }

  return {
    push(chunk) {
      original.push(chunk);
      stream.push(chunk);
      const decided = decide(false);
      // Emphasis and invisible signs before the first undecided letter may belong to a name, so they stay with it.
      const settled = stream.text.ends[cursor - 1] ?? 0;
      forget();
      return { text: decided + original.takeUntil(settled) };
    },
    end() {
      stream.end();
      return { text: decide(true) + original.takeUntil(original.end()) };
    },
    leaks: () => [...leaks],
  };
}

interface Place {
  readonly finder: AliasFinder;
  readonly at: number;
  readonly forgotten: number;
  readonly final: boolean;
}

type Decision =
  | 'open'
  | { readonly next: number; readonly kind: null }
  | { readonly next: number; readonly kind: Leak['kind']; readonly alias: string };

/** What becomes of the letters from `at` on, and where to go on; `open` while later text could change it. */
function decideAt({ letters }: PlainText, { finder, at, forgotten, final }: Place): Decision {
  const found = finder.findAt(letters, at, final);
  if (found === 'open') return 'open';
  if (found === null) return { next: at + 1, kind: null };
  const next = endOfVersion(letters, found.end, final);
  if (next === 'open') return 'open';
  const kind = gradeOf(letters, { start: at, end: next, forgotten, final, drawn: found.drawn });
  return kind === 'open' ? 'open' : { next, kind, alias: found.alias };
}

interface Name {
  readonly start: number;
  readonly end: number;
  readonly forgotten: number;
  readonly final: boolean;
  readonly drawn: boolean;
}

/** How a name leaks, null if it does not, `open` while what follows could still tell. */
function gradeOf(letters: string, { start, end, forgotten, final, drawn }: Name): Leak['kind'] | 'open' | null {
  const opens = sentenceStart(letters, start, LOOK_BACK);
  const left = letters.slice(opens, start);
  if (isClaimBefore(left)) return 'claim';
  const close = sentenceEnd(letters, end, { most: LOOK_AHEAD, final });
  if (close === 'open') return 'open';
  const around = { left, right: letters.slice(end, close), opensAnswer: opens + forgotten === 0 };
  if (isClaim(around)) return 'claim';
  return drawn && isSelfReferential(around) ? 'mention' : null;
}

/** A name's place in the original; with emphasis around it where emphasis begins or ends within it, so that no half of it is left. */
function withEmphasis(
  text: PlainText,
  { from, to }: { readonly from: number; readonly to: number },
  original: Original,
): readonly [number, number] {
  let start = text.starts[from] ?? 0;
  let end = text.ends[to - 1] ?? start;
  if (!EMPHASIS.test(original.slice(start, end))) return [start, end];
  const least = text.ends[from - 1] ?? 0;
  const most = text.starts[to] ?? original.end();
  while (start > least && EMPHASIS.test(original.slice(start - 1, start))) start--;
  while (end < most && EMPHASIS.test(original.slice(end, end + 1))) end++;
  return [start, end];
}
