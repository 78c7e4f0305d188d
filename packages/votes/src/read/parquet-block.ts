import type { Dictionary } from './dictionary.ts';
import { type Block, codeCells } from './table.ts';

/** A column that was read as codes. */
interface Coded {
  readonly dictionary: Dictionary;
  readonly codes: Uint32Array;
}

/** The wanted columns of a row group. */
export class ParquetBlock implements Block {
  readonly rows: number;
  readonly rowsAfter: number;
  readonly broken = [];
  readonly #rowStart: number;
  readonly #values = new Map<string, ArrayLike<unknown>>();
  readonly #coded = new Map<string, Coded[]>();

  constructor({ rowStart, rowEnd, fileRows }: { rowStart: number; rowEnd: number; fileRows: number }) {
    this.rows = rowEnd - rowStart;
    this.rowsAfter = fileRows - rowEnd;
    this.#rowStart = rowStart;
  }

  /** Adds a column of values, from its pages. */
  addValues(column: string, chunks: readonly ArrayLike<unknown>[]): void {
    if (chunks.length === 1) this.#values.set(column, chunks[0]);
    else
      this.#values.set(
        column,
        chunks.flatMap((chunk) => Array.from(chunk)),
      );
  }

  /** Adds a column of codes. */
  addCodes(column: string, dictionary: Dictionary, codes: Uint32Array): void {
    this.#coded.set(column, [...(this.#coded.get(column) ?? []), { dictionary, codes }]);
  }

  values(column: string): ArrayLike<unknown> {
    const values = this.#values.get(column);
    if (values) return values;
    const coded = this.#coded.get(column)?.[0];
    return coded ? Array.from(coded.codes, (code) => coded.dictionary.names[code]) : [];
  }

  codes(column: string, dictionary: Dictionary): Uint32Array {
    const coded = this.#coded.get(column)?.find((one) => one.dictionary === dictionary);
    return coded?.codes ?? codeCells(this.values(column), this.rows, dictionary);
  }

  line(row: number): number {
    return this.#rowStart + row + 1;
  }

  raw(row: number): unknown {
    const cells: Record<string, unknown> = {};
    for (const [column, [{ dictionary, codes }]] of this.#coded) cells[column] = dictionary.names[codes[row]];
    for (const [column, values] of this.#values) cells[column] = values[row];
    return cells;
  }
}
