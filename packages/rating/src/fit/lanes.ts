/**
 * Sums in two fixed lanes: elements at even places into one, at odd places into the other, the lanes added at the end. A two-lane
 * SIMD kernel adds in just this order, so it gives the same bits. `lanes` holds the pair of running sums of each slot.
 */

/** Adds Σ x[k] to a slot. */
export function addSum(lanes: Float64Array, slot: number, x: Float64Array, size: number): void {
  let even = lanes[2 * slot];
  let odd = lanes[2 * slot + 1];
  let k = 0;
  for (; k + 1 < size; k += 2) {
    even += x[k];
    odd += x[k + 1];
  }
  if (k < size) even += x[k];
  lanes[2 * slot] = even;
  lanes[2 * slot + 1] = odd;
}

/** Adds Σ x[k]·z[offset + k] to a slot. */
export function addProducts(
  lanes: Float64Array,
  slot: number,
  x: Float64Array,
  z: Float32Array,
  offset: number,
  size: number,
): void {
  let even = lanes[2 * slot];
  let odd = lanes[2 * slot + 1];
  let k = 0;
  for (; k + 1 < size; k += 2) {
    even += x[k] * z[offset + k];
    odd += x[k + 1] * z[offset + k + 1];
  }
  if (k < size) even += x[k] * z[offset + k];
  lanes[2 * slot] = even;
  lanes[2 * slot + 1] = odd;
}
