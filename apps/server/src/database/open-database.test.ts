import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from './open-database.ts';
import { openOnDisk } from './testing/data-folders.ts';
import { whyNoPostgres } from './testing/postgres-server.ts';
import { quiet } from './testing/quiet.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { openEmptySchema } from './testing/test-databases.ts';

test('an empty folder becomes a migrated database', async () => {
  const { database } = await openOnDisk(temporaryFolder());
  expect(database.engine).toBe('pglite');
  expect(await database.db.selectFrom('battles').selectAll().execute()).toEqual([]);
});

test('a server that does not answer is refused without its password', async () => {
  const url = `postgres://agon:very-secret@localhost/agon?host=${temporaryFolder()}`;
  const error = await openDatabase({ url }, { log: quiet, now: () => 0 }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'database-not-opened' });
  expect(String(error)).toContain('DATABASE_URL');
  expect(String(error)).not.toContain('very-secret');
});

test.skipIf(whyNoPostgres() !== null)('a server is migrated once, and says so in the log', async () => {
  const schema = await openEmptySchema('postgres');
  onTestFinished(schema.close);
  const url = schema.url ?? '';
  const said: object[] = [];
  const log = { ...quiet, info: (facts: object) => said.push(facts) };
  for (let round = 0; round < 2; round += 1) {
    const database = await openDatabase({ url }, { log, now: () => 0 });
    expect(database.engine).toBe('postgres');
    expect(await database.db.selectFrom('battles').selectAll().execute()).toEqual([]);
    await database.close();
  }
  expect(said).toEqual([{ migration: 1, name: 'arena' }]);
});
