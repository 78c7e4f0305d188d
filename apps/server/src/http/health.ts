import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { Mount } from './mount.ts';
import { Refused } from './refused.ts';

/** Mounts the health check: the server answers, and so does its database. */
export function healthRoute(
  mount: Mount,
  {
    db,
    version,
    now,
    isClosing,
  }: {
    readonly db: Kysely<Schema>;
    readonly version: string;
    readonly now: () => number;
    readonly isClosing: () => boolean;
  },
): void {
  const startedAt = now();
  mount.on('health', async () => {
    if (isClosing()) throw new Refused('shutting-down', 'The arena is being stopped.');
    await sql`select 1`.execute(db);
    return { status: 'ok', version, uptimeSeconds: Math.round((now() - startedAt) / 1000) };
  });
}
