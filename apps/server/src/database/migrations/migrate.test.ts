import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { onBothEngines, openEmptySchema } from '../testing/test-databases.ts';
import { migrate } from './migrate.ts';
import { type Migration, readMigrations } from './read-migrations.ts';

function aMigration(number: number, text: string): Migration {
  return { number, name: `step-${number}`, sql: text, hash: `hash of ${text}` };
}

const first = aMigration(1, 'create table things (id int primary key); insert into things values (1)');
const second = aMigration(2, 'insert into things values (2)');

function folderWith(files: Readonly<Record<string, string>>): URL {
  const folder = join(temporaryFolder(), 'migrations');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return pathToFileURL(`${folder}/`);
}

test('migrations are read in order, whatever the ends of their lines', () => {
  const unix = readMigrations(folderWith({ '0001_one.sql': 'select 1;\n', '0002_two.sql': 'select 2;\n' }));
  const windows = readMigrations(
    folderWith({ '0002_two.sql': 'select 2;\r\n', '0001_one.sql': 'select 1;\r\n', 'x.ts': '' }),
  );
  expect(unix).toEqual(windows);
  expect(unix.map(({ number, name }) => `${number} ${name}`)).toEqual(['1 one', '2 two']);
});

test('a missing or doubled number is refused', () => {
  expect(() => readMigrations(folderWith({ '0001_a.sql': '', '0003_b.sql': '' }))).toThrow(
    '0003_b.sql stands where number 2',
  );
  expect(() => readMigrations(folderWith({ '0001_a.sql': '', '0001_b.sql': '' }))).toThrow(
    '0001_b.sql stands where number 2',
  );
});

onBothEngines('migrating', (engine) => {
  async function withSchema(
    run: (schema: Awaited<ReturnType<typeof openEmptySchema>>) => Promise<void>,
  ): Promise<void> {
    const schema = await openEmptySchema(engine);
    try {
      await run(schema);
    } finally {
      await schema.close();
    }
  }

  test('each migration runs once, and is noted', () =>
    withSchema(async ({ db }) => {
      expect(await migrate(db, [first], 10)).toEqual([first]);
      expect(await migrate(db, [first, second], 20)).toEqual([second]);
      expect(await migrate(db, [first, second], 30)).toEqual([]);
      const { rows } = await sql`select number, name, applied_at from migrations order by number`.execute(db);
      expect(rows).toEqual([
        { number: 1, name: 'step-1', applied_at: 10 },
        { number: 2, name: 'step-2', applied_at: 20 },
      ]);
      expect((await sql`select id from things order by id`.execute(db)).rows).toEqual([{ id: 1 }, { id: 2 }]);
    }));

  test('one that fails undoes those that ran with it', () =>
    withSchema(async ({ db }) => {
      await expect(migrate(db, [first, aMigration(2, 'insert into nothing values (1)')], 1)).rejects.toMatchObject({
        code: '42P01',
      });
      expect((await sql`select to_regclass('things') as things`.execute(db)).rows).toEqual([{ things: null }]);
      expect(await migrate(db, [first], 1)).toEqual([first]);
    }));

  test('a database of a newer program is refused, and left alone', () =>
    withSchema(async ({ db }) => {
      await migrate(db, [first, second], 1);
      await expect(migrate(db, [first], 2)).rejects.toMatchObject({ code: 'database-too-new', found: 2, known: 1 });
    }));

  test('a migration changed after it ran is refused by name', () =>
    withSchema(async ({ db }) => {
      await migrate(db, [first], 1);
      const changed = { ...first, hash: 'another' };
      await expect(migrate(db, [changed, second], 2)).rejects.toThrow('Migration 1 (step-1) was changed after it ran');
    }));

  test('of two that migrate at once, one does it and the other finds it done', () =>
    withSchema(async ({ db }) => {
      const ran = await Promise.all([migrate(db, [first], 1), migrate(db, [first], 1)]);
      expect(ran.flat()).toEqual([first]);
    }));
});
