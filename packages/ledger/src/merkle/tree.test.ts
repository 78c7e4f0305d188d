import { fc, test } from '@fast-check/vitest';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { expect } from 'vitest';
import { leaves } from '../testing.ts';
import { append, emptyFrontier, type Frontier, frontierRoot } from './frontier.ts';
import { decodeFrontier, encodeFrontier } from './frontier-bytes.ts';
import { leafHash } from './hash.ts';
import { nodesOf } from './node-source.ts';
import { plainRoot } from './reference.ts';
import { treeRoot } from './tree-root.ts';
import { knownLeaves, knownRoots } from './vectors.ts';

function frontierOf(hashes: readonly Uint8Array[]): Frontier {
  return hashes.reduce((frontier, hash) => append(frontier, hash).frontier, emptyFrontier);
}

const sizes = () => fc.integer({ min: 0, max: 300 });

test('the hash of a leaf without data is the known one', () => {
  expect(bytesToHex(leafHash(new Uint8Array()))).toBe(knownRoots[1]);
});

test.each(knownRoots.map((root, size) => ({ root, size })))(
  'the root of size $size is the known one',
  ({ root, size }) => {
    const hashes = knownLeaves.slice(0, size).map((hex) => leafHash(hexToBytes(hex)));
    expect(bytesToHex(treeRoot(hashes))).toBe(root);
    expect(bytesToHex(frontierRoot(frontierOf(hashes)))).toBe(root);
  },
);

test.prop([fc.integer({ min: 0, max: 120 })])('a root is that of the plain recursion', (size) => {
  expect(treeRoot(leaves(size))).toEqual(plainRoot(leaves(size)));
});

test.prop([sizes()])('a frontier has the root of the whole tree and one hash for each bit of its size', (size) => {
  const frontier = frontierOf(leaves(size));
  expect(frontierRoot(frontier)).toEqual(treeRoot(leaves(size)));
  expect(frontier.hashes).toHaveLength([...size.toString(2)].filter((bit) => bit === '1').length);
});

test.prop([sizes()])('a frontier comes back from its bytes', (size) => {
  const frontier = frontierOf(leaves(size));
  expect(decodeFrontier(encodeFrontier(frontier))).toEqual(frontier);
});

test('appending leaves the frontier before it as it was', () => {
  const frontier = frontierOf(leaves(3));
  const before = structuredClone(frontier);
  append(frontier, leafHash(Uint8Array.of(1)));
  expect(frontier).toEqual(before);
});

test('appending gives each complete subtree once, when its last leaf comes', async () => {
  const hashes = leaves(8);
  const made: string[] = [];
  let frontier = emptyFrontier;
  for (const hash of hashes) {
    const appended = append(frontier, hash);
    made.push(appended.nodes.map(({ level, index }) => `${level}/${index}`).join(' '));
    for (const { level, index, hash: root } of appended.nodes) {
      const width = 2 ** level;
      expect(root).toEqual(plainRoot(hashes.slice(index * width, (index + 1) * width)));
    }
    frontier = appended.frontier;
  }
  expect(made).toEqual(['0/0', '0/1 1/0', '0/2', '0/3 1/1 2/0', '0/4', '0/5 1/2', '0/6', '0/7 1/3 2/1 3/0']);
});

test('a leaf hash of a wrong length is refused', () => {
  expect(() => append(emptyFrontier, new Uint8Array(31))).toThrow('The leaf hash has 31 bytes');
});

test('a frontier that lacks hashes is refused when they are needed', () => {
  expect(() => append({ size: 1, hashes: [] }, leafHash(new Uint8Array()))).toThrow(
    'The frontier of size 1 lacks hashes',
  );
});

test.each([
  { flaw: 'no size', bytes: new Uint8Array(7), message: 'has no size' },
  { flaw: 'a hash too few', bytes: Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 1), message: 'has 1 hashes; these bytes hold 0' },
  { flaw: 'half a hash', bytes: Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 1, ...new Uint8Array(16)), message: 'hold 0.5' },
  {
    flaw: 'an unreachable size',
    bytes: new Uint8Array(8 + 32).fill(1, 0, 1),
    message: 'A frontier of size 72057594037927940',
  },
])('bytes with $flaw are no frontier', ({ bytes, message }) => {
  expect(() => decodeFrontier(bytes)).toThrow(message);
});

test('a source in memory names the node that it lacks', async () => {
  await expect(nodesOf(leaves(3)).read([{ level: 1, index: 1 }])).rejects.toThrow('has no node 1 at level 1');
});
