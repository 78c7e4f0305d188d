import { bytesOf, countMerged, type TokenTable } from './byte-pairs.ts';

// The pattern of o200k_base: words with the mark or space before them, up to three digits, punctuation, white space.
const upper = String.raw`[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]`;
const lower = String.raw`[\p{Ll}\p{Lm}\p{Lo}\p{M}]`;
const lead = String.raw`[^\r\n\p{L}\p{N}]?`;
const contraction = `(?:'(?:[sSſ]|[tT]|[rR][eE]|[vV][eE]|[mM]|[lL][lL]|[dD]))?`;
// White space as Unicode has it, which is what the encoding was made with; \s of this language differs at U+0085 and U+FEFF.
const space = String.raw`\p{White_Space}`;
const pieces = [
  `${lead}${upper}*${lower}+${contraction}`,
  `${lead}${upper}+${lower}*${contraction}`,
  String.raw`\p{N}{1,3}`,
  String.raw` ?[^\p{White_Space}\p{L}\p{N}]+[\r\n/]*`,
  String.raw`${space}*[\r\n]+`,
  String.raw`${space}+(?!\P{White_Space})`,
  `${space}+`,
];

// Longer slices are views that would keep the whole answer in memory, in the engine that Node has.
const longestRemembered = 12;
const mostRemembered = 2 ** 17;

/**
 * A function that counts the tokens of a text in o200k_base, given that encoding's tokens: exactly the number that the reference
 * encoder makes of it as ordinary text, so that `<|endoftext|>` is some seven tokens and not one. O(n log n).
 */
export function tokenCounter(table: TokenTable): (text: string) => number {
  const pattern = new RegExp(pieces.join('|'), 'gu');
  const remembered = new Map<string, number>();
  const count = (piece: string) => {
    const bytes = bytesOf(piece);
    return table.ranks.has(bytes) ? 1 : countMerged(bytes, table);
  };
  const countRemembered = (piece: string) => {
    const known = remembered.get(piece);
    if (known !== undefined) return known;
    if (remembered.size >= mostRemembered) remembered.clear();
    const tokens = count(piece);
    remembered.set(piece, tokens);
    return tokens;
  };
  return (text) => {
    let tokens = 0;
    let start = 0;
    pattern.lastIndex = 0;
    // Each character belongs to a piece, so a piece starts where the last one ended.
    while (pattern.test(text)) {
      const piece = text.slice(start, pattern.lastIndex);
      tokens += piece.length <= longestRemembered ? countRemembered(piece) : count(piece);
      start = pattern.lastIndex;
    }
    return tokens;
  };
}
