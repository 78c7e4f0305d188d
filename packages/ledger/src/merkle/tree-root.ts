import { emptyRoot, nodeHash } from './hash.ts';

/**
 * Root over the hashes of all leaves (RFC 9162 section 2.1.1), from the bottom up. n − 1 hashes, memory for n.
 *
 * @example treeRoot([leafHash(data)]) // deep-equals leafHash(data)
 */
export function treeRoot(leafHashes: readonly Uint8Array[]): Uint8Array {
  let level = leafHashes;
  while (level.length > 1) level = parents(level);
  return level[0] ?? emptyRoot();
}

/** One level up. A node without a sibling goes up unchanged: it is the root of the ragged right edge so far. */
function parents(level: readonly Uint8Array[]): readonly Uint8Array[] {
  const made: Uint8Array[] = [];
  let left: Uint8Array | undefined;
  for (const hash of level) {
    if (left !== undefined) made.push(nodeHash(left, hash));
    left = left === undefined ? hash : undefined;
  }
  return left === undefined ? made : [...made, left];
}
