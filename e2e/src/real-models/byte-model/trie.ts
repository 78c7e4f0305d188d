/**
 * Every n-gram of a ring of bytes, up to a length, as a tree in typed arrays: the children of a node are the bytes that follow its
 * n-gram. Node 0 is the root, the empty n-gram; a parent always comes before its children.
 */
export interface Trie {
  readonly size: number;
  readonly symbol: Uint8Array;
  readonly depth: Uint8Array;
  readonly parent: Int32Array;
  /** How often the n-gram occurs. */
  readonly count: Int32Array;
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
}

/** The absent node. */
export const NONE = -1;

/**
 * Counts all n-grams of up to `longest` bytes. The bytes are read as a ring, so that each n-gram has a byte before it and one
 * after it, and no count needs a rule for the ends.
 */
export function countNgrams(ring: Uint8Array, longest: number): Trie {
  const room = ring.length * longest + 1;
  const trie = {
    size: 1,
    symbol: new Uint8Array(room),
    depth: new Uint8Array(room),
    parent: new Int32Array(room).fill(NONE),
    count: new Int32Array(room),
    firstChild: new Int32Array(room).fill(NONE),
    nextSibling: new Int32Array(room).fill(NONE),
  };
  for (let start = 0; start < ring.length; start++) {
    let node = 0;
    for (let k = 0; k < longest; k++) {
      const symbol = ring[(start + k) % ring.length] ?? 0;
      const known = child(trie, node, symbol);
      node = known === NONE ? append(trie, node, symbol) : known;
      trie.count[node] = at(trie.count, node) + 1;
    }
  }
  return trimmed(trie);
}

/** The same tree without the room that it did not need. */
function trimmed(trie: Trie): Trie {
  const { size } = trie;
  return {
    size,
    symbol: trie.symbol.slice(0, size),
    depth: trie.depth.slice(0, size),
    parent: trie.parent.slice(0, size),
    count: trie.count.slice(0, size),
    firstChild: trie.firstChild.slice(0, size),
    nextSibling: trie.nextSibling.slice(0, size),
  };
}

/** The node of the n-gram with one byte more, or {@link NONE}. */
export function child(trie: Trie, node: number, symbol: number): number {
  let next = at(trie.firstChild, node);
  while (next !== NONE && trie.symbol[next] !== symbol) next = at(trie.nextSibling, next);
  return next;
}

function append(trie: Trie & { size: number }, parent: number, symbol: number): number {
  const node = trie.size++;
  trie.symbol[node] = symbol;
  trie.depth[node] = (trie.depth[parent] ?? 0) + 1;
  trie.parent[node] = parent;
  trie.nextSibling[node] = at(trie.firstChild, parent);
  trie.firstChild[parent] = node;
  return node;
}

/** An item known to be there; of one kind of array only, which keeps the hot loops fast. */
export function at(items: Int32Array, index: number): number {
  return items[index] ?? NONE;
}
