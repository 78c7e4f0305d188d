import { FormatNotNamed } from './errors.ts';

/** The formats that votes are written in. */
export const writeFormats = ['jsonl', 'csv', 'parquet'] as const;

/** One of {@link writeFormats}. */
export type WriteFormat = (typeof writeFormats)[number];

const endings: Readonly<Record<string, WriteFormat>> = {
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  csv: 'csv',
  parquet: 'parquet',
};

/**
 * The format that a file's name asks for; what is named explicitly wins.
 *
 * @example formatOf('votes.csv.gz') // { format: 'csv', gzip: true }
 */
export function formatOf(
  name: string | undefined,
  named: { readonly format?: WriteFormat | undefined; readonly gzip?: boolean | undefined } = {},
): { format: WriteFormat; gzip: boolean } {
  const match = /(?:\.(jsonl|ndjson|csv|parquet))?(\.gz)?$/i.exec(name ?? '');
  const format = named.format ?? endings[match?.[1]?.toLowerCase() ?? ''];
  if (format === undefined) throw new FormatNotNamed(name ?? 'a stream');
  return { format, gzip: named.gzip ?? match?.[2] !== undefined };
}
