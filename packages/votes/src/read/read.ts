import type { VoteColumns } from '../columns.ts';
import type { VoteRecord } from '../record.ts';
import { Collector } from './collect.ts';
import { type DecodedBlock, decodeBlock, wantedColumns } from './decode.ts';
import { Dictionaries } from './dictionaries.ts';
import { NoUsableVotes, UnknownColumn } from './errors.ts';
import { openTable } from './open-table.ts';
import {
  type ReadOptions,
  type ReadReport,
  type RejectReason,
  rejectReasons,
  type Source,
  type SourceReport,
} from './options.ts';
import { planTable } from './plan.ts';
import { Tally } from './rejects.ts';
import { toRecords } from './to-records.ts';

/**
 * Reads vote files of any known layout into columns. Several sources become one set of columns; each may be in its own
 * format and layout.
 *
 * Throws a `VoteFileError` for a file that cannot be read and for one without a usable vote; single rows that cannot be
 * used are counted in the report under a reason.
 *
 * @example
 * const { columns, report } = await readColumns([{ name: 'votes.csv', path: 'votes.csv' }], { want: { voter: true } });
 */
export async function readColumns(
  sources: readonly Source[],
  options: ReadOptions = {},
): Promise<{ columns: VoteColumns; report: ReadReport }> {
  const dictionaries = new Dictionaries(options.outcomes);
  const collector = new Collector(dictionaries);
  // Columns have no place for conversations.
  const withoutTexts = options.want ? { ...options, want: { ...options.want, conversations: false } } : options;
  const reports: SourceReport[] = [];
  for (const source of sources) {
    for await (const block of decodeSource(source, withoutTexts, dictionaries, reports)) collector.add(block);
  }
  return { columns: collector.finish(), report: sumReports(reports) };
}

/**
 * Reads vote files as records, in batches, holding no more than a batch in memory. The report is what the generator
 * returns.
 *
 * @example
 * for await (const batch of readRecords([{ name: 'votes.csv', path: 'votes.csv' }])) console.log(batch.length);
 */
export async function* readRecords(
  sources: readonly Source[],
  options: ReadOptions = {},
): AsyncGenerator<VoteRecord[], ReadReport> {
  const dictionaries = new Dictionaries(options.outcomes);
  const reports: SourceReport[] = [];
  for (const source of sources) {
    for await (const block of decodeSource(source, options, dictionaries, reports)) {
      const records = toRecords(block, dictionaries);
      dictionaries.clear();
      if (records.length > 0) yield records;
    }
  }
  return sumReports(reports);
}

/** The decoded blocks of one source; at the end it adds to the reports. */
async function* decodeSource(
  source: Source,
  options: ReadOptions,
  dictionaries: Dictionaries,
  reports: SourceReport[],
): AsyncGenerator<DecodedBlock, void> {
  const { name } = source;
  options.signal?.throwIfAborted();
  const opened = await openTable(source, options);
  try {
    const { table, gzip } = opened;
    const plan = planTable(name, table, options);
    const tally = new Tally(name, options.onReject);
    const bytesTotal = opened.bytesTotal === undefined ? {} : { bytesTotal: opened.bytesTotal };
    const labelsFound = new Set(table.columns);
    for await (const block of table.blocks(wantedColumns(plan, dictionaries))) {
      options.signal?.throwIfAborted();
      const decoded = decodeBlock(block, plan, dictionaries);
      tally.add(block, decoded);
      yield decoded;
      options.onProgress?.({ source: name, bytesRead: opened.bytesRead(), ...bytesTotal, rowsRead: tally.read });
    }
    const { read, used, rejected, first } = tally;
    if (used === 0) throw new NoUsableVotes(name, { read, rejected, first, columns: table.columns });
    const missing = table.isOpenEnded ? undefined : plan.labels.find((label) => !labelsFound.has(label));
    if (missing !== undefined) throw new UnknownColumn(name, missing, table.columns);
    reports.push({ name, format: table.format, layout: plan.layout.name, gzip, read, used, rejected });
  } finally {
    await opened.close();
  }
}

function sumReports(sources: readonly SourceReport[]): ReadReport {
  const rejected: Partial<Record<RejectReason, number>> = {};
  let read = 0;
  let used = 0;
  for (const source of sources) {
    read += source.read;
    used += source.used;
    for (const reason of rejectReasons) {
      const count = source.rejected[reason];
      if (count !== undefined) rejected[reason] = (rejected[reason] ?? 0) + count;
    }
  }
  return { read, used, rejected, sources };
}
