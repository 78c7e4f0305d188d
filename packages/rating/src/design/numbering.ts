import { UNUSED } from './design.ts';

/** Above this many possible keys, a hash table takes the place of a dense one. */
const DENSE_LIMIT = 2 ** 23;

/** Keys that occur, numbered in ascending order. */
export interface Numbering {
  /** The distinct keys, ascending: `keys[number]`. */
  readonly keys: Float64Array;
  /** How often each of them occurs. */
  readonly counts: Float64Array;
  /** The number of each element; {@link UNUSED} for a key that is left out. */
  readonly numbers: Uint32Array;
}

/**
 * Numbers the distinct keys below `limit`; a key of `limit` or more is left out. O(keys + largest key) for small keys, else
 * O(keys) hashing.
 */
export function numberKeys(all: Uint32Array | Float64Array, limit: number): Numbering {
  const bound = limit <= DENSE_LIMIT ? limit : boundOf(all, limit);
  return bound <= DENSE_LIMIT ? numberByTable(all, bound) : numberByHash(all, limit);
}

function boundOf(all: Uint32Array | Float64Array, limit: number): number {
  let bound = 0;
  for (let v = 0; v < all.length; v++) if (all[v] >= bound && all[v] < limit) bound = all[v] + 1;
  return bound;
}

function numberByTable(all: Uint32Array | Float64Array, bound: number): Numbering {
  const table = new Uint32Array(bound);
  for (let v = 0; v < all.length; v++) if (all[v] < bound) table[all[v]]++;
  let size = 0;
  for (let key = 0; key < bound; key++) if (table[key] > 0) size++;
  const keys = new Float64Array(size);
  const counts = new Float64Array(size);
  for (let key = 0, number = 0; key < bound; key++) {
    if (table[key] === 0) continue;
    keys[number] = key;
    counts[number] = table[key];
    table[key] = number++;
  }
  const numbers = new Uint32Array(all.length);
  for (let v = 0; v < all.length; v++) numbers[v] = all[v] < bound ? table[all[v]] : UNUSED;
  return { keys, counts, numbers };
}

function numberByHash(all: Uint32Array | Float64Array, limit: number): Numbering {
  const distinct = new Set<number>();
  for (let v = 0; v < all.length; v++) if (all[v] < limit) distinct.add(all[v]);
  const keys = Float64Array.from(distinct).sort();
  const table = new Map<number, number>();
  keys.forEach((key, number) => {
    table.set(key, number);
  });
  const counts = new Float64Array(keys.length);
  const numbers = new Uint32Array(all.length);
  for (let v = 0; v < all.length; v++) {
    numbers[v] = table.get(all[v]) ?? UNUSED;
    if (numbers[v] !== UNUSED) counts[numbers[v]]++;
  }
  return { keys, counts, numbers };
}

/** An array for keys up to and including `limit`. */
export function keyArray(size: number, limit: number): Uint32Array | Float64Array {
  return limit < 2 ** 32 ? new Uint32Array(size) : new Float64Array(size);
}
