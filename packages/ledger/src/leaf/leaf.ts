import { bytesToHex } from '@noble/hashes/utils.js';
import { InvalidRecord, LeafMismatch } from '../errors.ts';
import { equalBytes, leafHash } from '../merkle/hash.ts';
import { type LedgerRecord, parseRecord } from '../records.ts';
import { canonicalJson } from './canonical-json.ts';
import { saltedHash } from './text-hash.ts';

/** A record as it enters the log. Only `hash` is public before the reveal. */
export interface SealedLeaf {
  /** The record as canonical JSON: what is stored, and what the hash is of. */
  readonly json: string;
  /** The leaf's hash in the tree. */
  readonly hash: Uint8Array;
}

/** What a leaf of the tree is over: SHA-256(salt ‖ canonical JSON of the record). `salt` is 16 random bytes of this leaf's own. */
export function leafData(salt: Uint8Array, record: LedgerRecord): Uint8Array {
  return saltedHash(salt, canonicalJson(record));
}

/**
 * Seals a record for the log.
 *
 * @throws {InvalidRecord} naming the field that is wrong
 * @throws {OutOfRange} if the salt is not 16 bytes
 * @example append(frontier, sealLeaf(record, salt).hash)
 */
export function sealLeaf(record: LedgerRecord, salt: Uint8Array): SealedLeaf {
  const json = canonicalJson(parseRecord(record));
  return { json, hash: leafHash(saltedHash(salt, json)) };
}

/**
 * Checks that a record and its salt give the hash of a leaf.
 *
 * @throws {LeafMismatch}
 */
export function checkLeaf(record: LedgerRecord, salt: Uint8Array, hash: Uint8Array): void {
  requireSame(leafHash(leafData(salt, record)), hash);
}

/**
 * The record of a stored leaf, checked against its hash.
 *
 * @throws {LeafMismatch} if text and salt do not give the hash
 * @throws {InvalidRecord} if the text is no record, or not in canonical form
 */
export function openLeaf({ json, hash }: SealedLeaf, salt: Uint8Array): LedgerRecord {
  requireSame(leafHash(saltedHash(salt, json)), hash);
  const record = parseRecord(parseJson(json));
  if (canonicalJson(record) !== json) throw new InvalidRecord('', 'its text is not in canonical form.');
  return record;
}

function requireSame(computed: Uint8Array, hash: Uint8Array): void {
  if (equalBytes(computed, hash)) return;
  throw new LeafMismatch(
    `Record and salt give the leaf ${bytesToHex(computed)}, the log has ${bytesToHex(hash)}: one of the three was changed.`,
  );
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new InvalidRecord('', 'its text is not JSON.');
  }
}
