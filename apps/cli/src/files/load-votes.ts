import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { type ReadReport, readColumns, type Source, type VoteColumns, type Want } from '@agon/votes';
import { type Io, progressOf } from '../io.ts';
import { type ReadFlags, readOptionsFrom } from '../options/read-options.ts';

/** What the names on a command line mean: paths, and `-` for standard input. */
export function sourcesFrom(files: readonly string[], io: Io): Source[] {
  return files.map((name) =>
    name === '-' ? { name: 'standard input', stream: () => io.stdin } : { name, path: name },
  );
}

/** Reads vote files into columns, with progress on the error stream and rejected rows in the file of `--rejects`. */
export async function loadVotes(
  files: readonly string[],
  flags: ReadFlags,
  want: Want,
  io: Io,
): Promise<{ columns: VoteColumns; report: ReadReport }> {
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
