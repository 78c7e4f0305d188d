import { InvalidCheckpoint } from '../errors.ts';
import { hashLength, requireHash } from '../merkle/hash.ts';
import { fromBase64, toBase64 } from './base64.ts';
import type { Signer } from './keys.ts';
import { parseNote, signNote, verifyNote } from './note.ts';

/** State of a log (C2SP tlog-checkpoint): the root over its first `size` leaves. */
export interface Checkpoint {
  /** Name of the log. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/**
 * The signed checkpoint of a tree, as the text of its file. The origin is the signer's name. Sign only leaves that are committed: a log
 * must never sign two checkpoints of which one does not extend the other.
 *
 * @throws {InvalidCheckpoint} if the size is no size
 * @throws {OutOfRange} if the root is no hash
 * @example signCheckpoint({ size: frontier.size, root: frontierRoot(frontier) }, signer)
 */
export function signCheckpoint({ size, root }: Pick<Checkpoint, 'size' | 'root'>, signer: Signer): string {
  if (!Number.isSafeInteger(size) || size < 0) throw new InvalidCheckpoint(`${size} is no size of a log.`);
  requireHash(root, 'The root');
  return signNote(`${signer.name}\n${size}\n${toBase64(root)}\n`, signer);
}

/**
 * Reads a checkpoint **without checking who signed it**, for its size and origin alone; to trust it use {@link verifyCheckpoint}.
 *
 * @throws {InvalidCheckpoint} saying what is malformed
 */
export function parseCheckpoint(note: string): Checkpoint {
  return readText(parseNote(note).text);
}

/**
 * The checkpoint in a note that the key has signed; signatures by other keys, such as witnesses, are passed over.
 *
 * @throws {SignatureRefused} if no signature is by the key, or one by it does not fit
 * @throws {InvalidCheckpoint} saying what is malformed
 * @throws {InvalidKey}
 * @example verifyCheckpoint(note, 'quiet-harbour-4f1c+5e6f7a8b+AQ…').size
 */
export function verifyCheckpoint(note: string, verifierKey: string): Checkpoint {
  return readText(verifyNote(note, verifierKey));
}

function readText(text: string): Checkpoint {
  const lines = text.slice(0, -1).split('\n');
  const [origin = '', sizeText = '', rootText = ''] = lines;
  if (lines.length < 3 || lines.includes('')) {
    throw new InvalidCheckpoint('A checkpoint has at least three lines, none of them empty: origin, size and root.');
  }
  const size = Number(sizeText);
  if (!/^(0|[1-9][0-9]*)$/.test(sizeText) || !Number.isSafeInteger(size)) {
    throw new InvalidCheckpoint(`The checkpoint's size "${sizeText}" is no whole number from 0 to 2⁵³ − 1.`);
  }
  const root = fromBase64(rootText);
  if (root?.length !== hashLength) {
    throw new InvalidCheckpoint(`The checkpoint's root "${rootText}" is no base64 of ${hashLength} bytes.`);
  }
  return { origin, size, root };
}
