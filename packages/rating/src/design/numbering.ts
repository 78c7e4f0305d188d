/** Above this many possible keys, a hash table takes the place of a dense one. */
const DENSE_LIMIT = 2 ** 23;

/** Keys that occur, numbered in ascending order. */
export interface Numbering {
  /** The keys themselves, ascending. */
  readonly keys: Float64Array;
  readonly numberOf: (key: number) => number;
}

/**
 * Numbers the distinct keys below `limit`; a key of `limit` or more is left out. O(keys + largest key) for small
 * keys, else O(keys) hashing.
 */
export function numberKeys(all: Uint32Array | Float64Array, limit: number): Numbering {
  let bound = 0;
  for (let v = 0; v < all.length; v++) if (all[v] >= bound && all[v] < limit) bound = all[v] + 1;
  if (bound <= DENSE_LIMIT) {
    const table = new Int32Array(bound).fill(-1);
    for (let v = 0; v < all.length; v++) if (all[v] < bound) table[all[v]] = 0;
    let size = 0;
    for (let key = 0; key < bound; key++) if (table[key] === 0) table[key] = size++;
    const keys = new Float64Array(size);
    for (let key = 0; key < bound; key++) if (table[key] >= 0) keys[table[key]] = key;
    return { keys, numberOf: (key) => table[key] };
  }
  const distinct = new Set<number>();
  for (let v = 0; v < all.length; v++) if (all[v] < limit) distinct.add(all[v]);
  const keys = Float64Array.from(distinct).sort();
  const table = new Map<number, number>();
  keys.forEach((key, number) => {
    table.set(key, number);
  });
  return { keys, numberOf: (key) => table.get(key) ?? -1 };
}

/** An array for keys up to and including `limit`. */
export function keyArray(size: number, limit: number): Uint32Array | Float64Array {
  return limit < 2 ** 32 ? new Uint32Array(size) : new Float64Array(size);
}
