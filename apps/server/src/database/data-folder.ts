import { chmodSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { lockFolder } from './lock.ts';

/** A folder that this process alone may use, from `openDataFolder` until `release`. */
export interface DataFolder {
  /** Absolute. */
  readonly path: string;
  /** Lets another process have the folder; everything in it must be closed before. */
  release(): void;
}

/**
 * Makes the data folder where there is none (mode 700, as it will hold texts and keys) and takes it for this process.
 * @throws DataFolderInUse while another process, or another part of this one, holds it
 */
export function openDataFolder(path: string, now: Date): DataFolder {
  const folder = resolve(path);
  if (mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined) chmodSync(folder, 0o700);
  const release = lockFolder(folder, now);
  return { path: folder, release };
}
