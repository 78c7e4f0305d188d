import { once } from 'node:events';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool, type PoolConfig } from 'pg';
import type { Log } from './log.ts';
import type { Schema } from './schema.ts';
import { valueTypes } from './values.ts';

/** Queries over a pool of connections, and the end of it. */
export interface Pooled {
  readonly db: Kysely<Schema>;
  /** Waits for the queries that were asked before, then closes every connection. */
  close(): Promise<void>;
}

/** A query that has waited this long for a connection never gets one: as a rule, it waits for its own transaction. */
const connectionWaitMs = 30_000;

/** Opens no connection yet; the first query does. */
export function openPool(config: PoolConfig, log: Log): Pooled {
  const pool = new Pool({ connectionTimeoutMillis: connectionWaitMs, ...config, types: valueTypes });
  // A connection that breaks without a listener would end the process. The queries on it are told by their own errors,
  // and the pool replaces it.
  pool.on('connect', (client) => client.on('error', (error) => log.error({ error }, 'database connection broke')));
  pool.on('error', () => undefined);
  let closed: Promise<void> | null = null;
  return {
    db: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }),
    close: () => {
      closed ??= drain(pool);
      return closed;
    },
  };
}

async function drain(pool: Pool): Promise<void> {
  // A pool that ends forgets those who wait for a connection, and they would wait for ever.
  while (pool.waitingCount > 0) await once(pool, 'release');
  await pool.end();
}
