import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** Any number, the same for every arena: it names the lock on a database. */
const lockNumber = 4_161_870_131;

/** Another arena runs on the database. */
export class DatabaseInUse extends Error {
  readonly code = 'database-in-use';
  constructor() {
    super(
      'Another arena runs on this database, and one would stop the battles of the other. Stop that one, or use another database.',
    );
  }
}

/**
 * Takes a PostgreSQL database for this process, on a connection of its own, until the function returned is called.
 *
 * @throws {DatabaseInUse}
 */
export async function holdServer(db: Kysely<Schema>): Promise<() => Promise<void>> {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const { promise: taken, resolve, reject } = Promise.withResolvers<void>();
  const holding = db
    .connection()
    .execute(async (connection) => {
      const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_lock(${lockNumber}) as taken`.execute(
        connection,
      );
      if (rows[0]?.taken !== true) throw new DatabaseInUse();
      resolve();
      await released;
      await sql`select pg_advisory_unlock(${lockNumber})`.execute(connection);
    })
    .catch(reject);
  await taken;
  return async () => {
    release();
    await holding;
  };
}
