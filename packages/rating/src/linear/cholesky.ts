/** Smallest pivot, as a share of its diagonal element, that still counts as information. */
const SMALLEST_PIVOT = 1e-11;

/**
 * Cholesky factor of a symmetric positive definite matrix, in place: on return the lower triangle holds L with A = L·Lᵀ.
 * Only the lower triangle is read. Cost n³/6 multiplications.
 *
 * @param matrix row-major, `size` × `size`
 * @returns −1, or the first row whose pivot is not positive beyond rounding (the column depends on those before it)
 */
export function factor(matrix: Float64Array, size: number): number {
  for (let i = 0; i < size; i++) {
    const row = i * size;
    const diagonal = matrix[row + i];
    for (let j = 0; j <= i; j++) {
      const other = j * size;
      let even = 0;
      let odd = 0;
      let k = 0;
      for (; k + 1 < j; k += 2) {
        even += matrix[row + k] * matrix[other + k];
        odd += matrix[row + k + 1] * matrix[other + k + 1];
      }
      if (k < j) even += matrix[row + k] * matrix[other + k];
      const rest = matrix[row + j] - (even + odd);
      if (i !== j) {
        matrix[row + j] = rest / matrix[other + j];
      } else {
        if (!(rest > SMALLEST_PIVOT * diagonal)) return i;
        matrix[row + i] = Math.sqrt(rest);
      }
    }
  }
  return -1;
}

/** Solves A·x = b in place for the factor L of A made by {@link factor}; `x` holds b on entry. */
export function solve(lower: Float64Array, size: number, x: Float64Array): void {
  for (let i = 0; i < size; i++) {
    const row = i * size;
    let sum = x[i];
    for (let k = 0; k < i; k++) sum -= lower[row + k] * x[k];
    x[i] = sum / lower[row + i];
  }
  for (let i = size - 1; i >= 0; i--) {
    const row = i * size;
    const value = x[i] / lower[row + i];
    x[i] = value;
    for (let k = 0; k < i; k++) x[k] -= lower[row + k] * value;
  }
}

/** The inverse of A, full and symmetric, from its factor L. Cost about n³/3 multiplications. */
export function inverse(lower: Float64Array, size: number): Float64Array {
  // Column j of L⁻¹ is kept as row j, so that the inner loops run along memory.
  const columns = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    const column = j * size;
    columns[column + j] = 1 / lower[column + j];
    for (let i = j + 1; i < size; i++) {
      const row = i * size;
      let sum = 0;
      for (let k = j; k < i; k++) sum += lower[row + k] * columns[column + k];
      columns[column + i] = -sum / lower[row + i];
    }
  }
  const result = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const a = i * size;
      const b = j * size;
      let sum = 0;
      for (let k = i; k < size; k++) sum += columns[a + k] * columns[b + k];
      result[a + j] = sum;
      result[b + i] = sum;
    }
  }
  return result;
}

/**
 * Lower factor of a positive *semi*definite matrix: rows without a pivot become zero. For drawing normal vectors whose
 * covariance has a null direction (ratings that sum to zero).
 */
export function semidefiniteFactor(matrix: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    const row = j * size;
    let rest = matrix[row + j];
    for (let k = 0; k < j; k++) rest -= lower[row + k] * lower[row + k];
    // Rounding leaves a null direction at about 1e-16 of its diagonal, never at 1e-11.
    if (!(rest > SMALLEST_PIVOT * matrix[row + j])) continue;
    const pivot = Math.sqrt(rest);
    lower[row + j] = pivot;
    for (let i = j + 1; i < size; i++) {
      const below = i * size;
      let sum = matrix[below + j];
      for (let k = 0; k < j; k++) sum -= lower[below + k] * lower[row + k];
      lower[below + j] = sum / pivot;
    }
  }
  return lower;
}
