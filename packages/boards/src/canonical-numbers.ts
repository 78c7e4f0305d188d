import { type CodedColumn, MISSING } from '@agon/votes';

/**
 * The rows' codes renumbered so that the numbers depend on the set of names alone, not on the order in which the file brought
 * them: by a 32-bit hash of the name (FNV-1a), equal hashes by name. Sums over voters then run in one order everywhere, and
 * hundreds of thousands of names need no sort of strings. Codes of no name stay {@link MISSING}.
 */
export function canonicalNumbers({ codes, names }: CodedColumn): Uint32Array {
  const hashes = new Uint32Array(names.length);
  for (let k = 0; k < names.length; k++) hashes[k] = hash(names[k]);
  const order = byHash(hashes);
  sortEqualHashes(order, hashes, names);
  const numberOf = new Uint32Array(names.length);
  for (let place = 0; place < order.length; place++) numberOf[order[place]] = place;
  const numbers = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row++) numbers[row] = codes[row] === MISSING ? MISSING : numberOf[codes[row]];
  return numbers;
}

function hash(name: string): number {
  let value = 0x811c9dc5;
  for (let k = 0; k < name.length; k++) value = Math.imul(value ^ name.charCodeAt(k), 0x01000193);
  return value >>> 0;
}

/** Indices in ascending order of their hash: two passes of a radix sort. */
function byHash(hashes: Uint32Array): Uint32Array {
  let order = new Uint32Array(hashes.length);
  for (let k = 0; k < order.length; k++) order[k] = k;
  for (const shift of [0, 16]) {
    const next = new Uint32Array(65537);
    for (let k = 0; k < hashes.length; k++) next[((hashes[k] >>> shift) & 0xffff) + 1]++;
    for (let digit = 0; digit < 65536; digit++) next[digit + 1] += next[digit];
    const sorted = new Uint32Array(order.length);
    for (let k = 0; k < order.length; k++) sorted[next[(hashes[order[k]] >>> shift) & 0xffff]++] = order[k];
    order = sorted;
  }
  return order;
}

function sortEqualHashes(order: Uint32Array, hashes: Uint32Array, names: readonly string[]): void {
  let from = 0;
  for (let k = 1; k <= order.length; k++) {
    if (k < order.length && hashes[order[k]] === hashes[order[from]]) continue;
    if (k - from > 1) order.subarray(from, k).sort((a, b) => (names[a] < names[b] ? -1 : 1));
    from = k;
  }
}
