import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { OutOfRange } from '../errors.ts';
import { canonicalJson } from './canonical-json.ts';

/** Bytes of a salt: too many to try, so that a hash says nothing about what was hashed until the salt is told. */
const saltLength = 16;

/**
 * Salted hash of texts, in hexadecimal: SHA-256(salt ‖ canonical JSON of the list). A list, so that where one text ends is part of it.
 * For a battle's `prompt` the list is the first prompt alone; for a vote's `texts` it is, turn by turn up to the vote, the prompt and
 * the two answers `a` and `b` as they were shown.
 *
 * @throws {OutOfRange} if the salt is not 16 bytes
 * @throws {NotCanonical} for text with half a surrogate pair
 * @example textHash(salt, ['Why is the sky blue?', answerA, answerB])
 */
export function textHash(salt: Uint8Array, texts: readonly string[]): string {
  return bytesToHex(saltedHash(salt, canonicalJson(texts)));
}

/** SHA-256(salt ‖ UTF-8 of `json`). */
export function saltedHash(salt: Uint8Array, json: string): Uint8Array {
  if (salt.length !== saltLength) throw new OutOfRange(`The salt has ${salt.length} bytes; it needs ${saltLength}.`);
  return sha256(concatBytes(salt, utf8ToBytes(json)));
}
