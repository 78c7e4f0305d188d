import { type Settings, settingsSchema } from '@agon/api';
import { jsonHash, minuteOf } from '@agon/ledger';
import type { Kysely, Transaction } from 'kysely';
import type { ArenaConfig } from '../config/config.ts';
import { json } from '../database/json.ts';
import type { Schema } from '../database/schema.ts';
import { Refused } from '../http/refused.ts';
import { appendLeaves } from '../ledger/append.ts';
import { type CurrentSettings, defaultSettings, type SettingsReader } from './settings.ts';
import { requireStorable } from './storable.ts';

/** Settings of the arena, for who may change them. */
export interface SettingsStore extends SettingsReader {
  /**
   * Changes the settings; a new policy gets the next version and a leaf in the same transaction.
   * @throws {Refused} `invalid-request` naming a field that the configuration file sets otherwise
   */
  set(settings: Settings): Promise<void>;
  /** The configuration file, and the fields that it takes out of the admin's hands. */
  readonly config: { readonly file: string; readonly fields: readonly (keyof Settings)[] } | null;
}

/** What settings are kept with. */
export interface SettingsOptions {
  readonly db: Kysely<Schema>;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly config: Pick<ArenaConfig, 'file' | 'settings'>;
}

type Fields = Partial<Record<keyof Settings, unknown>>;

const key = 'arena';

/** Opens the settings, and puts the policy in force into the ledger where it is not yet. The ledger must be open. */
export async function openSettings({ db, now, config }: SettingsOptions): Promise<SettingsStore> {
  const fixed = fieldsSet(config.settings);
  const inForce = (chosen: Fields) => settingsSchema.parse({ ...defaultSettings, ...chosen, ...fixed });
  let current = await db.transaction().execute(async (tx) => enforce(tx, inForce(await lockChosen(tx, now())), now()));
  // One change after the other, so that memory ends with what the database ends with.
  let lastChange: Promise<unknown> = Promise.resolve();

  async function change(settings: Settings): Promise<void> {
    requireStorable(settings);
    refuseFixed(settings, fixed, config.file);
    current = await db.transaction().execute(async (tx) => {
      const before = await lockChosen(tx, now());
      // Under a field of the file stays what the admin chose before, for the day when the file no longer sets it.
      const chosen: Fields = { ...settings, ...without(fixed), ...pick(before, fixed) };
      await tx
        .updateTable('settings')
        .set({ value: json<unknown>(chosen), updated_at: now() })
        .where('key', '=', key)
        .execute();
      return enforce(tx, inForce(chosen), now());
    });
  }

  return {
    current: () => current,
    set(settings) {
      const changed = lastChange.then(() => change(settings));
      lastChange = changed.catch(() => undefined);
      return changed;
    },
    config: config.file === null ? null : { file: config.file, fields: fieldsOf(fixed) },
  };
}

/** What the admin chose, held until the transaction ends. */
async function lockChosen(tx: Transaction<Schema>, now: number): Promise<Fields> {
  await tx
    .insertInto('settings')
    .values({ key, value: json<unknown>({}), updated_at: now })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  const { value } = await tx
    .selectFrom('settings')
    .select('value')
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return settingsSchema.partial().parse(value);
}

async function enforce(tx: Transaction<Schema>, settings: Settings, now: number): Promise<CurrentSettings> {
  const { policy } = settings;
  const last = await tx.selectFrom('policies').selectAll().orderBy('version', 'desc').limit(1).executeTakeFirst();
  if (last !== undefined && jsonHash(last.policy) === jsonHash(policy))
    return { settings, policyVersion: last.version };
  const policyVersion = (last?.version ?? 0) + 1;
  await tx
    .insertInto('policies')
    .values({ version: policyVersion, policy: json<unknown>(policy), created_at: now })
    .execute();
  await appendLeaves(
    tx,
    [{ version: 1, type: 'policy', time: minuteOf(now), policyVersion, policy: { ...policy } }],
    now,
  );
  return { settings, policyVersion };
}

function refuseFixed(settings: Settings, fixed: Fields, file: string | null): void {
  for (const field of fieldsOf(fixed)) {
    if (jsonHash(settings[field]) === jsonHash(fixed[field])) continue;
    throw new Refused('invalid-request', `${field} is set by ${file}; change it there and start the arena again.`, {
      field,
    });
  }
}

function fieldsSet(settings: Fields): Fields {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

function fieldsOf(fields: Fields): (keyof Settings)[] {
  return settingsSchema.keyof().options.filter((field) => field in fields);
}

function pick(from: Fields, fields: Fields): Fields {
  return Object.fromEntries(fieldsOf(fields).flatMap((field) => (field in from ? [[field, from[field]]] : [])));
}

function without(fields: Fields): Fields {
  return Object.fromEntries(fieldsOf(fields).map((field) => [field, undefined]));
}
