import type { Kysely } from 'kysely';
import { json } from '../database/json.ts';
import type { Schema } from '../database/schema.ts';
import type { Keyring } from './keyring.ts';

const key = 'secret-fingerprint';

/** The database was made under another secret than the one at hand. */
export class SecretChanged extends Error {
  readonly code = 'secret-changed';
  constructor() {
    super(
      'This database was made under another AGON_SECRET: with this one, its ledger would be signed by another key, and its visitors and ' +
        'stored API keys would be lost. Start with the secret it was made under (AGON_SECRET, or the file keys/secret of its data folder), ' +
        'or with an empty database.',
    );
    this.name = 'SecretChanged';
  }
}

/**
 * Checks that the secret is the one that the database was first started under, and remembers it at that first start. To be called
 * before anything is signed.
 *
 * @throws {SecretChanged}
 */
export async function requireSameSecret(
  db: Kysely<Schema>,
  { fingerprint }: Pick<Keyring, 'fingerprint'>,
  now: number,
): Promise<void> {
  // Of two servers that start at once on a new database, the first one's secret stays.
  await db
    .insertInto('settings')
    .values({ key, value: json<unknown>({ fingerprint }), updated_at: now })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  const { value } = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirstOrThrow();
  const isSame =
    typeof value === 'object' && value !== null && 'fingerprint' in value && value.fingerprint === fingerprint;
  if (!isSame) throw new SecretChanged();
}
