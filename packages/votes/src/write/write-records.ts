import type { VoteRecord } from '../record.ts';
import { encodeCsv } from './csv.ts';
import { type FileColumns, findColumns } from './file-columns.ts';
import { formatOf, type WriteFormat } from './format.ts';
import { encodeJsonl } from './jsonl.ts';
import type { WriteTarget } from './output.ts';
import { writeChunks } from './write-chunks.ts';

/** How to write votes. */
export interface WriteOptions {
  /** Default: told by the ending of the file's name. A stream has none, so there it must be given. */
  readonly format?: WriteFormat;
  /** Default: whether the name ends in `.gz`. */
  readonly gzip?: boolean;
  readonly signal?: AbortSignal;
}

/** What was written. Bytes are those that reached the target, after compression. */
export interface Written {
  readonly rows: number;
  readonly bytes: number;
}

/**
 * Writes votes in our own format as JSONL, CSV or Parquet, in batches as they come, so that a file may be larger than memory.
 *
 * The columns are `model_a`, `model_b`, `outcome`, `voter`, `time`, `battle`, `turn`, `prompt`, `language`, `tags`, `weight`, a pair
 * `NAME_a`, `NAME_b` for each covariate, each label under its own name, `conversation_a` and `conversation_b`.
 *
 * |               | JSONL                   | CSV                     | Parquet                |
 * | ------------- | ----------------------- | ----------------------- | ---------------------- |
 * | time          | ISO 8601 in UTC with ms | ISO 8601 in UTC with ms | TIMESTAMP, ms          |
 * | tags          | list                    | `a|b`                   | LIST of strings        |
 * | conversations | list                    | JSON                    | JSON as text           |
 * | no value      | no key                  | empty cell              | null                   |
 *
 * CSV and Parquet need their columns before the first row: `fields` names them, by default they are those of the first batch that
 * has a vote. A vote with a field that has no column is an error ({@link findColumns} decides them by a first pass). Cells that a
 * spreadsheet would take for formulas are not changed.
 *
 * A file appears under its name when it is complete; after an error or an abort there is none. The same votes give the same bytes,
 * however they are batched, given the same columns.
 *
 * @example await writeRecords(batches, 'votes.parquet') // { rows: 2, bytes: 1024 }
 */
export async function writeRecords(
  batches: AsyncIterable<readonly VoteRecord[]>,
  target: WriteTarget,
  options: WriteOptions & { readonly fields?: FileColumns } = {},
): Promise<Written> {
  const { format, gzip } = formatOf(typeof target === 'string' ? target : undefined, options);
  const tally = { rows: 0 };
  const chunks = encode(counted(batches, tally), format, options.fields);
  const bytes = await writeChunks(chunks, target, { gzip, signal: options.signal });
  return { rows: tally.rows, bytes };
}

async function* encode(
  batches: AsyncGenerator<readonly VoteRecord[]>,
  format: WriteFormat,
  fields: FileColumns | undefined,
): AsyncGenerator<Uint8Array> {
  if (format === 'jsonl') return yield* encodeJsonl(batches);
  // Most programs that read votes write no Parquet: its writer is loaded where one does.
  const encodeTable = format === 'csv' ? encodeCsv : (await import('./parquet-records.ts')).encodeParquetRecords;
  if (fields !== undefined) return yield* encodeTable(batches, fields);
  const { value: first = [] } = await batches.next();
  yield* encodeTable(startingWith(first, batches), await findColumns([first]));
}

// Empty batches are left out, so that the first one that comes shows columns.
async function* counted(
  batches: AsyncIterable<readonly VoteRecord[]>,
  tally: { rows: number },
): AsyncGenerator<readonly VoteRecord[], undefined> {
  for await (const batch of batches) {
    tally.rows += batch.length;
    if (batch.length > 0) yield batch;
  }
}

async function* startingWith<Item>(first: Item, rest: AsyncIterable<Item>): AsyncGenerator<Item> {
  yield first;
  yield* rest;
}
