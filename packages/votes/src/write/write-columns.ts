import type { VoteColumns } from '../columns.ts';
import type { VoteRecord } from '../record.ts';
import { columnsOf } from './file-columns.ts';
import { formatOf } from './format.ts';
import type { WriteTarget } from './output.ts';
import { recordsFromColumns } from './records-from-columns.ts';
import { writeChunks } from './write-chunks.ts';
import { type WriteOptions, type Written, writeRecords } from './write-records.ts';

/**
 * Writes columns of votes as {@link writeRecords} would write their records. Parquet takes the columns as they are; the other formats
 * go through {@link recordsFromColumns}.
 *
 * @example await writeColumns(columns, 'votes.parquet') // { rows: columns.length, bytes: 1024 }
 */
export async function writeColumns(
  columns: VoteColumns,
  target: WriteTarget,
  options: WriteOptions = {},
): Promise<Written> {
  const { format, gzip } = formatOf(typeof target === 'string' ? target : undefined, options);
  if (format !== 'parquet') {
    return writeRecords(inTurn(recordsFromColumns(columns)), target, { ...options, fields: columnsOf(columns) });
  }
  const { encodeParquetColumns } = await import('./parquet-columns.ts');
  const bytes = await writeChunks(encodeParquetColumns(columns), target, { gzip, signal: options.signal });
  return { rows: columns.length, bytes };
}

async function* inTurn(batches: Iterable<VoteRecord[]>): AsyncGenerator<VoteRecord[]> {
  yield* batches;
}
