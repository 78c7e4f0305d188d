import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { type ReadReport, readColumns, type Source, type VoteColumns, type Want } from '@agon/votes';
import { type Io, progressOf } from '../io.ts';
import { UsageError } from '../options/errors.ts';
import { type ReadFlags, readOptionsFrom } from '../options/read-options.ts';
import { printable } from '../reading/printable.ts';
import { addStyle, missingStyle } from './style-covariates.ts';

/** What the names on a command line mean: paths, and `-` for standard input. */
export function sourcesFrom(files: readonly string[], io: Io): Source[] {
  if (files.filter((file) => file === '-').length > 1) throw new UsageError('Standard input can be given once only.');
  return files.map((name) =>
    name === '-' ? { name: 'standard input', stream: () => io.stdin } : { name, path: name },
  );
}

/** What a command needs of the votes. */
export interface Needs {
  readonly want: Want;
  /** Names of the controls of its board. */
  readonly controls: readonly string[];
}

/**
 * Reads vote files into columns, with progress on the error stream and rejected rows in the file of `--rejects`. Style counts
 * that are wanted and that the files do not bring are made from their texts.
 *
 * @throws {UsageError} style counts wanted of texts on standard input, which cannot be read twice
 */
export async function loadVotes(
  files: readonly string[],
  flags: ReadFlags,
  { want, controls }: Needs,
  io: Io,
): Promise<{ columns: VoteColumns; report: ReadReport }> {
  const { columns, report } = await readOnce(files, flags, want, io);
  const missing = missingStyle(columns, controls);
  if (missing.length === 0) return { columns, report };
  if (files.includes('-')) {
    throw new UsageError(
      `Standard input has no columns for ${controls.filter((name) => missing.some((style) => style === name)).join(', ')}, and can be read only once: save it to a file, or add the counts by agon convert --style.`,
    );
  }
  return { columns: await addStyle(columns, missing, { files, flags, want, io }), report };
}

async function readOnce(
  files: readonly string[],
  flags: ReadFlags,
  want: Want,
  io: Io,
): Promise<{ columns: VoteColumns; report: ReadReport }> {
  const twice = files.find((file, k) => files.indexOf(file) !== k);
  if (twice !== undefined) io.err.write(`agon: ${printable(twice)} is given twice; its votes count twice.\n`);
  const progress = progressOf(io);
  const rejects = flags.rejects === undefined ? null : rejectWriter(flags.rejects);
  try {
    return await readColumns(sourcesFrom(files, io), {
      ...readOptionsFrom(flags),
      want,
      onProgress: ({ source, bytesRead, bytesTotal, rowsRead }) => {
        progress.update({
          label: `Reading ${source}`,
          rows: rowsRead,
          bytes: bytesRead,
          ...(bytesTotal === undefined ? {} : { share: bytesRead / bytesTotal }),
        });
      },
      ...(rejects === null ? {} : { onReject: rejects.write }),
    });
  } finally {
    progress.finish();
    await rejects?.close();
  }
}

/** Writes one JSON line a rejected row. */
export function rejectWriter(path: string): { write: (reject: unknown) => void; close: () => Promise<void> } {
  const stream = createWriteStream(path);
  const failed = once(stream, 'error').then(([error]) => {
    throw error;
  });
  // Looked at by close(); until then a failure must not end the process.
  failed.catch(() => undefined);
  return {
    write: (reject) => {
      stream.write(`${JSON.stringify(reject)}\n`);
    },
    close: async () => {
      stream.end();
      await Promise.race([once(stream, 'close'), failed]);
    },
  };
}
