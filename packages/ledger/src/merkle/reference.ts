import { sha256 } from '@noble/hashes/sha2.js';

/** The tree as RFC 9162 section 2.1 writes it down, slow and plain, for tests to compare with. Leaves are given as their hashes. */

export function plainRoot(leaves: readonly Uint8Array[]): Uint8Array {
  const [first] = leaves;
  if (first === undefined) return sha256(new Uint8Array());
  if (leaves.length === 1) return first;
  const k = largestPowerBelow(leaves.length);
  return sha256(Uint8Array.from([1, ...plainRoot(leaves.slice(0, k)), ...plainRoot(leaves.slice(k))]));
}

/** PATH(m, D) of section 2.1.3.1. */
export function plainPath(m: number, leaves: readonly Uint8Array[]): readonly Uint8Array[] {
  if (leaves.length <= 1) return [];
  const k = largestPowerBelow(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return m < k ? [...plainPath(m, left), plainRoot(right)] : [...plainPath(m - k, right), plainRoot(left)];
}

/** SUBPROOF(m, D, b) of section 2.1.4.1; the proof of growth from `m` leaves starts with `b` true. */
export function plainSubproof(m: number, leaves: readonly Uint8Array[], b: boolean): readonly Uint8Array[] {
  if (m === leaves.length) return b ? [] : [plainRoot(leaves)];
  const k = largestPowerBelow(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  if (m <= k) return [...plainSubproof(m, left, b), plainRoot(right)];
  return [...plainSubproof(m - k, right, false), plainRoot(left)];
}

function largestPowerBelow(n: number): number {
  return 2 ** Math.ceil(Math.log2(n) - 1);
}
