import {
  conversationStyle,
  loadStyleCounter,
  readRecords,
  type SidedColumn,
  type StyleCounts,
  type VoteColumns,
  type Want,
} from '@agon/votes';
import { type Io, progressOf } from '../io.ts';
import { type ReadFlags, readOptionsFrom } from '../options/read-options.ts';
import { sourcesFrom } from './load-votes.ts';

const STYLE_NAMES = ['length', 'headers', 'lists', 'bold'] as const;

/** The style counts that the votes do not bring themselves; none where no control needs one of them. */
export function missingStyle(columns: VoteColumns, controls: readonly string[]): (keyof StyleCounts)[] {
  const missing = STYLE_NAMES.filter((name) => columns.covariates[name] === undefined);
  return missing.some((name) => controls.includes(name)) ? missing : [];
}

/** The reading that the columns came from. */
export interface Reading {
  readonly files: readonly string[];
  readonly flags: ReadFlags;
  readonly want: Want;
  readonly io: Io;
}

/**
 * Adds style counts to columns by counting them in the conversations of the same files, read a second time. Files without
 * conversations leave the columns as they are. Tokens are counted at some ten megabytes a second.
 */
export async function addStyle(
  columns: VoteColumns,
  names: readonly (keyof StyleCounts)[],
  { files, flags, want, io }: Reading,
): Promise<VoteColumns> {
  const count = await loadStyleCounter();
  const progress = progressOf(io);
  const added = names.map((name) => ({ name, a: unknown(columns), b: unknown(columns) }));
  let row = 0;
  let hasTexts = false;
  try {
    const batches = readRecords(sourcesFrom(files, io), {
      ...readOptionsFrom(flags),
      // The same fields as before, or other rows might be refused and the counts slip by a row.
      want: { ...want, conversations: true },
      onProgress: ({ source, bytesRead, bytesTotal }) =>
        progress.update({
          label: `Counting style in ${source}`,
          rows: row,
          bytes: bytesRead,
          ...(bytesTotal === undefined ? {} : { share: bytesRead / bytesTotal }),
        }),
    });
    for await (const batch of batches) {
      for (const { conversationA, conversationB } of batch) {
        if (conversationA !== undefined && conversationB !== undefined) {
          hasTexts = true;
          const a = conversationStyle(conversationA, count);
          const b = conversationStyle(conversationB, count);
          for (const column of added) {
            column.a[row] = a[column.name];
            column.b[row] = b[column.name];
          }
        }
        row++;
      }
    }
  } finally {
    progress.finish();
  }
  if (!hasTexts) return columns;
  const covariates: Record<string, SidedColumn> = { ...columns.covariates };
  for (const { name, a, b } of added) covariates[name] = { a, b };
  return { ...columns, covariates };
}

function unknown({ length }: VoteColumns): Float32Array {
  return new Float32Array(length).fill(Number.NaN);
}
