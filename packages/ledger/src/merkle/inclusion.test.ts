import { fc, test } from '@fast-check/vitest';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { expect } from 'vitest';
import { ProofMismatch } from '../errors.ts';
import { leaves, place } from '../testing.ts';
import { leafHash, nodeHash } from './hash.ts';
import { inclusionProof, verifyInclusion } from './inclusion.ts';
import { type NodeSource, nodesOf } from './node-source.ts';
import { plainPath } from './reference.ts';
import { treeRoot } from './tree-root.ts';
import { knownLeaves, knownRoots } from './vectors.ts';

const known = knownLeaves.map((hex) => leafHash(hexToBytes(hex)));
const all = leaves(70);
const source = nodesOf(all);

function claimOf({ index, size }: { index: number; size: number }) {
  return { index, size, leafHash: all[index] ?? new Uint8Array(), root: treeRoot(all.slice(0, size)) };
}

function partOf(check: () => void): string {
  try {
    check();
  } catch (error) {
    return error instanceof ProofMismatch ? error.part : String(error);
  }
  return 'fits';
}

test('the proof of leaf 5 in 8 is the known one', async () => {
  const proof = await inclusionProof(nodesOf(known), { index: 5, size: 8 });
  expect(proof.map((hash) => bytesToHex(hash).slice(0, 16))).toEqual([
    'bc1a0643b12e4d2d',
    'ca854ea128ed050b',
    'd37ee418976dd957',
  ]);
  const root = hexToBytes(knownRoots[8] ?? '');
  verifyInclusion({ index: 5, size: 8, leafHash: known[5] ?? new Uint8Array(), root }, proof);
});

test.prop([place()])('a proof is that of the plain recursion, and fits', async (at) => {
  const proof = await inclusionProof(source, at);
  expect(proof).toEqual(plainPath(at.index, all.slice(0, at.size)));
  verifyInclusion(claimOf(at), proof);
});

test.prop([place(), fc.nat(), fc.nat({ max: 255 })])(
  'a changed bit anywhere in a proof is found',
  async (at, which, bit) => {
    const proof = (await inclusionProof(source, at)).map((hash) => hash.slice());
    fc.pre(proof.length > 0);
    const hash = proof[which % proof.length] ?? new Uint8Array();
    hash[bit >> 3] = (hash[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(partOf(() => verifyInclusion(claimOf(at), proof))).toBe('root');
  },
);

test.prop([place(), fc.nat()])('a proof fits no other leaf', async (at, other) => {
  const index = other % at.size;
  fc.pre(index !== at.index);
  const proof = await inclusionProof(source, at);
  expect(partOf(() => verifyInclusion({ ...claimOf(at), leafHash: claimOf({ ...at, index }).leafHash }, proof))).toBe(
    'root',
  );
  expect(partOf(() => verifyInclusion({ ...claimOf(at), index }, proof))).toMatch(/root|length/);
});

test.prop([place()])('a proof with a hash more or less is refused for its length', async (at) => {
  const proof = await inclusionProof(source, at);
  expect(partOf(() => verifyInclusion(claimOf(at), [...proof, all[0] ?? new Uint8Array()]))).toBe('length');
  if (proof.length > 0) expect(partOf(() => verifyInclusion(claimOf(at), proof.slice(1)))).toBe('length');
});

test('the root of an inner node cannot pass for a leaf', () => {
  const [one = new Uint8Array(), other = new Uint8Array()] = all;
  const data = Uint8Array.from([...one, ...other]);
  expect(leafHash(data)).not.toEqual(nodeHash(one, other));
});

test('a proof reads what it needs by one question, at most two nodes a level', async () => {
  const asked: number[] = [];
  const counting: NodeSource = {
    read: (addresses) => {
      asked.push(addresses.length);
      return source.read(addresses);
    },
  };
  await inclusionProof(counting, { index: 3, size: 69 });
  expect(asked).toEqual([8]);
});

test.each([
  [8, 8],
  [-1, 8],
  [0, 0],
  [0.5, 8],
  [0, Number.NaN],
])('leaf %d in a tree of %d is refused', async (index, size) => {
  await expect(inclusionProof(source, { index, size })).rejects.toThrow(
    `A tree of ${size} leaves has no leaf ${index}`,
  );
  expect(() => verifyInclusion({ index, size, leafHash: new Uint8Array(32), root: new Uint8Array(32) }, [])).toThrow(
    'leaves are counted from 0',
  );
});

test('hashes of a wrong length are refused by name', () => {
  const claim = claimOf({ index: 0, size: 2 });
  expect(() => verifyInclusion({ ...claim, leafHash: new Uint8Array(3) }, [new Uint8Array(32)])).toThrow(
    'The leaf hash has 3',
  );
  expect(() => verifyInclusion(claim, [new Uint8Array(33)])).toThrow('Hash 0 of the proof has 33 bytes');
});

test.each([
  { flaw: 'too few nodes', read: async () => [], message: 'was asked for 1 nodes and gave 0' },
  { flaw: 'a torn node', read: async () => [new Uint8Array(4)], message: 'Node 1 at level 0 has 4 bytes' },
])('a source that gives $flaw is refused', async ({ read, message }) => {
  await expect(inclusionProof({ read }, { index: 0, size: 2 })).rejects.toThrow(message);
});
