/** Repeatable chance: the same text gives the same draws. */
export interface Draw {
  /** A whole number from 0 to below `count`. */
  below(count: number): number;
  /** One of the items, of which there must be at least one. */
  pick<const Items extends readonly [unknown, ...unknown[]]>(items: Items): Items[number];
  /** All items in another order. */
  shuffle<Item>(items: readonly Item[]): Item[];
}

/** Chance out of a text: FNV-1a for the state, mulberry32 for the draws; good enough for choosing words. */
export function createDraw(seed: string): Draw {
  let state = 0x811c9dc5;
  for (let k = 0; k < seed.length; k++) state = Math.imul(state ^ seed.charCodeAt(k), 0x01000193);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return {
    below,
    pick: (items) => items[below(items.length)] ?? items[0],
    shuffle: (items) =>
      items
        .map((item) => ({ item, key: next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item),
  };
}
