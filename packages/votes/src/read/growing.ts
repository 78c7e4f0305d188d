/** The kinds of numbers that a column is made of. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array;

/** A column that grows by doubling; rows that were never given hold `missing`. */
export class Growing<T extends Numbers> {
  readonly #make: (length: number) => T;
  readonly #missing: number;
  #store: T;
  #length = 0;

  constructor(make: (length: number) => T, missing: number) {
    this.#make = make;
    this.#missing = missing;
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
    const column = this.#make(length);
    column.set(this.#store.subarray(0, this.#length));
    column.fill(this.#missing, this.#length);
    return column;
  }

  #reserve(length: number): void {
    if (length <= this.#store.length) return;
    const larger = this.#make(Math.max(length, this.#store.length * 2, 1024));
    larger.set(this.#store.subarray(0, this.#length));
    this.#store = larger;
  }
}
