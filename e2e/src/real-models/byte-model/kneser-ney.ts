import { at, child, NONE, type Trie } from './trie.ts';

/** What interpolated Kneser–Ney smoothing needs of each n-gram. */
export interface Smoothing {
  /** Of the longest n-grams how often they occur, of shorter ones how many different bytes come before them. */
  readonly value: Int32Array;
  /** Sum of the values of a node's children. */
  readonly total: Int32Array;
  /** Number of a node's children. */
  readonly distinct: Int32Array;
  /** What is taken from each value, by the depth of the context. */
  readonly discount: Float64Array;
}

/**
 * Values and discounts of interpolated Kneser–Ney smoothing with one discount for each order, n₁ / (n₁ + 2 n₂)
 * (Ney, Essen and Kneser 1994; Chen and Goodman 1999, equation 4.23).
 */
export function smoothing(trie: Trie, longest: number): Smoothing {
  const value = values(trie, longest);
  const total = new Int32Array(trie.size);
  const distinct = new Int32Array(trie.size);
  for (let node = 1; node < trie.size; node++) {
    const parent = at(trie.parent, node);
    total[parent] = at(total, parent) + at(value, node);
    distinct[parent] = at(distinct, parent) + 1;
  }
  return { value, total, distinct, discount: discounts(trie, value, longest) };
}

function values(trie: Trie, longest: number): Int32Array {
  const value = new Int32Array(trie.size);
  const suffix = new Int32Array(trie.size);
  for (let node = 1; node < trie.size; node++) {
    const depth = trie.depth[node] ?? 0;
    if (depth === longest) value[node] = at(trie.count, node);
    if (depth === 1) continue;
    // The n-gram without its first byte: one step on from that of the parent, which comes earlier. On a ring it always exists.
    const shorter = child(trie, at(suffix, at(trie.parent, node)), trie.symbol[node] ?? 0);
    suffix[node] = shorter;
    value[shorter] = at(value, shorter) + 1;
  }
  return value;
}

function discounts(trie: Trie, value: Int32Array, longest: number): Float64Array {
  const once = new Float64Array(longest);
  const twice = new Float64Array(longest);
  for (let node = 1; node < trie.size; node++) {
    const order = (trie.depth[node] ?? 0) - 1;
    if (value[node] === 1) once[order] = (once[order] ?? 0) + 1;
    if (value[node] === 2) twice[order] = (twice[order] ?? 0) + 1;
  }
  // Small texts may have no n-gram seen once; a discount of 0 would leave nothing for bytes not seen.
  return once.map((n1, order) => (n1 === 0 ? 0.1 : Math.min(n1 / (n1 + 2 * (twice[order] ?? 0)), 0.95)));
}

/**
 * Probability of each of the 256 bytes after a context, given the nodes of the context's endings by length (0 first). What a
 * longer ending leaves goes to the next shorter one, and in the end to the uniform distribution. Cost: 256 steps, and one for each
 * byte ever seen after each ending.
 */
export function distribution(from: { trie: Trie } & Smoothing, endings: Int32Array, into: Float64Array): Float64Array {
  const { trie, value, total, distinct, discount } = from;
  into.fill(0);
  let left = 1;
  for (let length = endings.length - 1; length >= 0; length--) {
    const node = at(endings, length);
    if (node === NONE) continue;
    const taken = discount[length] ?? 0;
    const share = left / at(total, node);
    for (let next = at(trie.firstChild, node); next !== NONE; next = at(trie.nextSibling, next)) {
      const byte = trie.symbol[next] ?? 0;
      into[byte] = (into[byte] ?? 0) + share * (at(value, next) - taken);
    }
    left = share * taken * at(distinct, node);
  }
  for (let byte = 0; byte < 256; byte++) into[byte] = (into[byte] ?? 0) + left / 256;
  return into;
}
