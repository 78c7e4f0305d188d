import { OutOfRange } from '../errors.ts';
import { joinComplete } from './frontier.ts';
import { requireHash } from './hash.ts';
import type { NodeSource } from './node-source.ts';
import { completeNodes, type LeafRange } from './ranges.ts';

/** Roots of ranges of leaves, by one question to the source. */
export async function readRanges(source: NodeSource, ranges: readonly LeafRange[]): Promise<readonly Uint8Array[]> {
  const parts = ranges.map(completeNodes);
  const wanted = parts.flat();
  const hashes = await source.read(wanted);
  if (hashes.length !== wanted.length) {
    throw new OutOfRange(`The source of nodes was asked for ${wanted.length} nodes and gave ${hashes.length}.`);
  }
  hashes.forEach((hash, k) => {
    requireHash(hash, `Node ${wanted[k]?.index} at level ${wanted[k]?.level}`);
  });
  let used = 0;
  return parts.map(({ length }) => {
    const root = joinComplete(hashes.slice(used, used + length));
    used += length;
    if (root === undefined) throw new OutOfRange('A range without leaves has no root.');
    return root;
  });
}
