import { mkdtempSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** Bytes that a socket's path may have on every platform (104 on macOS, with its end). */
const longestPath = 100;

/** Where the control socket of a data folder is. */
export interface SocketPlace {
  readonly path: string;
  /** Removes what was made for the place. */
  release(): void;
}

const noteName = 'control.path';

/**
 * Makes a place for the socket: in the data folder, or, where that path is too long for a socket, in a new folder that only this user may
 * enter, told by a note in the data folder. A fixed name in the shared temporary folder could be taken by another user first.
 */
export function makeSocketPlace(dataFolder: string): SocketPlace {
  forgetPlace(dataFolder);
  const path = ownPath(dataFolder);
  if (!isTooLong(path)) return { path, release: () => rmSync(path, { force: true }) };
  const folder = mkdtempSync(join(tmpdir(), 'agon-'));
  const elsewhere = join(folder, 'control.sock');
  writeFileSync(join(dataFolder, noteName), elsewhere, { mode: 0o600 });
  return { path: elsewhere, release: () => forgetPlace(dataFolder) };
}

/** Where the socket of a running server would be; null where none can be. */
export function findSocketPlace(dataFolder: string): string | null {
  const path = ownPath(dataFolder);
  return readNote(dataFolder) ?? (isTooLong(path) ? null : path);
}

/** Removes a socket that nobody listens on any more: the caller holds the data folder. */
function forgetPlace(dataFolder: string): void {
  rmSync(ownPath(dataFolder), { force: true });
  const elsewhere = readNote(dataFolder);
  if (elsewhere === null) return;
  rmSync(elsewhere, { force: true });
  // Fails where the folder is gone, or holds something that is not ours.
  try {
    rmdirSync(dirname(elsewhere));
  } catch {}
  rmSync(join(dataFolder, noteName), { force: true });
}

function ownPath(dataFolder: string): string {
  return resolve(dataFolder, 'control.sock');
}

function isTooLong(path: string): boolean {
  return Buffer.byteLength(path) > longestPath;
}

function readNote(dataFolder: string): string | null {
  try {
    return readFileSync(join(dataFolder, noteName), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
