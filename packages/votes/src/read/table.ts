import { MISSING } from '../columns.ts';
import type { Dictionary } from './dictionary.ts';
import { readNumber } from './numbers.ts';
import type { Format } from './options.ts';

/** A row that could not be parsed. */
export interface BrokenRow {
  readonly line: number;
  readonly detail: string;
  readonly raw: string;
}

/** Some rows of a table, read column by column. */
export interface Block {
  readonly rows: number;
  /** Rows of the same file that are still to come, where the file says so. */
  readonly rowsAfter?: number;
  readonly broken: readonly BrokenRow[];
  /** The cells of a column; of one that is not there, `undefined` at every row. */
  values(column: string): ArrayLike<unknown>;
  /** The codes of a column's cells. */
  codes(column: string, dictionary: Dictionary): Uint32Array;
  /** From 1, see `Reject`. */
  line(row: number): number;
  raw(row: number): unknown;
}

/** A column that a reading needs: as codes where there is a dictionary, as values where there is none. */
export interface Wanted {
  readonly column: string;
  readonly dictionary?: Dictionary;
}

/** An opened file: its columns are known, its rows are still to be read. */
export interface Table {
  readonly format: Format;
  readonly columns: readonly string[];
  /** Rows may have columns that are not among `columns`, as in JSON. */
  readonly isOpenEnded: boolean;
  isNumeric(column: string): boolean;
  blocks(wanted: readonly Wanted[]): AsyncGenerator<Block, void>;
}

/** How many rows are looked at to tell the columns of a file and which of them are numbers. */
export const sampleRows = 100;

/** Whether cells are numbers: at least one is, and the others are missing. */
export function areNumbers(cells: readonly unknown[]): boolean {
  let numbers = 0;
  for (const cell of cells) {
    const number = readNumber(cell);
    if (number === undefined) continue;
    if (Number.isNaN(number)) return false;
    numbers++;
  }
  return numbers > 0;
}

/** Codes of cells. */
export function codeCells(cells: ArrayLike<unknown>, rows: number, dictionary: Dictionary): Uint32Array {
  const codes = new Uint32Array(rows);
  if (cells.length === 0) return codes.fill(MISSING);
  for (let row = 0; row < rows; row++) codes[row] = dictionary.codeOf(cells[row]);
  return codes;
}

/** Blocks until they hold enough rows to judge the file by, which must not depend on how its bytes came in. */
export async function takeSample(blocks: AsyncGenerator<Block, void>): Promise<Block[]> {
  const taken: Block[] = [];
  for (let rows = 0; rows < sampleRows; ) {
    const next = await blocks.next();
    if (next.done) break;
    taken.push(next.value);
    rows += next.value.rows;
  }
  return taken;
}

/** The first rows' cells of a column, over some blocks. */
export function sampleCells(sample: readonly Block[], column: string): unknown[] {
  const cells: unknown[] = [];
  for (const block of sample) {
    const values = block.values(column);
    for (let row = 0; row < block.rows && cells.length < sampleRows; row++) cells.push(values[row]);
  }
  return cells;
}

/** The blocks that were taken to look at, and then the others. */
export async function* resume(
  sample: readonly Block[],
  rest: AsyncGenerator<Block, void>,
): AsyncGenerator<Block, void> {
  try {
    yield* sample;
    yield* rest;
  } finally {
    await rest.return();
  }
}
