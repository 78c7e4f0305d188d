import { expect, test } from 'vitest';
import { consistencyProof, verifyConsistency } from './consistency.ts';
import { append, type Frontier, frontierRoot } from './frontier.ts';
import { decodeFrontier, encodeFrontier } from './frontier-bytes.ts';
import { leafHash, nodeHash } from './hash.ts';
import { inclusionProof, verifyInclusion } from './inclusion.ts';
import type { NodeSource } from './node-source.ts';

/** Of trees whose leaves are all alike: the root of a complete subtree depends on its level alone. */
const rootOfLevel: Uint8Array[] = [leafHash(new Uint8Array())];
for (let level = 1; level < 53; level++) {
  const below = rootOfLevel[level - 1] ?? new Uint8Array();
  rootOfLevel.push(nodeHash(below, below));
}
const source: NodeSource = {
  read: async (addresses) => addresses.map(({ level }) => rootOfLevel[level] ?? new Uint8Array()),
};

function frontierOf(size: number): Frontier {
  const bits = [...size.toString(2)].map((bit, k, all) => (bit === '1' ? rootOfLevel[all.length - 1 - k] : undefined));
  return { size, hashes: bits.filter((hash) => hash !== undefined) };
}

/** Beyond 2³¹ and 2³², where bit operations of the language end. */
const sizes = [2 ** 31 + 5, 2 ** 32, 2 ** 32 + 1, 2 ** 41 - 1, 2 ** 41 + 2 ** 33 + 12345, 2 ** 52 + 1];

test.each(sizes)('leaves of a tree of %d are proved', async (size) => {
  const root = frontierRoot(frontierOf(size));
  for (const index of [0, 7, Math.floor(size / 3), size - 2, size - 1]) {
    const proof = await inclusionProof(source, { index, size });
    verifyInclusion({ index, size, leafHash: leafHash(new Uint8Array()), root }, proof);
  }
});

test.each(sizes)('growth to %d is proved', async (newSize) => {
  for (const oldSize of [1, 2 ** 31 - 1, 2 ** 31, newSize - 1]) {
    const proof = await consistencyProof(source, { oldSize, newSize });
    const [oldRoot, newRoot] = [frontierRoot(frontierOf(oldSize)), frontierRoot(frontierOf(newSize))];
    verifyConsistency({ oldSize, newSize, oldRoot, newRoot }, proof);
  }
});

test.each(sizes)('the frontier of %d goes on and comes back from its bytes', (size) => {
  const frontier = frontierOf(size);
  expect(append(frontierOf(size - 1), leafHash(new Uint8Array())).frontier).toEqual(frontier);
  expect(decodeFrontier(encodeFrontier(frontier))).toEqual(frontier);
});
