import { OutOfRange, ProofMismatch } from '../errors.ts';
import { equalBytes, nodeHash, requireHash } from './hash.ts';
import type { NodeSource } from './node-source.ts';
import { type LeafRange, splitOf } from './ranges.ts';
import { readRanges } from './read-ranges.ts';

/** Which leaf, in the tree of which size. */
export interface LeafPlace {
  readonly index: number;
  readonly size: number;
}

/** That a leaf is in the tree with a root. */
export interface InclusionClaim extends LeafPlace {
  readonly leafHash: Uint8Array;
  readonly root: Uint8Array;
}

/**
 * The siblings on the way from a leaf to the root of the tree of `size` leaves, lowest first (RFC 9162 section 2.1.3.1). `size` may be
 * any size that the log has had. About log₂ n hashes.
 *
 * @throws {OutOfRange} if there is no such leaf, or the source lacks a node
 * @example await inclusionProof(nodesOf(leafHashes), { index: 5, size: 8 }) // three hashes
 */
export async function inclusionProof(source: NodeSource, place: LeafPlace): Promise<readonly Uint8Array[]> {
  return readRanges(
    source,
    siblings(place).map(({ range }) => range),
  );
}

/**
 * Checks that a proof leads from a leaf to a root; returns if it does.
 *
 * @throws {ProofMismatch} `part` says what does not fit: the length of the proof, or the root
 * @throws {OutOfRange} if there is no such leaf in a tree of that size, or a hash has a wrong length
 */
export function verifyInclusion(claim: InclusionClaim, proof: readonly Uint8Array[]): void {
  const steps = siblings(claim);
  if (proof.length !== steps.length) {
    const { index, size } = claim;
    throw new ProofMismatch(
      'length',
      `A proof of leaf ${index} in ${size} has ${steps.length} hashes; this one has ${proof.length}.`,
    );
  }
  requireHash(claim.leafHash, 'The leaf hash');
  const root = steps.reduce((hash, { isLeft }, k) => {
    const sibling = proof[k] ?? new Uint8Array();
    requireHash(sibling, `Hash ${k} of the proof`);
    return isLeft ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
  }, claim.leafHash);
  if (!equalBytes(root, claim.root)) {
    throw new ProofMismatch(
      'root',
      `The proof does not lead from leaf ${claim.index} to the root of size ${claim.size}.`,
    );
  }
}

interface Sibling {
  readonly range: LeafRange;
  readonly isLeft: boolean;
}

/** The siblings of a leaf and of all above it, lowest first. */
function siblings({ index, size }: LeafPlace): readonly Sibling[] {
  if (!(Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size)) {
    throw new OutOfRange(`A tree of ${size} leaves has no leaf ${index}; leaves are counted from 0.`);
  }
  const found: Sibling[] = [];
  let { start, end }: LeafRange = { start: 0, end: size };
  while (end - start > 1) {
    const split = splitOf({ start, end });
    const isLeft = index >= split;
    found.push({ range: isLeft ? { start, end: split } : { start: split, end }, isLeft });
    if (isLeft) start = split;
    else end = split;
  }
  return found.reverse();
}
