import type { Dictionary } from './dictionary.ts';
import { isObject } from './json.ts';
import type { Format } from './options.ts';
import {
  areNumbers,
  type Block,
  type BrokenRow,
  codeCells,
  resume,
  sampleCells,
  sampleRows,
  type Table,
  takeSample,
} from './table.ts';

/** A row of a file of JSON objects. */
export type ObjectRow = Readonly<Record<string, unknown>>;

/** Rows that are JSON objects, with the line or number of each. */
export class ObjectBlock implements Block {
  readonly rows: number;
  readonly broken: readonly BrokenRow[];
  readonly objects: readonly ObjectRow[];
  readonly #lines: readonly number[];

  constructor(objects: readonly ObjectRow[], lines: readonly number[], broken: readonly BrokenRow[]) {
    this.rows = objects.length;
    this.broken = broken;
    this.objects = objects;
    this.#lines = lines;
  }

  values(column: string): unknown[] {
    return this.objects.map((object) => (Object.hasOwn(object, column) ? object[column] : undefined));
  }

  codes(column: string, dictionary: Dictionary): Uint32Array {
    return codeCells(this.values(column), this.rows, dictionary);
  }

  line(row: number): number {
    return this.#lines[row];
  }

  raw(row: number): unknown {
    return this.objects[row];
  }
}

/** The table of a file of JSON objects; its columns are the keys of its first rows. */
export async function objectTable(format: Format, blocks: AsyncGenerator<ObjectBlock, void>): Promise<Table> {
  const sample = await takeSample(blocks);
  const columns = new Set<string>();
  let seen = 0;
  for (const block of sample) {
    if (!(block instanceof ObjectBlock)) continue;
    for (const object of block.objects) {
      if (++seen > sampleRows) break;
      for (const key of Object.keys(object)) columns.add(key);
    }
  }
  return {
    format,
    columns: [...columns],
    isOpenEnded: true,
    isNumeric: (column) => areNumbers(sampleCells(sample, column)),
    blocks: () => resume(sample.splice(0), blocks),
  };
}

/** Sorts what was parsed from one place of a file into rows and broken rows. */
export class ObjectRows {
  #objects: ObjectRow[] = [];
  #lines: number[] = [];
  #broken: BrokenRow[] = [];

  add(line: number, value: unknown): void {
    if (isObject(value)) {
      this.#objects.push(value);
      this.#lines.push(line);
    } else {
      this.addBroken({ line, detail: 'not a JSON object', raw: JSON.stringify(value) });
    }
  }

  addBroken(row: BrokenRow): void {
    this.#broken.push(row);
  }

  /** What was added since the last call; `undefined` for nothing. */
  take(): ObjectBlock | undefined {
    if (this.#objects.length === 0 && this.#broken.length === 0) return undefined;
    const block = new ObjectBlock(this.#objects, this.#lines, this.#broken);
    this.#objects = [];
    this.#lines = [];
    this.#broken = [];
    return block;
  }
}
