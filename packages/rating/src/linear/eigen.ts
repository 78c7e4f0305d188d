const MAX_SWEEPS = 60;

/**
 * The nearest positive semidefinite matrix: eigenvalues below 0 become 0 (cyclic Jacobi rotations). Cost about 10·n³.
 *
 * @param matrix symmetric, row-major, `size` × `size`; not changed
 */
export function clipNegative(matrix: Float64Array, size: number): Float64Array {
  const a = Float64Array.from(matrix);
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1;
  for (let sweep = 0; sweep < MAX_SWEEPS && offDiagonal(a, size) > 0; sweep++) {
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, vectors, size, p, q);
  }
  const result = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    const value = a[k * size + k];
    if (!(value > 0)) continue;
    for (let i = 0; i < size; i++) {
      const left = value * vectors[i * size + k];
      if (left === 0) continue;
      for (let j = 0; j < size; j++) result[i * size + j] += left * vectors[j * size + k];
    }
  }
  return result;
}

/** Largest off-diagonal element that is not yet rounding beside the diagonal; 0 when done. */
function offDiagonal(a: Float64Array, size: number): number {
  let diagonal = 0;
  let most = 0;
  for (let i = 0; i < size; i++) {
    diagonal = Math.max(diagonal, Math.abs(a[i * size + i]));
    for (let j = 0; j < i; j++) most = Math.max(most, Math.abs(a[i * size + j]));
  }
  return most > 1e-15 * diagonal ? most : 0;
}

/** One Jacobi rotation that makes element (p, q) zero. */
function rotate(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const pivot = a[p * size + q];
  if (pivot === 0) return;
  const ratio = (a[q * size + q] - a[p * size + p]) / (2 * pivot);
  const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.sqrt(ratio * ratio + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (let k = 0; k < size; k++) {
    const x = a[k * size + p];
    const y = a[k * size + q];
    a[k * size + p] = cosine * x - sine * y;
    a[k * size + q] = sine * x + cosine * y;
  }
  for (let k = 0; k < size; k++) {
    const x = a[p * size + k];
    const y = a[q * size + k];
    a[p * size + k] = cosine * x - sine * y;
    a[q * size + k] = sine * x + cosine * y;
    const v = vectors[k * size + p];
    const w = vectors[k * size + q];
    vectors[k * size + p] = cosine * v - sine * w;
    vectors[k * size + q] = sine * v + cosine * w;
  }
}
