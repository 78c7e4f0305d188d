import { OutOfRange, ProofMismatch } from '../errors.ts';
import { emptyRoot, equalBytes, nodeHash, requireHash } from './hash.ts';
import type { NodeSource } from './node-source.ts';
import { type LeafRange, splitOf } from './ranges.ts';
import { readRanges } from './read-ranges.ts';

/** Sizes of one log, earlier and later. */
export interface Growth {
  readonly oldSize: number;
  readonly newSize: number;
}

/** That the tree with the new root begins with the leaves of the tree with the old one. */
export interface ConsistencyClaim extends Growth {
  readonly oldRoot: Uint8Array;
  readonly newRoot: Uint8Array;
}

/**
 * The hashes that show that a log has only grown between two sizes (RFC 9162 section 2.1.4.1). Empty where the sizes are equal or the
 * old one is 0. About log₂ n hashes.
 *
 * @throws {OutOfRange} if the sizes are not in order, or the source lacks a node
 * @example await consistencyProof(nodesOf(leafHashes), { oldSize: 3, newSize: 7 }) // four hashes
 */
export async function consistencyProof(source: NodeSource, growth: Growth): Promise<readonly Uint8Array[]> {
  if (isTrivial(growth)) return [];
  const { seam, steps } = pathToSeam(growth);
  const ranges = steps.map(({ range }) => range);
  return readRanges(source, seam.start === 0 ? ranges : [seam, ...ranges]);
}

/**
 * Checks that a proof leads to both roots; returns if it does.
 *
 * @throws {ProofMismatch} `part` says what does not fit: the length of the proof, the old root or the new one
 * @throws {OutOfRange} if the sizes are not in order, or a hash has a wrong length
 */
export function verifyConsistency(claim: ConsistencyClaim, proof: readonly Uint8Array[]): void {
  if (isTrivial(claim)) {
    verifyTrivial(claim, proof);
    return;
  }
  const { seam, steps } = pathToSeam(claim);
  // Where the old tree is one complete subtree the checker has its root, and the proof leaves it out.
  const hashes = seam.start === 0 ? [claim.oldRoot, ...proof] : proof;
  requireLength(claim, proof, steps.length + (seam.start === 0 ? 0 : 1));
  const [first = new Uint8Array(), ...rest] = hashes;
  requireHash(first, seam.start === 0 ? 'The old root' : 'The first hash of the proof');
  let [oldRoot, newRoot] = [first, first];
  steps.forEach(({ isLeft }, k) => {
    const sibling = rest[k] ?? new Uint8Array();
    requireHash(sibling, `Hash ${k} of the proof's steps`);
    // What lies to the left is in both trees; what lies to the right came later.
    if (isLeft) oldRoot = nodeHash(sibling, oldRoot);
    newRoot = isLeft ? nodeHash(sibling, newRoot) : nodeHash(newRoot, sibling);
  });
  requireRoots(claim, { oldRoot, newRoot });
}

function isTrivial({ oldSize, newSize }: Growth): boolean {
  if (!(Number.isSafeInteger(oldSize) && Number.isSafeInteger(newSize) && oldSize >= 0 && oldSize <= newSize)) {
    throw new OutOfRange(`A log does not grow from ${oldSize} to ${newSize} leaves.`);
  }
  return oldSize === 0 || oldSize === newSize;
}

function verifyTrivial(claim: ConsistencyClaim, proof: readonly Uint8Array[]): void {
  requireLength(claim, proof, 0);
  const oldRoot = claim.oldSize === 0 ? emptyRoot() : claim.newRoot;
  const newRoot = claim.newSize === 0 ? emptyRoot() : claim.newRoot;
  requireRoots(claim, { oldRoot, newRoot });
}

interface Step {
  readonly range: LeafRange;
  readonly isLeft: boolean;
}

interface PathToSeam {
  /** The last subtree of the old tree that the new tree has too. */
  readonly seam: LeafRange;
  /** Its siblings and those above it, lowest first. */
  readonly steps: readonly Step[];
}

function pathToSeam({ oldSize, newSize }: Growth): PathToSeam {
  const steps: Step[] = [];
  let { start, end }: LeafRange = { start: 0, end: newSize };
  while (end !== oldSize) {
    const split = splitOf({ start, end });
    const isLeft = oldSize > split;
    steps.push({ range: isLeft ? { start, end: split } : { start: split, end }, isLeft });
    if (isLeft) start = split;
    else end = split;
  }
  return { seam: { start, end }, steps: steps.reverse() };
}

function requireLength({ oldSize, newSize }: Growth, proof: readonly Uint8Array[], length: number): void {
  if (proof.length === length) return;
  throw new ProofMismatch(
    'length',
    `A proof of growth from ${oldSize} to ${newSize} has ${length} hashes; this one has ${proof.length}.`,
  );
}

function requireRoots(claim: ConsistencyClaim, computed: Pick<ConsistencyClaim, 'oldRoot' | 'newRoot'>): void {
  if (!equalBytes(computed.oldRoot, claim.oldRoot)) {
    throw new ProofMismatch('old-root', `The proof does not lead to the root of size ${claim.oldSize}.`);
  }
  if (!equalBytes(computed.newRoot, claim.newRoot)) {
    throw new ProofMismatch('root', `The proof does not lead to the root of size ${claim.newSize}.`);
  }
}
