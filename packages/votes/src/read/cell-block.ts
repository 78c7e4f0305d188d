import { MISSING } from '../columns.ts';
import type { Dictionary } from './dictionary.ts';
import type { Block, BrokenRow } from './table.ts';

/** Rows of a CSV file in their order, blank ones among them, the line at which each starts, and what is wrong with some. */
export interface CsvRows {
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly faults: ReadonlyMap<number, string>;
}

/** Whether a row is an empty line. */
export function isBlank(row: readonly string[]): boolean {
  return row.length === 1 && row[0].trim() === '';
}

/** Blocks of the rows that have as many cells as there are columns; the others are broken. */
export async function* cellBlocks(
  columns: readonly string[],
  first: CsvRows,
  rest: AsyncIterable<CsvRows>,
): AsyncGenerator<Block, void> {
  const places = new Map(columns.map((column, place) => [column, place] as const).reverse());
  const block = toBlock(columns, places, first);
  if (block) yield block;
  for await (const rows of rest) {
    const next = toBlock(columns, places, rows);
    if (next) yield next;
  }
}

function toBlock(
  columns: readonly string[],
  places: ReadonlyMap<string, number>,
  { rows, lines, faults }: CsvRows,
): Block | undefined {
  const whole: (readonly string[])[] = [];
  const wholeLines: number[] = [];
  const broken: BrokenRow[] = [];
  rows.forEach((row, index) => {
    if (isBlank(row)) return;
    const counted = `${row.length} fields where the header has ${columns.length}`;
    const detail = faults.get(index) ?? (row.length === columns.length ? undefined : counted);
    if (detail === undefined) {
      whole.push(row);
      wholeLines.push(lines[index]);
    } else {
      broken.push({ line: lines[index], detail, raw: row.join(',') });
    }
  });
  if (whole.length === 0 && broken.length === 0) return undefined;
  return new CellBlock(columns, places, { whole, wholeLines, broken });
}

/** Rows that are lists of cells. */
class CellBlock implements Block {
  readonly rows: number;
  readonly broken: readonly BrokenRow[];
  readonly #columns: readonly string[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #cells: readonly (readonly string[])[];
  readonly #lines: readonly number[];

  constructor(
    columns: readonly string[],
    places: ReadonlyMap<string, number>,
    rows: {
      readonly whole: readonly (readonly string[])[];
      readonly wholeLines: readonly number[];
      readonly broken: readonly BrokenRow[];
    },
  ) {
    this.rows = rows.whole.length;
    this.broken = rows.broken;
    this.#columns = columns;
    this.#places = places;
    this.#cells = rows.whole;
    this.#lines = rows.wholeLines;
  }

  values(column: string): readonly string[] {
    const place = this.#places.get(column);
    return place === undefined ? [] : this.#cells.map((row) => row[place]);
  }

  codes(column: string, dictionary: Dictionary): Uint32Array {
    const place = this.#places.get(column);
    const codes = new Uint32Array(this.rows);
    if (place === undefined) return codes.fill(MISSING);
    for (let row = 0; row < this.rows; row++) codes[row] = dictionary.code(this.#cells[row][place]);
    return codes;
  }

  line(row: number): number {
    return this.#lines[row];
  }

  raw(row: number): unknown {
    return Object.fromEntries(this.#columns.map((column, place) => [column, this.#cells[row][place]]));
  }
}
