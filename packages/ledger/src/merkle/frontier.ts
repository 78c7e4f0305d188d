import { OutOfRange } from '../errors.ts';
import { emptyRoot, nodeHash, requireHash } from './hash.ts';
import type { TreeNode } from './node-source.ts';

/**
 * The right edge of a tree: the roots of its largest complete subtrees, from the left, one for each bit that is set in `size`.
 * It is all that appending needs: about log₂ n hashes for n leaves.
 */
export interface Frontier {
  /** Leaves in the tree, and the index of the next one. */
  readonly size: number;
  readonly hashes: readonly Uint8Array[];
}

/** What appending one leaf makes. */
export interface Appended {
  readonly frontier: Frontier;
  /** Complete subtrees that the leaf finishes, the leaf itself (level 0) first. Kept, they make every proof a few reads. */
  readonly nodes: readonly TreeNode[];
}

/** The frontier of the tree without leaves. */
export const emptyFrontier: Frontier = { size: 0, hashes: [] };

/**
 * The tree with one more leaf. `frontier` stays as it was. At most log₂ n hashes, two on average for a pair of leaves.
 *
 * @throws {OutOfRange} if `leafHash` is no hash, or the frontier's hashes do not fit its size
 * @example append(emptyFrontier, leafHash(data)).frontier.size // 1
 */
export function append(frontier: Frontier, leafHash: Uint8Array): Appended {
  requireHash(leafHash, 'The leaf hash');
  const hashes = [...frontier.hashes];
  let node: TreeNode = { level: 0, index: frontier.size, hash: leafHash };
  const nodes = [node];
  // As in counting: a right child completes its parent, and the carry goes on until a left child is met.
  while (node.index % 2 === 1) {
    const left = hashes.pop();
    if (left === undefined) throw new OutOfRange(`The frontier of size ${frontier.size} lacks hashes.`);
    node = { level: node.level + 1, index: (node.index - 1) / 2, hash: nodeHash(left, node.hash) };
    nodes.push(node);
  }
  hashes.push(node.hash);
  return { frontier: { size: frontier.size + 1, hashes }, nodes };
}

/** Root of the tree that a frontier is the edge of; for size 0 the SHA-256 of nothing. */
export function frontierRoot({ hashes }: Frontier): Uint8Array {
  return joinComplete(hashes) ?? emptyRoot();
}

/** Root over neighbouring complete subtrees that grow smaller to the right; undefined where there are none. */
export function joinComplete(hashes: readonly Uint8Array[]): Uint8Array | undefined {
  let root: Uint8Array | undefined;
  for (const hash of hashes.toReversed()) root = root === undefined ? hash : nodeHash(hash, root);
  return root;
}
