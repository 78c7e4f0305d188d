import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { json } from '../json.ts';
import type { Database } from '../open-database.ts';
import { openPool } from '../pool.ts';
import { copiesOfOneFolder, openOnDisk } from '../testing/data-folders.ts';
import { momentOf, readJournal } from '../testing/journal.ts';
import { quiet } from '../testing/quiet.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createCluster } from './create-cluster.ts';
import { Embedded } from './embedded.ts';

const copyFolder = copiesOfOneFolder();
const recording = new URL('../testing/recording-files.ts', import.meta.url);
const refusing = new URL('../testing/refusing-files.ts', import.meta.url);

function insertSetting({ db }: Database, key: string): Promise<unknown> {
  return db
    .insertInto('settings')
    .values({ key, value: json(key), updated_at: 1 })
    .execute();
}

async function keysOf({ db }: Database): Promise<string[]> {
  return (await db.selectFrom('settings').select('key').orderBy('key').execute()).map(({ key }) => key);
}

test('a closed database opens again with every row', async () => {
  const path = copyFolder();
  const before = await openOnDisk(path);
  await insertSetting(before.database, 'kept');
  await before.close();
  const after = await openOnDisk(path);
  expect(await keysOf(after.database)).toEqual(['kept']);
});

test('commits are synced by a call that does sync', async () => {
  const { database } = await openOnDisk(copyFolder());
  for (const [setting, value] of [
    ['fsync', 'on'],
    ['wal_sync_method', 'fsync'],
    ['synchronous_commit', 'on'],
    ['full_page_writes', 'on'],
  ]) {
    const { rows } = await sql`select current_setting(${setting}) as value`.execute(database.db);
    expect({ setting, rows }).toEqual({ setting, rows: [{ value }] });
  }
});

test('one commit is one sync', async () => {
  const { database, path } = await openOnDisk(copyFolder(), { files: recording });
  const folder = join(path, 'database');
  const syncs = () =>
    readJournal(folder, momentOf(folder)).entries.filter(({ happening }) => happening.type === 'sync-file').length;
  await insertSetting(database, 'first');
  const before = syncs();
  for (let count = 1; count <= 10; count += 1) {
    await insertSetting(database, `key ${count}`);
    expect(syncs() - before).toBe(count);
  }
});

test('a checkpoint syncs folders in which names changed before it syncs files', async () => {
  const { database, path } = await openOnDisk(copyFolder(), { files: recording });
  const folder = join(path, 'database');
  const before = momentOf(folder);
  await sql`create table probe (id int)`.execute(database.db);
  const { entries } = readJournal(folder, momentOf(folder));
  const since = readJournal(folder, before).entries.length;
  const types = entries.slice(since).map(({ happening }) => happening.type);
  expect(types).toContain('make');
  expect(types.indexOf('sync-folder')).toBeGreaterThan(types.indexOf('make'));
  expect(types.indexOf('sync-folder')).toBeLessThan(types.lastIndexOf('sync-file'));
});

test('close waits for all that was asked before it', async () => {
  const path = copyFolder();
  const before = await openOnDisk(path);
  const keys = Array.from({ length: 50 }, (_, index) => `key ${index}`);
  const inserts = Promise.all(keys.map((key) => insertSetting(before.database, key)));
  await before.close();
  await inserts;
  const after = await openOnDisk(path);
  expect(await keysOf(after.database)).toEqual([...keys].sort());
});

test('a query after the close is refused', async () => {
  const { database, close } = await openOnDisk(copyFolder());
  await close();
  await expect(keysOf(database)).rejects.toThrow();
});

test('a disk that refuses to sync stops the database before anything more is promised', async () => {
  const path = copyFolder();
  const { database, close } = await openOnDisk(path, { files: refusing });
  await insertSetting(database, 'acknowledged');
  writeFileSync(join(path, 'database.refuse'), '');
  const asked = ['lost', 'later'].map((key) => insertSetting(database, key));
  for (const result of await Promise.allSettled(asked)) {
    expect(result).toMatchObject({ status: 'rejected', reason: { code: 'database-lost' } });
  }
  expect((await database.lost).message).toContain('could not fsync');
  await expect(keysOf(database)).rejects.toMatchObject({ code: 'database-lost' });
  await close();
  rmSync(join(path, 'database.refuse'));
  const after = await openOnDisk(path);
  expect(await keysOf(after.database)).toContain('acknowledged');
});

test('a transaction that was never ended does not reach the next connection', async () => {
  const folder = join(copyFolder(), 'database');
  const embedded = await Embedded.start(folder);
  const session = { user: 'postgres', database: 'postgres', max: 1, stream: () => embedded.connect() };
  const first = openPool(session, quiet);
  await sql`begin`.execute(first.db);
  await sql`insert into settings values ('half', '1', 1)`.execute(first.db);
  await sql`set search_path = nowhere`.execute(first.db);
  await first.close();
  const second = openPool(session, quiet);
  expect((await sql`select key from settings`.execute(second.db)).rows).toEqual([]);
  await second.close();
  await embedded.close();
});

test('a folder that is no database is refused with its path', async () => {
  const path = temporaryFolder();
  mkdirSync(join(path, 'database'));
  writeFileSync(join(path, 'database', 'PG_VERSION'), '18\n');
  await expect(openOnDisk(path)).rejects.toThrow(`The database in ${join(path, 'database')} does not open.`);
});

test('what an interrupted start left half made is made anew', async () => {
  const folder = join(temporaryFolder(), 'database');
  mkdirSync(`${folder}.new`);
  writeFileSync(join(`${folder}.new`, 'PG_VERSION'), '18\n');
  await createCluster(folder);
  expect([folder, `${folder}.new`].map((path) => existsSync(path))).toEqual([true, false]);
});
