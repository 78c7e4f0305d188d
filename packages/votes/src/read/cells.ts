import type { Dictionary } from './dictionary.ts';
import { nested } from './json.ts';
import type { CellSource } from './layouts.ts';
import type { Block } from './table.ts';

/** Reads what a {@link CellSource} says from the rows of a block; each nested cell is parsed once. */
export class Cells {
  readonly rows: number;
  readonly #block: Block;
  readonly #nested = new Map<string, ArrayLike<unknown>>();

  constructor(block: Block) {
    this.rows = block.rows;
    this.#block = block;
  }

  /** The value of a row. */
  reader({ columns, nested, read }: CellSource): (row: number) => unknown {
    const cells = columns.map((column) => (nested ? this.#nestedValues(column) : this.#block.values(column)));
    if (!read) return (row) => cells[0]?.[row];
    if (cells.length === 1) return (row) => read(cells[0][row]);
    return (row) => read(...cells.map((values) => values[row]));
  }

  /** The codes of all rows. */
  codes(source: CellSource, dictionary: Dictionary, toText?: (value: unknown) => unknown): Uint32Array {
    if (isColumn(source) && !toText) return this.#block.codes(source.columns[0], dictionary);
    const codes = new Uint32Array(this.rows);
    const value = this.reader(source);
    for (let row = 0; row < this.rows; row++) codes[row] = dictionary.codeOf(toText ? toText(value(row)) : value(row));
    return codes;
  }

  #nestedValues(column: string): ArrayLike<unknown> {
    const known = this.#nested.get(column);
    if (known) return known;
    const values = Array.from(this.#block.values(column), nested);
    this.#nested.set(column, values);
    return values;
  }
}

/** Whether a source is one column as it is. */
export function isColumn({ columns, nested, read }: CellSource): boolean {
  return columns.length === 1 && !nested && !read;
}
