import { type RawBuilder, sql } from 'kysely';

/**
 * A value as a `jsonb` parameter; the only form in which the schema takes one. Both engines would otherwise guess from
 * the value's own type, and send an array as a PostgreSQL array and a string as JSON text.
 *
 * @example db.insertInto('settings').values({ key: 'limits', value: json({ perDay: 100 }), updated_at: now })
 */
export function json<T>(value: T): RawBuilder<T> {
  return sql<T>`cast(${JSON.stringify(value)} as jsonb)`;
}
