import { concatBytes } from '@noble/hashes/utils.js';
import { OutOfRange } from '../errors.ts';
import type { Frontier } from './frontier.ts';
import { hashLength } from './hash.ts';

const sizeLength = 8;

/**
 * A frontier as bytes: the size in eight bytes, most significant first, then the hashes.
 *
 * @example decodeFrontier(encodeFrontier(frontier)) // deep-equals `frontier`
 */
export function encodeFrontier(frontier: Frontier): Uint8Array {
  const size = new Uint8Array(sizeLength);
  new DataView(size.buffer).setBigUint64(0, BigInt(frontier.size));
  return concatBytes(size, ...frontier.hashes);
}

/**
 * Reads what {@link encodeFrontier} wrote.
 *
 * @throws {OutOfRange} if the number of hashes is not the one that the size asks for
 */
export function decodeFrontier(bytes: Uint8Array): Frontier {
  if (bytes.length < sizeLength) throw new OutOfRange(`A frontier of ${bytes.length} bytes has no size.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = Number(view.getBigUint64(0));
  const count = (bytes.length - sizeLength) / hashLength;
  if (!Number.isSafeInteger(size) || count !== bitsSet(size)) {
    throw new OutOfRange(`A frontier of size ${size} has ${bitsSet(size)} hashes; these bytes hold ${count}.`);
  }
  const hashes = Array.from({ length: count }, (_, k) => {
    const start = sizeLength + k * hashLength;
    return bytes.slice(start, start + hashLength);
  });
  return { size, hashes };
}

function bitsSet(size: number): number {
  return size.toString(2).replaceAll('0', '').length;
}
