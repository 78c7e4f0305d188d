import { type OpenedBytes, openBytes } from './bytes.ts';
import { SourceBroken } from './errors.ts';
import type { Format, ReadOptions, Source } from './options.ts';
import type { Table } from './table.ts';

/** A table, and how far the reading of its file is. */
export interface OpenedTable {
  readonly table: Table;
  readonly gzip: boolean;
  readonly bytesTotal?: number;
  bytesRead(): number;
  close(): Promise<unknown>;
}

/** Opens a source as a table of the format that its content, and then its name, tells. */
export async function openTable(source: Source, { format }: Pick<ReadOptions, 'format'>): Promise<OpenedTable> {
  const bytes = await openBytes(source);
  try {
    const told = format ?? detectFormat(source.name, bytes.head);
    if (told === 'parquet') return await openParquet(source.name, bytes);
    const table = await openText(source.name, told, bytes);
    return { ...bytes, table };
  } catch (cause) {
    await bytes.close();
    throw cause;
  }
}

/** The format of a text or Parquet file by its first bytes; they cannot tell CSV from TSV, which its columns do later. */
export function detectFormat(name: string, head: Uint8Array): Format {
  const start = Buffer.from(head.subarray(0, 2 ** 10)).toString('latin1');
  if (start.startsWith('PAR1')) return 'parquet';
  if (/^(\xff\xfe|\xfe\xff)/.test(start)) throw new SourceBroken(name, 'it is UTF-16. Save it as UTF-8.');
  // The start of an object or of an array of objects: a header of CSV can begin with a bracket, but not so.
  const isJson = /^\s*(?:\[\s*)?\{\s*"(?:[^"\\]|\\.)*"\s*:/.exec(start);
  if (isJson !== null) return isJson[0].trimStart().startsWith('[') ? 'json' : 'jsonl';
  const extension = /\.(csv|tsv|jsonl|ndjson|json)(?:\.gz)?$/i.exec(name)?.[1]?.toLowerCase();
  if (extension === 'csv' || extension === 'tsv') return extension;
  const first = start.trimStart()[0];
  if (first === '[') return 'json';
  return first === '{' ? 'jsonl' : 'csv';
}

async function openParquet(name: string, bytes: OpenedBytes): Promise<OpenedTable> {
  const { openRandom, spool } = await import('./parquet-file.ts');
  const { parquetTable } = await import('./parquet.ts');
  const random = bytes.file === undefined ? await spool(bytes.chunks) : await openRandom(bytes.file);
  await bytes.close();
  try {
    return { ...random, gzip: bytes.gzip, table: await parquetTable(name, random.buffer) };
  } catch (cause) {
    await random.close();
    throw cause;
  }
}

async function openText(name: string, format: Format, { chunks }: OpenedBytes): Promise<Table> {
  if (format === 'csv' || format === 'tsv') {
    const { csvTable } = await import('./csv.ts');
    return csvTable(name, format, chunks);
  }
  const { objectTable } = await import('./object-table.ts');
  if (format === 'json') {
    const { jsonArrayBlocks } = await import('./json-array.ts');
    return objectTable(format, jsonArrayBlocks(name, chunks));
  }
  const { jsonlBlocks } = await import('./jsonl.ts');
  return objectTable(format, jsonlBlocks(name, chunks));
}
