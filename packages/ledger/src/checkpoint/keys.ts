import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { InvalidKey } from '../errors.ts';
import { fromBase64, toBase64 } from './base64.ts';

/** Ed25519, in the table of signature types of C2SP signed-note. */
const algorithm = Uint8Array.of(0x01);
const publicKeyLength = 32;

/** Who signs. The secret stays inside: the object can be logged or sent without telling it. */
export interface Signer {
  /** Name of the key; for a log, its origin. */
  readonly name: string;
  /** The four bytes by which a signature says whose it is. */
  readonly keyId: Uint8Array;
  /** What others need to check signatures, as text: name, key id and public key. */
  readonly verifierKey: string;
  /** Ed25519 signature of the text, 64 bytes. */
  sign(text: string): Uint8Array;
}

/** Whose signatures are trusted. */
export interface Verifier {
  readonly name: string;
  readonly keyId: Uint8Array;
  verify(text: string, signature: Uint8Array): boolean;
}

/**
 * A signer from 32 secret random bytes, which are the whole key and must be kept.
 *
 * @throws {InvalidKey} if the name is empty or has spaces, "+" or control characters, or the seed is not 32 bytes
 * @example signerFromSeed('quiet-harbour-4f1c', seed).verifierKey // 'quiet-harbour-4f1c+5e6f7a8b+AQ…'
 */
export function signerFromSeed(name: string, seed: Uint8Array): Signer {
  requireName(name);
  if (seed.length !== 32) throw new InvalidKey(`The seed of a signer's key has ${seed.length} bytes; it needs 32.`);
  const secret = seed.slice();
  const publicKey = ed25519.getPublicKey(secret);
  const keyId = keyIdOf(name, publicKey);
  const verifierKey = `${name}+${bytesToHex(keyId)}+${toBase64(concatBytes(algorithm, publicKey))}`;
  return { name, keyId, verifierKey, sign: (text) => ed25519.sign(utf8ToBytes(text), secret) };
}

/**
 * Reads a verifier's key, `name+hash+base64`, the form of Go's `golang.org/x/mod/sumdb/note`.
 *
 * @throws {InvalidKey} saying what is wrong with it
 */
export function parseVerifierKey(text: string): Verifier {
  // Base64 may itself hold "+", a name and a hash cannot.
  const [name = '', hash = '', ...rest] = text.split('+');
  requireName(name);
  const key = fromBase64(rest.join('+'));
  if (key === null) throw new InvalidKey('The verifier key is not name+hash+base64.');
  if (key[0] !== algorithm[0] || key.length !== 1 + publicKeyLength) {
    throw new InvalidKey('The verifier key is none of Ed25519: 33 bytes that begin with 1 are needed.');
  }
  const publicKey = key.slice(1);
  const keyId = keyIdOf(name, publicKey);
  if (hash !== bytesToHex(keyId)) {
    throw new InvalidKey(
      `The verifier key says hash "${hash}", its content gives ${bytesToHex(keyId)}: it was cut or changed.`,
    );
  }
  return { name, keyId, verify: (signed, signature) => isSignature(publicKey, signed, signature) };
}

/** Unicode spaces and "+" separate the parts of keys and signatures, so that no name can hold them. */
export function isKeyName(name: string): boolean {
  return name !== '' && name.isWellFormed() && !/[\p{White_Space}\p{Cc}+]/u.test(name);
}

function requireName(name: string): void {
  if (!isKeyName(name)) throw new InvalidKey(`"${name}" is no name of a key: a word without spaces and "+" is needed.`);
}

function keyIdOf(name: string, publicKey: Uint8Array): Uint8Array {
  return sha256(concatBytes(utf8ToBytes(`${name}\n`), algorithm, publicKey)).slice(0, 4);
}

function isSignature(publicKey: Uint8Array, text: string, signature: Uint8Array): boolean {
  // Strict RFC 8032, as other readers of notes check, in place of the laxer rule that this library takes by default.
  return signature.length === 64 && ed25519.verify(signature, utf8ToBytes(text), publicKey, { zip215: false });
}
