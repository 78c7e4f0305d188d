import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import type { DataFolder } from './data-folder.ts';
import { type DatabaseLost, DatabaseNotOpened } from './errors.ts';
import type { Log } from './log.ts';
import { migrate } from './migrations/migrate.ts';
import { readMigrations } from './migrations/read-migrations.ts';
import { createCluster } from './pglite/create-cluster.ts';
import { Embedded } from './pglite/embedded.ts';
import { openPool } from './pool.ts';
import type { Schema } from './schema.ts';

/** Where the data is: in a folder that this process holds, or on a PostgreSQL server. */
export type Place = { readonly dataFolder: DataFolder } | { readonly url: string };

/** What is handed in. */
export interface DatabaseOptions {
  readonly log: Log;
  /** Milliseconds since 1970, noted beside each migration. */
  readonly now: () => number;
  /** The module that makes the files of the embedded database; the durable ones where none is given. */
  readonly files?: URL;
}

/** An open database at the newest migration. */
export interface Database {
  readonly db: Kysely<Schema>;
  readonly engine: 'pglite' | 'postgres';
  /**
   * Resolves when the embedded database stopped by itself and can do nothing more; the program should then end with a
   * failure. It never resolves on a server, to which the pool connects again.
   */
  readonly lost: Promise<DatabaseLost>;
  /** Waits for what was asked before, then closes. */
  close(): Promise<void>;
}

/** Said in full, as PGUSER and its like in the environment would be taken otherwise. */
const onlySession = { user: 'postgres', database: 'postgres', ssl: false, max: 1, idleTimeoutMillis: 0 };
const oldestServer = 150_000;

/**
 * Opens the database, makes it where there is none, and migrates it.
 *
 * A transaction of the embedded database holds its only connection: inside `db.transaction()`, use the transaction and
 * never `db`, or the query fails after 30 seconds of waiting for itself.
 * @throws DatabaseNotOpened, DatabaseTooNew, MigrationChanged
 */
export async function openDatabase(place: Place, options: DatabaseOptions): Promise<Database> {
  const database = 'url' in place ? onServer(place.url, options) : await inFolder(place.dataFolder, options);
  try {
    await checkServer(database.db);
    for (const { number, name } of await migrate(database.db, readMigrations(), options.now())) {
      options.log.info({ migration: number, name }, 'database migrated');
    }
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function inFolder(dataFolder: DataFolder, { log, files }: DatabaseOptions): Promise<Database> {
  const folder = join(dataFolder.path, 'database');
  await createCluster(folder);
  const embedded = await Embedded.start(folder, files);
  const pooled = openPool({ ...onlySession, stream: () => embedded.connect() }, log);
  const close = async () => {
    await pooled.close();
    await embedded.close();
  };
  return { db: pooled.db, engine: 'pglite', lost: embedded.lost, close };
}

function onServer(url: string, { log }: DatabaseOptions): Database {
  const pooled = openPool({ connectionString: url, max: 10 }, log);
  return { ...pooled, engine: 'postgres', lost: new Promise(() => undefined) };
}

async function checkServer(db: Kysely<Schema>): Promise<void> {
  const version = await serverVersion(db);
  if (version < oldestServer) {
    throw new DatabaseNotOpened(`The server runs PostgreSQL ${Math.floor(version / 10_000)}; 15 or newer is needed.`);
  }
}

async function serverVersion(db: Kysely<Schema>): Promise<number> {
  try {
    const { rows } = await sql<{ version: number }>`
      select current_setting('server_version_num')::int as version`.execute(db);
    return rows[0]?.version ?? 0;
  } catch (error) {
    // The address is left out, as it holds a password.
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseNotOpened(`The database does not answer (${reason}); check DATABASE_URL and the server.`, error);
  }
}
