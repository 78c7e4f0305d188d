import { concatBytes } from '@noble/hashes/utils.js';
import { InvalidCheckpoint, SignatureRefused } from '../errors.ts';
import { equalBytes } from '../merkle/hash.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { isKeyName, parseVerifierKey, type Signer } from './keys.ts';

/** One signature line of a note. */
export interface NoteSignature {
  readonly name: string;
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

/** A signed note (C2SP signed-note): text, an empty line, signatures. Until one is verified the text says nothing. */
export interface Note {
  /** With its last newline, which is signed too. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const keyIdLength = 4;
/** A reader may bound what it takes: far above any checkpoint, with room for many witnesses. */
const maxLength = 1_000_000;
const maxSignatures = 100;

/** Signs a text, which must end in a newline. */
export function signNote(text: string, { name, keyId, sign }: Signer): string {
  requireText(text);
  return `${text}\n— ${name} ${toBase64(concatBytes(keyId, sign(text)))}\n`;
}

/**
 * Takes a note apart without checking a signature.
 *
 * @throws {InvalidCheckpoint} saying what is malformed
 */
export function parseNote(note: string): Note {
  if (note.length > maxLength) throw new InvalidCheckpoint(`The note is longer than ${maxLength} characters.`);
  requireText(note);
  const end = note.lastIndexOf('\n\n');
  if (end === -1) throw new InvalidCheckpoint('The note has no empty line between its text and its signatures.');
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > maxSignatures) throw new InvalidCheckpoint(`The note has more than ${maxSignatures} signatures.`);
  return { text: note.slice(0, end + 1), signatures: lines.map(readSignature) };
}

/**
 * The text of a note that the key has signed. Signatures by other keys are passed over.
 *
 * @throws {InvalidCheckpoint} saying what is malformed
 * @throws {SignatureRefused} if no signature is by the key, or one by it does not fit
 * @throws {InvalidKey}
 */
export function verifyNote(note: string, verifierKey: string): string {
  const { name, keyId, verify } = parseVerifierKey(verifierKey);
  const { text, signatures } = parseNote(note);
  const own = signatures.filter((line) => line.name === name && equalBytes(line.keyId, keyId));
  if (own.length === 0) {
    const names = signatures.map((line) => line.name).join(', ');
    throw new SignatureRefused(`The note is not signed by the key of ${name}; it has signatures by ${names}.`);
  }
  if (!own.every(({ signature }) => verify(text, signature))) {
    throw new SignatureRefused(
      `The signature by ${name} does not fit the note: the text or the signature was changed.`,
    );
  }
  return text;
}

function readSignature(line: string): NoteSignature {
  const [dash, name = '', encoded = '', ...rest] = line.split(' ');
  const bytes = fromBase64(encoded);
  if (dash !== '—' || rest.length > 0 || !isKeyName(name) || bytes === null || bytes.length <= keyIdLength) {
    throw new InvalidCheckpoint(`"${line}" is no signature line: "— name base64" is needed.`);
  }
  return { name, keyId: bytes.slice(0, keyIdLength), signature: bytes.slice(keyIdLength) };
}

function requireText(text: string): void {
  if (!text.endsWith('\n')) throw new InvalidCheckpoint('The note does not end in a newline.');
  if (!text.isWellFormed()) throw new InvalidCheckpoint('The note is not valid Unicode.');
  for (const character of text) {
    if (character < ' ' && character !== '\n') {
      throw new InvalidCheckpoint('The note has a control character other than newline.');
    }
  }
}
