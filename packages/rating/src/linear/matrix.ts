/** The product A·B of two row-major `size` × `size` matrices; terms are added in ascending order of the inner index. */
export function multiply(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const row = i * size;
    let k = 0;
    // Two terms at a time, in the same order: it halves the reading and writing of the product.
    for (; k + 1 < size; k += 2) {
      const one = a[row + k];
      const other = a[row + k + 1];
      const at = k * size;
      for (let j = 0; j < size; j++) product[row + j] = product[row + j] + one * b[at + j] + other * b[at + size + j];
    }
    if (k < size) for (let j = 0; j < size; j++) product[row + j] += a[row + k] * b[k * size + j];
  }
  return product;
}

/** Copies the lower triangle onto the upper one, in place. */
export function mirror(matrix: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) matrix[j * size + i] = matrix[i * size + j];
}

/**
 * P·V·Pᵀ in place, where P subtracts from the first `block` coordinates their mean: the covariance of the same estimates once
 * the first `block` of them are shifted to sum to zero.
 */
export function centre(matrix: Float64Array, size: number, block: number): void {
  for (let i = 0; i < size; i++) {
    const row = i * size;
    let sum = 0;
    for (let j = 0; j < block; j++) sum += matrix[row + j];
    const mean = sum / block;
    for (let j = 0; j < block; j++) matrix[row + j] -= mean;
  }
  for (let j = 0; j < size; j++) {
    let sum = 0;
    for (let i = 0; i < block; i++) sum += matrix[i * size + j];
    const mean = sum / block;
    for (let i = 0; i < block; i++) matrix[i * size + j] -= mean;
  }
}
