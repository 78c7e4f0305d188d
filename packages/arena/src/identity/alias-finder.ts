import { pieces } from './pieces.ts';

/** An alias that starts at a place: where it ends, or that more text is needed to tell. */
export type Found = { readonly alias: string; readonly drawn: boolean; readonly end: number } | 'open' | null;

/** Looks for aliases at one place of plain text. */
export interface AliasFinder {
  /** The longest alias that starts at `at`; `open` while more text could make one or a longer one and `final` is false. */
  findAt(letters: string, at: number, final: boolean): Found;
}

interface Entry {
  readonly alias: string;
  readonly drawn: boolean;
  readonly pieces: readonly string[];
}

/**
 * A finder of aliases in text that has been made plain. Between the pieces of a name any space, hyphen or dot may stand, or none; a name
 * ends at a word border, so that "coherent" is not Cohere. Scripts written without spaces, and those that attach words, have no border.
 */
export function createAliasFinder(drawn: readonly string[], known: readonly string[]): AliasFinder {
  const entries = new Map<string, Entry[]>();
  const taken = new Set<string>();
  for (const [names, isDrawn] of [[drawn, true] as const, [known, false] as const]) {
    for (const alias of names) {
      const parts = pieces(alias);
      const key = parts.join(' ');
      const first = parts[0]?.charAt(0);
      if (first === undefined || taken.has(key)) continue;
      taken.add(key);
      entries.set(first, [...(entries.get(first) ?? []), { alias, drawn: isDrawn, pieces: parts }]);
    }
  }
  return {
    findAt(letters, at, final) {
      const candidates = entries.get(letters.charAt(at));
      if (candidates === undefined || !hasBorder(letters.charAt(at - 1), letters.charAt(at))) return null;
      let best: Found = null;
      for (const { alias, drawn: isDrawn, pieces: parts } of candidates) {
        const end = matchPieces(letters, at, parts);
        if (end === 'open' && !final) return 'open';
        if (typeof end !== 'number' || (best !== null && best.end >= end)) continue;
        if (end === letters.length && !final) return 'open';
        if (hasEnd(letters.charAt(end - 1), letters.charAt(end))) best = { alias, drawn: isDrawn, end };
      }
      return best;
    },
  };
}

function matchPieces(letters: string, at: number, parts: readonly string[]): number | 'open' | null {
  let place = at;
  for (const [i, piece] of parts.entries()) {
    if (i > 0) place = afterGap(letters, place);
    const there = letters.slice(place, place + piece.length);
    if (there !== piece) return piece.startsWith(there) && place + there.length === letters.length ? 'open' : null;
    place += piece.length;
  }
  return place;
}

function afterGap(letters: string, at: number): number {
  let place = at;
  while (place < at + 2 && (letters[place] === ' ' || letters[place] === '-')) place++;
  return place === at && (letters[at] === '.' || letters[at] === '/') ? at + 1 : place;
}

/** Latin, Greek, Cyrillic and the like part their words by spaces; other scripts do not, or attach words to names. */
const SPACED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Nd}]/u;
const DIGIT = /\p{Nd}/u;

function hasBorder(before: string, first: string): boolean {
  return !SPACED.test(first) || before === '' || !SPACED.test(before);
}

/** After letters a version may follow at once; after digits only something other than a digit or letter. */
function hasEnd(last: string, next: string): boolean {
  if (next === '' || !SPACED.test(last) || !SPACED.test(next)) return true;
  return DIGIT.test(next) && !DIGIT.test(last);
}
