/** Plain matrices of the slow reference: arrays of rows. */
export type Dense = readonly (readonly number[])[];

export function product(a: Dense, b: Dense): number[][] {
  return a.map((row) => b[0].map((_, j) => row.reduce((sum, value, k) => sum + value * b[k][j], 0)));
}

export function transpose(a: Dense): number[][] {
  return a[0].map((_, j) => a.map((row) => row[j]));
}

export function combine(a: Dense, b: Dense, by: (x: number, y: number) => number): number[][] {
  return a.map((row, i) => row.map((value, j) => by(value, b[i][j])));
}

/** Σ s·sᵀ over rows s. */
export function outerSum(rows: Dense): number[][] {
  return product(transpose(rows), rows);
}

/** The inverse by Gauss–Jordan elimination with pivoting. */
export function inverted(matrix: Dense): number[][] {
  const size = matrix.length;
  const work = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let column = 0; column < size; column++) {
    let best = column;
    for (let r = column; r < size; r++) if (Math.abs(work[r][column]) > Math.abs(work[best][column])) best = r;
    [work[column], work[best]] = [work[best], work[column]];
    const pivot = work[column][column];
    work[column] = work[column].map((value) => value / pivot);
    for (let r = 0; r < size; r++) {
      if (r === column) continue;
      const share = work[r][column];
      work[r] = work[r].map((value, k) => value - share * work[column][k]);
    }
  }
  return work.map((row) => row.slice(size));
}

/** A row-major matrix of the library as rows. */
export function toRows(values: Float64Array, size: number): number[][] {
  return Array.from({ length: size }, (_, i) => Array.from(values.subarray(i * size, (i + 1) * size)));
}

export function largestGap(a: Dense, b: Dense): number {
  return Math.max(...combine(a, b, (x, y) => Math.abs(x - y)).flat());
}

/** Whether x′Ax ≥ −slack·|x|² for all x: elimination of A + slack·I meets no negative pivot. */
export function isSemidefinite(matrix: Dense, slack: number): boolean {
  const work = matrix.map((row, i) => row.map((value, j) => value + (i === j ? slack : 0)));
  for (let k = 0; k < work.length; k++) {
    if (work[k][k] <= 0) return false;
    for (let i = k + 1; i < work.length; i++) {
      const share = work[i][k] / work[k][k];
      for (let j = k; j < work.length; j++) work[i][j] -= share * work[k][j];
    }
  }
  return true;
}
