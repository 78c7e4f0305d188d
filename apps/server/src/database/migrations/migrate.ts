import { type Kysely, sql } from 'kysely';
import { DatabaseTooNew, MigrationChanged } from '../errors.ts';
import type { Migration } from './read-migrations.ts';

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly hash: string;
}

/** Any number, as long as no other program takes an advisory lock of it on the same database. */
const migrationLock = 4_716_022_359;

/**
 * Brings the database up to the last of `migrations`, all in one transaction: it is done whole or not at all. Of several
 * processes on one server, one does it and the others wait.
 * @returns the migrations that ran now
 * @throws DatabaseTooNew, MigrationChanged
 */
export async function migrate<S>(
  db: Kysely<S>,
  migrations: readonly Migration[],
  now: number,
): Promise<readonly Migration[]> {
  return db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(transaction);
    await sql`create table if not exists migrations (
      number int primary key,
      name text not null,
      hash text not null,
      applied_at int8 not null
    )`.execute(transaction);
    const { rows } = await sql<Applied>`select number, name, hash from migrations order by number`.execute(transaction);
    const due = dueMigrations(rows, migrations);
    for (const { number, name, hash, sql: text } of due) {
      await sql.raw(text).execute(transaction);
      await sql`insert into migrations values (${number}, ${name}, ${hash}, ${now})`.execute(transaction);
    }
    return due;
  });
}

function dueMigrations(applied: readonly Applied[], migrations: readonly Migration[]): readonly Migration[] {
  const newest = applied.at(-1)?.number ?? 0;
  if (newest > migrations.length) throw new DatabaseTooNew(newest, migrations.length);
  for (const [index, { name, hash }] of applied.entries()) {
    const known = migrations[index];
    if (known?.hash !== hash) throw new MigrationChanged(`${index + 1} (${name})`);
  }
  return migrations.slice(applied.length);
}
