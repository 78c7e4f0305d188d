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

/**
 * Adds Σ x[k]·z[offset + k] to one slot and Σ y[k]·z[offset + k] to the next, and keeps the products y[k]·z[offset + k]. Two sums
 * at a time: alone, each would wait for its own last addition.
 */
export function addProductPair(
  lanes: Float64Array,
  slot: number,
  [x, y, products]: readonly [Float64Array, Float64Array, Float64Array],
  { z, offset, size }: Column,
): void {
  let evenX = lanes[2 * slot];
  let oddX = lanes[2 * slot + 1];
  let evenY = lanes[2 * slot + 2];
  let oddY = lanes[2 * slot + 3];
  let k = 0;
  for (; k + 1 < size; k += 2) {
    const even = z[offset + k];
    const odd = z[offset + k + 1];
    const evenProduct = y[k] * even;
    const oddProduct = y[k + 1] * odd;
    products[k] = evenProduct;
    products[k + 1] = oddProduct;
    evenX += x[k] * even;
    oddX += x[k + 1] * odd;
    evenY += evenProduct;
    oddY += oddProduct;
  }
  if (k < size) {
    products[k] = y[k] * z[offset + k];
    evenX += x[k] * z[offset + k];
    evenY += products[k];
  }
  lanes[2 * slot] = evenX;
  lanes[2 * slot + 1] = oddX;
  lanes[2 * slot + 2] = evenY;
  lanes[2 * slot + 3] = oddY;
}

/** Part of a column of covariates. */
export interface Column {
  readonly z: Float32Array;
  readonly offset: number;
  readonly size: number;
}

/** Adds Σ x[k]·z[offset + k] of two columns to a slot and the next. */
export function addColumnPair(
  lanes: Float64Array,
  slot: number,
  x: Float64Array,
  [{ z, offset, size }, { z: other }]: readonly [Column, Column],
): void {
  let evenZ = lanes[2 * slot];
  let oddZ = lanes[2 * slot + 1];
  let evenOther = lanes[2 * slot + 2];
  let oddOther = lanes[2 * slot + 3];
  let k = 0;
  for (; k + 1 < size; k += 2) {
    evenZ += x[k] * z[offset + k];
    oddZ += x[k + 1] * z[offset + k + 1];
    evenOther += x[k] * other[offset + k];
    oddOther += x[k + 1] * other[offset + k + 1];
  }
  if (k < size) {
    evenZ += x[k] * z[offset + k];
    evenOther += x[k] * other[offset + k];
  }
  lanes[2 * slot] = evenZ;
  lanes[2 * slot + 1] = oddZ;
  lanes[2 * slot + 2] = evenOther;
  lanes[2 * slot + 3] = oddOther;
}

/** Adds Σ x[k]·z[offset + k] to a slot. */
export function addProducts(lanes: Float64Array, slot: number, x: Float64Array, { z, offset, size }: Column): void {
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
