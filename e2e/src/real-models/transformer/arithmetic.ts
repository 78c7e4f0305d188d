/** An item known to be there; the fallback only satisfies the compiler. */
export function at(items: Float32Array, index: number): number {
  return items[index] ?? 0;
}

/** `into[row]` = row of the matrix · vector. */
export function multiply(into: Float32Array, matrix: Float32Array, vector: Float32Array): void {
  const columns = vector.length;
  for (let row = 0, cell = 0; row < into.length; row++) {
    let sum = 0;
    for (let column = 0; column < columns; column++, cell++) sum += at(matrix, cell) * at(vector, column);
    into[row] = sum;
  }
}

export function add(into: Float32Array, other: Float32Array): void {
  for (let k = 0; k < into.length; k++) into[k] = at(into, k) + at(other, k);
}

/** Divides by the root mean square and multiplies by weights (Zhang and Sennrich 2019). */
export function normalise(into: Float32Array, vector: Float32Array, weights: Float32Array): void {
  let squares = 0;
  for (let k = 0; k < vector.length; k++) squares += at(vector, k) ** 2;
  const scale = 1 / Math.sqrt(squares / vector.length + 1e-5);
  for (let k = 0; k < vector.length; k++) into[k] = at(vector, k) * scale * at(weights, k);
}

/** Turns the first `length` numbers into shares that sum to 1, each in proportion to its exponential. */
export function softmax(numbers: Float32Array, length: number): void {
  let largest = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < length; k++) largest = Math.max(largest, at(numbers, k));
  let sum = 0;
  for (let k = 0; k < length; k++) {
    const share = Math.exp(at(numbers, k) - largest);
    numbers[k] = share;
    sum += share;
  }
  for (let k = 0; k < length; k++) numbers[k] = at(numbers, k) / sum;
}

/** Turns each pair of numbers by an angle that depends on position and pair (Su et al. 2021), head by head. */
export function rotate(vector: Float32Array, position: number, headWidth: number): void {
  for (let k = 0; k < vector.length; k += 2) {
    const angle = position / 10_000 ** ((k % headWidth) / headWidth);
    const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
    const [x, y] = [at(vector, k), at(vector, k + 1)];
    vector[k] = x * cosine - y * sine;
    vector[k + 1] = x * sine + y * cosine;
  }
}
