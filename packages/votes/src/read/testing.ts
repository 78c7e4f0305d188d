import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { VoteColumns } from '../columns.ts';
import { outcomes, type VoteRecord } from '../record.ts';
import type { ReadOptions, ReadReport, Reject, Source } from './options.ts';
import { readColumns, readRecords } from './read.ts';

/** A cell of a row in a test. */
export type Cell = string | number | boolean | null | undefined;

/** A source in memory. */
export function aSource(content: string | Uint8Array, name = 'votes'): Source {
  return { name, bytes: typeof content === 'string' ? Buffer.from(content) : content };
}

/** A source that comes in chunks of some bytes, as from standard input. */
export function aStream(content: string | Uint8Array, chunkBytes = 7, name = 'votes'): Source {
  const bytes = Buffer.from(content);
  async function* stream(): AsyncGenerator<Uint8Array> {
    for (let start = 0; start < bytes.length; start += chunkBytes) yield bytes.subarray(start, start + chunkBytes);
  }
  return { name, stream };
}

/** Rows as the text of a JSONL file. */
export function jsonl(...rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** Rows as the text of a CSV file with the columns of the first. */
export function csv(rows: readonly Readonly<Record<string, unknown>>[], delimiter = ','): string {
  const columns = Object.keys(rows[0] ?? {});
  const quoted = (cell: unknown) => {
    const text = cell === null || cell === undefined ? '' : String(cell);
    return /["\n\r,;|\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = rows.map((row) => columns.map((column) => quoted(row[column])).join(delimiter));
  return `${[columns.join(delimiter), ...lines].join('\n')}\n`;
}

/** Rows as the bytes of a Parquet file. */
export function parquet(rows: readonly Readonly<Record<string, Cell>>[], options: object = {}): Uint8Array {
  const columns = Object.keys(rows[0] ?? {});
  const columnData = columns.map((name) => ({ name, data: rows.map((row) => row[name]) }));
  return new Uint8Array(parquetWriteBuffer({ columnData, ...options }));
}

/** The text, compressed. */
export function gzip(content: string | Uint8Array): Uint8Array {
  return gzipSync(content);
}

/** A vote in our own format. */
export function aRow(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { model_a: 'heron', model_b: 'osprey', outcome: 'a', ...changes };
}

/** Columns as a plain list that a test can compare: one line a vote. */
export function plainVotes({ length, models, modelA, modelB, outcome }: VoteColumns): string[] {
  return Array.from({ length }, (_, row) => `${models[modelA[row]]} ${outcomes[outcome[row]]} ${models[modelB[row]]}`);
}

/** All records of some sources, and the report. */
export async function allRecords(sources: readonly Source[], options?: ReadOptions) {
  const records: VoteRecord[] = [];
  const batches = readRecords(sources, options);
  let next = await batches.next();
  for (; !next.done; next = await batches.next()) records.push(...next.value);
  return { records, report: next.value };
}

/** The rejects of a source, and what else was read. */
export async function withRejects(source: Source, options: ReadOptions = {}) {
  const rejects: Reject[] = [];
  const read = await readColumns([source], { ...options, onReject: (reject) => rejects.push(reject) });
  return { ...read, rejects };
}

/** What a promise is refused with. */
export async function refusal(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (cause: unknown) => cause,
  );
}

/** Whether used and rejected make up what was read, for each source and in all. */
export function isReconciled(report: ReadReport): boolean {
  return [report, ...report.sources].every(
    ({ read, used, rejected }) => read === used + Object.values(rejected).reduce((sum, count) => sum + count, 0),
  );
}
