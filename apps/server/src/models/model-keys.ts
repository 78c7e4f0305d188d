import type { Kysely, Transaction } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { Refused } from '../http/refused.ts';
import type { Keyring } from '../secrets/keyring.ts';
import { uuidv7 } from '../uuid.ts';
import { isSameOrigin, type Respondent, type StoredModel } from './model.ts';

/** The stored keys in the clear, by the id of their secret; null for one that cannot be opened. They never leave the server. */
export async function openKeys(db: Kysely<Schema>, keyring: Keyring): Promise<Map<string, string | null>> {
  const rows = await db.selectFrom('secrets').selectAll().execute();
  return new Map(
    rows.map(({ id, key_id: keyId, nonce, wrapped_key: wrappedKey, ciphertext }) => {
      try {
        return [id, keyring.open({ keyId, nonce, wrappedKey, ciphertext })];
      } catch {
        // Sealed under another secret, or damaged: either way it is to be entered again, and the model's state says so.
        return [id, null];
      }
    }),
  );
}

/** What is to happen with the key of a model. */
export interface KeyChange {
  readonly model: StoredModel;
  readonly respondent: Respondent;
  /** Undefined keeps it, null removes it. */
  readonly apiKey: string | null | undefined;
  readonly keyring: Keyring;
  readonly now: number;
}

/**
 * Changes the key of a model and gives the id of the secret for its respondent from now on. A key belongs to an address: it serves every
 * revision there, and is never sent to another one because somebody edited the address.
 * @throws {Refused} `invalid-request` for a new address under the old key
 */
export async function changeKey(tx: Transaction<Schema>, change: KeyChange): Promise<string | null> {
  const { model, respondent, apiKey, keyring, now } = change;
  if (apiKey === undefined) return keptSecret(model, respondent);
  if (apiKey === null) {
    await setSecret(
      tx,
      model.revisions.map(({ id }) => id),
      null,
    );
    return null;
  }
  const secretId = await storeKey(tx, { apiKey, keyring, now });
  const alike = model.revisions.filter((revision) => isSameOrigin(revision, respondent));
  await setSecret(
    tx,
    alike.map(({ id }) => id),
    secretId,
  );
  return secretId;
}

function keptSecret({ revision }: StoredModel, respondent: Respondent): string | null {
  if (revision.secretId === null || isSameOrigin(revision, respondent)) return revision.secretId;
  throw new Refused('invalid-request', 'The address is another one: enter the key for it, or remove the stored key.', {
    field: 'apiKey',
  });
}

/** Seals a key into a row of its own. Gives the row's id. */
export async function storeKey(
  tx: Transaction<Schema>,
  { apiKey, keyring, now }: { readonly apiKey: string; readonly keyring: Keyring; readonly now: number },
): Promise<string> {
  const id = uuidv7(now);
  const { keyId, nonce, wrappedKey, ciphertext } = keyring.seal(apiKey);
  await tx
    .insertInto('secrets')
    .values({ id, key_id: keyId, nonce, wrapped_key: wrappedKey, ciphertext, created_at: now })
    .execute();
  return id;
}

/** Gives revisions another secret; the old one is erased where no revision needs it any more. */
export async function setSecret(
  tx: Transaction<Schema>,
  revisions: readonly string[],
  secretId: string | null,
): Promise<void> {
  if (revisions.length === 0) return;
  await tx.updateTable('model_revisions').set({ secret_id: secretId }).where('id', 'in', revisions).execute();
  await tx
    .deleteFrom('secrets')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('model_revisions').select('model_revisions.id').whereRef('secret_id', '=', 'secrets.id'))),
    )
    .$if(secretId !== null, (query) => query.where('id', '<>', secretId ?? ''))
    .execute();
}
