import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import type { PoolConfig } from 'pg';
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { migrate } from '../migrations/migrate.ts';
import { readMigrations } from '../migrations/read-migrations.ts';
import type { Database } from '../open-database.ts';
import { Wire } from '../pglite/wire.ts';
import { openPool, type Pooled } from '../pool.ts';
import { startPostgres, whyNoPostgres } from './postgres-server.ts';
import { quiet } from './quiet.ts';

type Engine = Database['engine'];

/** Begun by the first test that asks, and kept for all files of a thread: starting an engine takes a second or two. */
const engines: { pglite?: Promise<PGlite>; postgres?: Promise<URL> } = {};
let schemas = 0;

async function connectionTo(engine: Engine, schema: string): Promise<PoolConfig> {
  if (engine === 'postgres') {
    engines.postgres ??= startPostgres();
    const url = new URL(await engines.postgres);
    url.searchParams.set('options', `-csearch_path=${schema}`);
    return { connectionString: url.href, max: 10 };
  }
  engines.pglite ??= PGlite.create();
  const pglite = await engines.pglite;
  const connect = () =>
    new Wire(
      async (bytes) => pglite.execProtocolRawSync(bytes).slice(),
      () => undefined,
    );
  return { user: 'postgres', database: 'postgres', ssl: false, max: 1, idleTimeoutMillis: 0, stream: connect };
}

/** An empty schema, removed by `close`. */
export interface EmptySchema extends Pooled {
  /** For `openDatabase`; null on PGlite, which has none. */
  readonly url: string | null;
}

/** Makes a schema that is the default of every query. */
export async function openEmptySchema(engine: Engine): Promise<EmptySchema> {
  schemas += 1;
  const schema = `test_${schemas}`;
  const connection = await connectionTo(engine, schema);
  const { db, close } = openPool(connection, quiet);
  await sql`create schema ${sql.id(schema)}`.execute(db);
  // The only session of PGlite is told here, the many of a server by their address.
  if (engine === 'pglite') await sql`set search_path = ${sql.id(schema)}`.execute(db);
  return {
    db,
    url: connection.connectionString ?? null,
    close: async () => {
      await sql`drop schema ${sql.id(schema)} cascade`.execute(db);
      if (engine === 'pglite') await sql`reset search_path`.execute(db);
      await close();
    },
  };
}

/**
 * Runs `tests` on PGlite and on a real PostgreSQL, which is shown as skipped where there is none for the machine.
 * @example
 * onBothEngines('drawing a model', (engine) => {
 *   test('…', async () => { … });
 * });
 */
export function onBothEngines(name: string, tests: (engine: Engine) => void): void {
  describe(`${name}, on pglite`, () => tests('pglite'));
  const reason = whyNoPostgres();
  describe.skipIf(reason !== null)(`${name}, on postgres${reason === null ? '' : ` (${reason})`}`, () =>
    tests('postgres'),
  );
}

/**
 * Runs tests of queries on both engines, each test on a migrated database without a row.
 * @example
 * testDatabases('votes', (database) => {
 *   test('a vote is counted once', async () => {
 *     const { db } = database();
 *   });
 * });
 */
export function testDatabases(name: string, tests: (database: () => Database) => void): void {
  onBothEngines(name, (engine) => {
    let opened: Pooled | null = null;
    const database = () => {
      if (opened === null) throw new Error('The database is open only while a test runs.');
      return { ...opened, engine, lost: new Promise<never>(() => undefined) };
    };
    beforeAll(async () => {
      opened = await openEmptySchema(engine);
      await migrate(opened.db, readMigrations(), 0);
    }, 60_000);
    beforeEach(async () => {
      const { db } = database();
      const { rows } = await sql<{ name: string }>`
        select table_name as name from information_schema.tables
        where table_schema = current_schema() and table_name <> 'migrations'`.execute(db);
      await sql`truncate ${sql.join(rows.map((row) => sql.table(row.name)))}`.execute(db);
    });
    afterAll(async () => opened?.close());
    tests(database);
  });
}
