import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { openDataFolder } from '../data-folder.ts';
import { type Database, type DatabaseOptions, openDatabase } from '../open-database.ts';
import { quiet } from './quiet.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** An embedded database on a folder of its own. */
export interface OnDisk {
  readonly database: Database;
  /** The data folder; the database's own files are in its `database`. */
  readonly path: string;
  /** Closes the database and gives the folder back. */
  close(): Promise<void>;
}

const started = new Date('2026-03-01T12:00:00Z');

/** Opens the embedded database in a data folder, and closes it after the test. */
export async function openOnDisk(path: string, options: Pick<DatabaseOptions, 'files'> = {}): Promise<OnDisk> {
  const dataFolder = openDataFolder(path, started);
  const database = await openDatabase({ dataFolder }, { log: quiet, now: () => started.getTime(), ...options });
  let closed: Promise<void> | null = null;
  const close = () => {
    closed ??= database.close().then(() => dataFolder.release());
    return closed;
  };
  onTestFinished(close);
  return { database, path, close };
}

/**
 * Makes one database for all tests of a file, as that takes seconds, and gives each test a copy of it.
 * @returns makes a data folder with a copy
 */
export function copiesOfOneFolder(): () => string {
  const original = mkdtempSync(join(tmpdir(), 'agon-test-'));
  beforeAll(async () => {
    const dataFolder = openDataFolder(original, started);
    const database = await openDatabase({ dataFolder }, { log: quiet, now: () => started.getTime() });
    await database.close();
    dataFolder.release();
  }, 60_000);
  afterAll(() => rmSync(original, { recursive: true, force: true }));
  return () => {
    const copy = temporaryFolder();
    cpSync(original, copy, { recursive: true });
    return copy;
  };
}
