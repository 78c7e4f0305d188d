import { fc, test } from '@fast-check/vitest';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { expect } from 'vitest';
import { ProofMismatch } from '../errors.ts';
import { growth, leaves } from '../testing.ts';
import { consistencyProof, verifyConsistency } from './consistency.ts';
import { leafHash } from './hash.ts';
import { nodesOf } from './node-source.ts';
import { plainSubproof } from './reference.ts';
import { treeRoot } from './tree-root.ts';
import { knownLeaves, knownRoots } from './vectors.ts';

const known = knownLeaves.map((hex) => leafHash(hexToBytes(hex)));
const all = leaves(70);
const source = nodesOf(all);

function claimOf({ oldSize, newSize }: { oldSize: number; newSize: number }) {
  return { oldSize, newSize, oldRoot: treeRoot(all.slice(0, oldSize)), newRoot: treeRoot(all.slice(0, newSize)) };
}

function partOf(check: () => void): string {
  try {
    check();
  } catch (error) {
    return error instanceof ProofMismatch ? error.part : String(error);
  }
  return 'fits';
}

function flipped(hash: Uint8Array, bit: number): Uint8Array {
  return hash.map((byte, k) => (k === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
}

test.each([
  { oldSize: 3, newSize: 7, starts: ['0298d122906dcfc1', '07506a85fd9dd2f1', 'fac54203e7cc696c', '837dbb152e9b0790'] },
  { oldSize: 6, newSize: 8, starts: ['0ebc5d3437fbe2db', 'ca854ea128ed050b', 'd37ee418976dd957'] },
  { oldSize: 2, newSize: 5, starts: ['5f083f0a1a33ca07', 'bc1a0643b12e4d2d'] },
])('the proof of growth from $oldSize to $newSize is the known one', async ({ oldSize, newSize, starts }) => {
  const proof = await consistencyProof(nodesOf(known), { oldSize, newSize });
  expect(proof.map((hash) => bytesToHex(hash).slice(0, 16))).toEqual(starts);
  const [oldRoot, newRoot] = [hexToBytes(knownRoots[oldSize] ?? ''), hexToBytes(knownRoots[newSize] ?? '')];
  verifyConsistency({ oldSize, newSize, oldRoot, newRoot }, proof);
});

test.prop([growth()])('a proof is that of the plain recursion, and fits', async (sizes) => {
  const proof = await consistencyProof(source, sizes);
  const { oldSize, newSize } = sizes;
  expect(proof).toEqual(oldSize === 0 ? [] : plainSubproof(oldSize, all.slice(0, newSize), true));
  verifyConsistency(claimOf(sizes), proof);
});

test.prop([growth(), fc.nat(), fc.nat({ max: 255 })])(
  'a changed bit anywhere in a proof is found',
  async (sizes, which, bit) => {
    const proof = await consistencyProof(source, sizes);
    fc.pre(proof.length > 0);
    const changed = proof.map((hash, k) => (k === which % proof.length ? flipped(hash, bit) : hash));
    expect(partOf(() => verifyConsistency(claimOf(sizes), changed))).toMatch(/root/);
  },
);

test.prop([growth(), fc.nat({ max: 255 })])('a changed root is found, and said which', async (sizes, bit) => {
  const proof = await consistencyProof(source, sizes);
  const claim = claimOf(sizes);
  const changedOld = { ...claim, oldRoot: flipped(claim.oldRoot, bit) };
  const changedNew = { ...claim, newRoot: flipped(claim.newRoot, bit) };
  expect(partOf(() => verifyConsistency(changedOld, proof))).toMatch(/root/);
  // From no leaves at all every log follows, so there the new root is beyond proof.
  if (sizes.oldSize > 0) expect(partOf(() => verifyConsistency(changedNew, proof))).toMatch(/root/);
  const { oldSize, newSize } = sizes;
  if (oldSize > 0 && !Number.isInteger(Math.log2(oldSize)) && oldSize < newSize) {
    expect(partOf(() => verifyConsistency(changedOld, proof))).toBe('old-root');
    expect(partOf(() => verifyConsistency(changedNew, proof))).toBe('root');
  }
});

test.prop([growth()])('a log in which an old leaf was changed cannot be proved to have only grown', async (sizes) => {
  fc.pre(sizes.oldSize > 0);
  const rewritten = [leafHash(new Uint8Array(1)), ...all.slice(1)];
  const proof = await consistencyProof(nodesOf(rewritten), sizes);
  const claim = { ...claimOf(sizes), newRoot: treeRoot(rewritten.slice(0, sizes.newSize)) };
  expect(partOf(() => verifyConsistency(claim, proof))).toMatch(/root/);
});

test.prop([growth()])('a proof with a hash more or less is refused for its length', async (sizes) => {
  const proof = await consistencyProof(source, sizes);
  expect(partOf(() => verifyConsistency(claimOf(sizes), [...proof, all[0] ?? new Uint8Array()]))).toBe('length');
  if (proof.length > 0) expect(partOf(() => verifyConsistency(claimOf(sizes), proof.slice(1)))).toBe('length');
});

test('the root of no leaves is the only one that size 0 has', () => {
  const claim = claimOf({ oldSize: 0, newSize: 0 });
  expect(partOf(() => verifyConsistency({ ...claim, oldRoot: new Uint8Array(32) }, []))).toBe('old-root');
  const both = { ...claim, oldRoot: new Uint8Array(32), newRoot: new Uint8Array(32) };
  expect(partOf(() => verifyConsistency(both, []))).toMatch(/root/);
});

test.each([
  [5, 4],
  [-1, 4],
  [1.5, 4],
  [1, Number.POSITIVE_INFINITY],
])('growth from %d to %d is refused', async (oldSize, newSize) => {
  await expect(consistencyProof(source, { oldSize, newSize })).rejects.toThrow(
    `does not grow from ${oldSize} to ${newSize}`,
  );
});

test('hashes of a wrong length are refused by name', () => {
  const claim = claimOf({ oldSize: 3, newSize: 4 });
  const proof = [new Uint8Array(32), new Uint8Array(32), new Uint8Array(32)];
  expect(() => verifyConsistency(claim, proof.with(0, new Uint8Array(1)))).toThrow(
    'The first hash of the proof has 1 bytes',
  );
  expect(() =>
    verifyConsistency({ ...claimOf({ oldSize: 2, newSize: 3 }), oldRoot: new Uint8Array(9) }, [
      proof[0] ?? new Uint8Array(),
    ]),
  ).toThrow('The old root has 9 bytes');
  expect(() => verifyConsistency(claim, proof.with(2, new Uint8Array(2)))).toThrow('Hash 1 of the proof');
});
