import { PGlite } from '@electric-sql/pglite';
import type { NodeFS } from '@electric-sql/pglite/nodefs';

/**
 * PGlite turns syncing off by `-F`, and its build of `fdatasync`, PostgreSQL's default way to sync the log, does
 * nothing; `fsync` does.
 */
const durableStart = [...PGlite.defaultStartParams.filter((word) => word !== '-F'), '-c', 'wal_sync_method=fsync'];

/**
 * Starts PostgreSQL on `files`, with every commit synced. `onAbort` is called with its last words when the engine stops
 * itself, as it does when a sync is refused; PGlite would swallow that and go on with the next query.
 */
export async function startEngine(files: NodeFS, onAbort: (reason: string) => void): Promise<PGlite> {
  let lastWords = 'it gave no reason';
  const onStderr = (line: string) => {
    lastWords = /\b(?:PANIC|FATAL): +(.*)/.exec(line)?.[1] ?? lastWords;
    return false;
  };
  const init = files.init.bind(files);
  files.init = async (engine, options) => {
    const { emscriptenOpts } = await init(engine, options);
    return { emscriptenOpts: { ...emscriptenOpts, onAbort: () => onAbort(lastWords) } };
  };
  return PGlite.create({ fs: files, startParams: durableStart, onStderr });
}
