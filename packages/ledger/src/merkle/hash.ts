import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { OutOfRange } from '../errors.ts';

const leafPrefix = Uint8Array.of(0x00);
const nodePrefix = Uint8Array.of(0x01);

/** Bytes of a hash of the tree. */
export const hashLength = 32;

/**
 * Hash of a leaf: SHA-256(0x00 ‖ data), RFC 9162 section 2.1.1. The prefix keeps a leaf from being taken for an inner node.
 *
 * @example bytesToHex(leafHash(new Uint8Array())) // '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'
 */
export function leafHash(data: Uint8Array): Uint8Array {
  return sha256(concatBytes(leafPrefix, data));
}

/** Hash of an inner node: SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concatBytes(nodePrefix, left, right));
}

/** Root of the tree without leaves: SHA-256 of nothing. */
export function emptyRoot(): Uint8Array {
  return sha256(new Uint8Array());
}

export function requireHash(bytes: Uint8Array, name: string): void {
  if (bytes.length !== hashLength) {
    throw new OutOfRange(`${name} has ${bytes.length} bytes; a hash of the tree has ${hashLength}.`);
  }
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, k) => byte === b[k]);
}
