import { UNUSED } from './design.ts';

/** Above this many possible keys, a hash table takes the place of a dense one. */
const DENSE_LIMIT = 2 ** 23;

/** Keys that occur, numbered in ascending order. */
export interface Numbering {
  /** The distinct keys, ascending: `keys[number]`. */
  readonly keys: Float64Array;
  /** The number of each element; {@link UNUSED} for a key that is left out. */
  readonly numbers: Uint32Array;
}

/**
 * Numbers the distinct keys below `limit`; a key of `limit` or more is left out. O(keys + largest key) for small keys, else
 * O(keys) hashing.
 */
export function numberKeys(all: Uint32Array | Float64Array, limit: number): Numbering {
  let bound = 0;
  for (let v = 0; v < all.length; v++) if (all[v] >= bound && all[v] < limit) bound = all[v] + 1;
  return bound <= DENSE_LIMIT ? numberByTable(all, bound) : numberByHash(all, limit);
}

function numberByTable(all: Uint32Array | Float64Array, bound: number): Numbering {
  const table = new Uint32Array(bound).fill(UNUSED);
  for (let v = 0; v < all.length; v++) if (all[v] < bound) table[all[v]] = 0;
  let size = 0;
  for (let key = 0; key < bound; key++) if (table[key] === 0) table[key] = size++;
  const keys = new Float64Array(size);
  for (let key = 0; key < bound; key++) if (table[key] !== UNUSED) keys[table[key]] = key;
  const numbers = new Uint32Array(all.length);
  for (let v = 0; v < all.length; v++) numbers[v] = all[v] < bound ? table[all[v]] : UNUSED;
  return { keys, numbers };
}

function numberByHash(all: Uint32Array | Float64Array, limit: number): Numbering {
  const distinct = new Set<number>();
  for (let v = 0; v < all.length; v++) if (all[v] < limit) distinct.add(all[v]);
  const keys = Float64Array.from(distinct).sort();
  const table = new Map<number, number>();
  keys.forEach((key, number) => {
    table.set(key, number);
  });
  const numbers = new Uint32Array(all.length);
  for (let v = 0; v < all.length; v++) numbers[v] = table.get(all[v]) ?? UNUSED;
  return { keys, numbers };
}

/** An array for keys up to and including `limit`. */
export function keyArray(size: number, limit: number): Uint32Array | Float64Array {
  return limit < 2 ** 32 ? new Uint32Array(size) : new Float64Array(size);
}
