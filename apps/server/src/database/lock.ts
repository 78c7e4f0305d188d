import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { DataFolderInUse } from './errors.ts';

/** Locks that are held. One that nobody pointed at would be collected, closed, and with it the folder open to everybody. */
const held = new Set<DatabaseSync>();

/**
 * Takes the only lock of a folder, and returns what gives it back.
 *
 * Node has no call for a lock that the kernel takes back when its holder dies, but the SQLite in it takes one on the
 * file it writes, and its locks also hold between threads of one process. The name of the holder is in a file of its
 * own, since POSIX drops a process's locks on a file as soon as it closes any descriptor of that file.
 * @throws DataFolderInUse
 */
export function lockFolder(folder: string, now: Date): () => void {
  const ownerFile = join(folder, 'lock.owner');
  const lock = openSqlite(join(folder, 'lock'));
  try {
    lock.exec(
      'pragma busy_timeout = 0; pragma journal_mode = memory; pragma locking_mode = exclusive; begin exclusive',
    );
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new DataFolderInUse(folder, readOwner(ownerFile));
  }
  held.add(lock);
  writeFileSync(ownerFile, JSON.stringify({ pid: process.pid, since: now.toISOString() }), { mode: 0o600 });
  return () => {
    rmSync(ownerFile, { force: true });
    lock.close();
    held.delete(lock);
  };
}

/** SQLITE_BUSY and SQLITE_LOCKED, with the parts of the number that say where it happened left out. */
function isBusy(error: unknown): boolean {
  if (!(error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')) return false;
  const result = error.errcode & 0xff;
  return result === 5 || result === 6;
}

function readOwner(file: string): DataFolderInUse['owner'] {
  try {
    const owner: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof owner !== 'object' || owner === null || !('pid' in owner && 'since' in owner)) return null;
    if (typeof owner.pid !== 'number' || typeof owner.since !== 'string') return null;
    return { pid: owner.pid, since: owner.since };
  } catch {
    // The holder may be between taking the lock and writing its name; the refusal stands without it.
    return null;
  }
}

/** Opens SQLite without the line on the terminal by which some versions of Node call it experimental. */
function openSqlite(path: string): DatabaseSync {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
    return new DatabaseSync(path);
  } finally {
    process.emitWarning = emitWarning;
  }
}
