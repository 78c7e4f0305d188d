/** The kinds of numbers that a column is made of. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array;

/** Room that is made at once on the word of a file, which may lie: more is made as rows come. */
const mostExpected = 2 ** 24;

/**
 * A column that grows by doubling, or at once to the length that is expected; rows that were never given hold `missing`.
 * With the right length known, no row is ever copied.
 */
export class Growing<T extends Numbers> {
  readonly #make: (length: number) => T;
  readonly #missing: number;
  readonly #expected: () => number;
  #store: T;
  #length = 0;

  /** `expected` tells how many rows there will be, as far as it is known when it is asked. */
  constructor(make: (length: number) => T, missing: number, expected: () => number = () => 0) {
    this.#make = make;
    this.#missing = missing;
    this.#expected = expected;
    this.#store = make(0);
  }

  /** Adds rows from row `start` of the column: all of `values`, or those that `rows` names. */
  append(start: number, values: Numbers, rows: Uint32Array | undefined): void {
    const count = rows ? rows.length : values.length;
    this.#reserve(start + count);
    const store = this.#store;
    if (start > this.#length) store.fill(this.#missing, this.#length, start);
    if (rows) for (let index = 0; index < count; index++) store[start + index] = values[rows[index]];
    else store.set(values, start);
    this.#length = start + count;
  }

  /** The column, of exactly this length; `undefined` if nothing was ever added. */
  finish(length: number): T | undefined {
    if (this.#length === 0) return undefined;
    if (this.#length === length && this.#store.length === length) return this.#store;
    const column = this.#make(length);
    column.set(this.#store.subarray(0, this.#length));
    column.fill(this.#missing, this.#length);
    return column;
  }

  #reserve(length: number): void {
    if (length <= this.#store.length) return;
    const expected = Math.min(this.#expected(), mostExpected);
    const larger = this.#make(length <= expected ? expected : Math.max(length, this.#store.length * 2, 1024));
    larger.set(this.#store.subarray(0, this.#length));
    this.#store = larger;
  }
}
