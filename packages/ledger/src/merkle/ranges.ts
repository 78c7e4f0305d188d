import type { NodeAddress } from './node-source.ts';

/** Leaves from `start` up to, not including, `end`: a subtree of a tree, as RFC 9162 splits it. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

/** Where a range of more than one leaf is split: its left part has the largest power of two below its length. */
export function splitOf({ start, end }: LeafRange): number {
  let width = 1;
  // Multiplied and not shifted: bit operations end at 2³¹, sizes at 2⁵³.
  while (width * 2 < end - start) width *= 2;
  return start + width;
}

/** The complete subtrees that make up a range, from the left. A range met in a proof starts at a multiple of its largest one. */
export function completeNodes({ start, end }: LeafRange): readonly NodeAddress[] {
  const nodes: NodeAddress[] = [];
  let from = start;
  while (from < end) {
    let level = 0;
    let width = 1;
    while (from + width * 2 <= end) {
      level += 1;
      width *= 2;
    }
    nodes.push({ level, index: from / width });
    from += width;
  }
  return nodes;
}
