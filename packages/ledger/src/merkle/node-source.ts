import { OutOfRange } from '../errors.ts';
import { append, emptyFrontier } from './frontier.ts';

/** Place of a complete subtree: over the leaves from `index`·2^`level` up to, not including, (`index` + 1)·2^`level`. */
export interface NodeAddress {
  /** 0 for leaves. */
  readonly level: number;
  readonly index: number;
}

/** Root of a complete subtree, which never changes any more. */
export interface TreeNode extends NodeAddress {
  readonly hash: Uint8Array;
}

/**
 * Where proofs read complete subtrees: a table, static tiles, memory. A proof asks once for all that it needs, so a table is asked
 * one question. Answers come in the order of the addresses, and a source that lacks one throws.
 */
export interface NodeSource {
  read(addresses: readonly NodeAddress[]): Promise<readonly Uint8Array[]>;
}

/**
 * A source in memory over the hashes of all leaves.
 *
 * @example await inclusionProof(nodesOf(leafHashes), { index: 5, size: 8 })
 */
export function nodesOf(leafHashes: readonly Uint8Array[]): NodeSource {
  const hashes = new Map<string, Uint8Array>();
  let frontier = emptyFrontier;
  for (const leafHash of leafHashes) {
    const appended = append(frontier, leafHash);
    for (const node of appended.nodes) hashes.set(key(node), node.hash);
    frontier = appended.frontier;
  }
  const find = (address: NodeAddress) => {
    const hash = hashes.get(key(address));
    if (hash !== undefined) return hash;
    throw new OutOfRange(`A tree of ${frontier.size} leaves has no node ${address.index} at level ${address.level}.`);
  };
  return { read: async (addresses) => addresses.map(find) };
}

function key({ level, index }: NodeAddress): string {
  return `${level}/${index}`;
}
