import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDataFolder } from './data-folder.ts';
import { DataFolderInUse } from './errors.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const now = new Date('2026-03-01T12:00:00Z');

/** A second process that holds the folder until it is killed. */
async function holdElsewhere(path: string): Promise<ChildProcess> {
  const program = `
    const { openDataFolder } = await import(${JSON.stringify(new URL('./data-folder.ts', import.meta.url).href)});
    openDataFolder(${JSON.stringify(path)}, new Date('2026-03-01T11:00:00Z'));
    // A holder that keeps nothing of it in its hands.
    for (let round = 0; round < 5; round++) {
      gc();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    console.log('held');
    process.stdin.resume();`;
  const holder = spawn(process.execPath, ['--expose-gc', '--input-type=module', '--eval', program], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    holder.kill('SIGKILL');
  });
  let complaints = '';
  holder.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk;
  });
  await Promise.race([once(holder.stdout, 'data'), once(holder, 'exit')]);
  // Opening says nothing on the terminal, not even that SQLite is experimental.
  expect(complaints).toBe('');
  return holder;
}

test('a data folder is made for its owner only', () => {
  const path = join(temporaryFolder(), 'deep', 'data');
  const folder = openDataFolder(path, now);
  expect(statSync(folder.path).mode & 0o777).toBe(0o700);
  folder.release();
});

test('a folder that is held is refused with the name of its holder, also within one process', () => {
  const path = temporaryFolder();
  const folder = openDataFolder(path, now);
  expect(() => openDataFolder(path, now)).toThrow(
    `The data folder ${path} is in use by process ${process.pid}, running since 2026-03-01T12:00:00.000Z.`,
  );
  folder.release();
});

test('a refused second try does not loosen the lock', () => {
  const path = temporaryFolder();
  const folder = openDataFolder(path, now);
  for (let attempt = 0; attempt < 3; attempt += 1) expect(() => openDataFolder(path, now)).toThrow(DataFolderInUse);
  folder.release();
});

test('a released folder can be taken again, and holds no trace of the owner', () => {
  const path = temporaryFolder();
  openDataFolder(path, now).release();
  expect(readdirSync(path)).toEqual(['lock']);
  openDataFolder(path, now).release();
});

test('a folder held by another process is refused, and free at once when that is killed', async () => {
  const path = temporaryFolder();
  const holder = await holdElsewhere(path);
  expect(() => openDataFolder(path, now)).toThrow(`in use by process ${holder.pid}, running since 2026-03-01T11:00`);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  openDataFolder(path, now).release();
});
