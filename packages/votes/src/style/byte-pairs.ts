import { popHeap, pushHeap } from './heap.ts';

/** The tokens of an encoding: their bytes, one character a byte, and the order in which merging makes them. */
export interface TokenTable {
  readonly ranks: ReadonlyMap<string, number>;
  readonly longest: number;
}

/** One character a byte of the text in UTF-8. */
export function bytesOf(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** The table of an encoding that is listed by rank, each token as its text or, where its bytes are no text, as its bytes. */
export function tokenTable(tokens: readonly (string | readonly number[])[]): TokenTable {
  const ranks = new Map<string, number>();
  let longest = 0;
  tokens.forEach((token, rank) => {
    const bytes = typeof token === 'string' ? bytesOf(token) : String.fromCharCode(...token);
    ranks.set(bytes, rank);
    longest = Math.max(longest, bytes.length);
  });
  return { ranks, longest };
}

// Ranks come before positions in the order of the heap: the least rank first, and of equal ones the leftmost.
const positions = 2 ** 32;

/**
 * The number of tokens that byte-pair merging leaves of a piece of text (Sennrich, Haddow and Birch 2016): of all neighbours the
 * pair of least rank becomes one, until no pair is a token.
 *
 * O(n log n) for n bytes by a heap of the pairs; the textbook loop is quadratic, and one answer may be a line of a million dashes.
 *
 * @example countMerged('aab', tokenTable(['a', 'b', 'ab'])) // 2: 'a', 'ab'
 */
export function countMerged(bytes: string, { ranks, longest }: TokenTable): number {
  const size = bytes.length;
  // A part goes from its start to the start of the next one; ends[start] is meant only at the starts of parts.
  const ends = Int32Array.from({ length: size }, (_, at) => at + 1);
  const previous = Int32Array.from({ length: size + 1 }, (_, at) => at - 1);
  const rankAt = new Int32Array(size).fill(-1);
  const heap: number[] = [];
  const consider = (start: number) => {
    const middle = ends[start];
    const end = middle < size ? ends[middle] : size + longest;
    const rank = end - start <= longest ? ranks.get(bytes.slice(start, end)) : undefined;
    rankAt[start] = rank ?? -1;
    if (rank !== undefined) pushHeap(heap, rank * positions + start);
  };
  for (let start = 0; start < size; start++) consider(start);

  let parts = size;
  for (let least = popHeap(heap); least !== undefined; least = popHeap(heap)) {
    const start = least % positions;
    // The pair that stood here when this was noted may since have been merged with a neighbour.
    if (rankAt[start] !== Math.floor(least / positions)) continue;
    const middle = ends[start];
    ends[start] = ends[middle];
    rankAt[middle] = -1;
    previous[ends[start]] = start;
    parts--;
    consider(start);
    if (start > 0) consider(previous[start]);
  }
  return parts;
}
