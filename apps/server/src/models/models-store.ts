import { isDeepStrictEqual } from 'node:util';
import type { ModelInput } from '@agon/api';
import type { Kysely, Transaction } from 'kysely';
import type { ArenaConfig } from '../config/config.ts';
import type { Schema } from '../database/schema.ts';
import { Refused } from '../http/refused.ts';
import { appendLeaves } from '../ledger/append.ts';
import { type Keyring, SecretLost } from '../secrets/keyring.ts';
import { isReal, isSameOrigin, type Revision, type StoredModel } from './model.ts';
import { readEntry, requireEndpoint } from './model-entry.ts';
import { changeKey, openKeys, storeKey } from './model-keys.ts';
import { readModels, writeModel } from './model-rows.ts';
import { syncModels } from './sync-models.ts';

/** The models of an arena: read from memory, written to the database first. */
export interface ModelsStore {
  /** In the order they came. */
  all(): readonly StoredModel[];
  /** Reads again what another server on the same database may have changed. */
  refresh(): Promise<void>;
  /** @throws {Refused} `model-not-found` */
  find(id: string): StoredModel;
  /** @throws {Refused} `model-not-found`; `model-from-config`; `invalid-request` for a demo character */
  requireEditable(id: string): void;
  /** @throws {Refused} `model-exists`, `invalid-request` */
  add(input: ModelInput): Promise<StoredModel>;
  /**
   * Changes a model. What changes who answers makes a revision and a leaf.
   * @throws {Refused} `model-not-found`, `model-exists`, `model-from-config`, `invalid-request`
   */
  edit(id: string, input: ModelInput): Promise<StoredModel>;
  /** @throws {Refused} `model-not-found`, `model-from-config` */
  setState(id: string, state: StoredModel['state']): Promise<StoredModel>;
  /**
   * The key for a revision, in the clear; null where it has none.
   * @throws {SecretLost} it was stored under another secret of the instance
   */
  keyOf(model: StoredModel, revision: Revision): string | null;
  /** Where the key of the current revision comes from. */
  keySource(model: StoredModel): 'none' | 'stored' | 'environment';
}

/** What models are kept with. */
export interface ModelsOptions {
  readonly db: Kysely<Schema>;
  readonly keyring: Keyring;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly config: Pick<ArenaConfig, 'file' | 'models'>;
}

/** Opens the models: those of the configuration are brought in line with it, demo characters added. The ledger must be open. */
export async function openModels({ db, keyring, now, config }: ModelsOptions): Promise<ModelsStore> {
  await db.transaction().execute((tx) => syncModels(tx, { config, now: now() }));
  const models = new Map((await readModels(db)).map((model) => [model.id, model]));
  let keys = await openKeys(db, keyring);
  const configured = new Map(config.models.map((model) => [model.input.name, model]));
  // One change after the other, so that memory ends with what the database ends with.
  let lastChange: Promise<unknown> = Promise.resolve();

  function find(id: string): StoredModel {
    const model = models.get(id);
    if (model === undefined)
      throw new Refused('model-not-found', 'There is no such model here.', { facts: { model: id } });
    return model;
  }

  function environmentKey({ source, name }: StoredModel, revision: Revision): string | null {
    const origin = source === 'config' ? configured.get(name) : undefined;
    if (origin === undefined) return null;
    const address = { ...revision, baseUrl: origin.input.baseUrl };
    return isSameOrigin(revision, address) ? origin.apiKey : null;
  }

  /** Runs a change in a transaction that holds the model's row, and brings memory up to date. */
  function write(work: (tx: Transaction<Schema>) => Promise<string>): Promise<StoredModel> {
    const written = lastChange.then(async () => {
      const id = await db.transaction().execute(work).catch(asRefusal);
      const [model] = await readModels(db, id);
      if (model !== undefined) models.set(id, model);
      keys = await openKeys(db, keyring);
      return find(id);
    });
    lastChange = written.catch(() => undefined);
    return written;
  }

  function refresh(): Promise<void> {
    const read = lastChange.then(async () => {
      for (const model of await readModels(db)) {
        // Whoever waits for a model's turn waits at its object, so one that is as it was stays.
        if (!isDeepStrictEqual(models.get(model.id), model)) models.set(model.id, model);
      }
      keys = await openKeys(db, keyring);
    });
    lastChange = read.catch(() => undefined);
    return read;
  }

  function refuseOfFile({ name, source }: StoredModel): void {
    if (source !== 'config') return;
    const message = `${name} is set by ${config.file}; change it there and start the arena again.`;
    throw new Refused('model-from-config', message, { facts: { file: config.file ?? '' } });
  }

  function refuseUneditable(model: StoredModel): void {
    refuseOfFile(model);
    if (isReal(model)) return;
    throw new Refused('invalid-request', 'A demo character cannot be edited; pause it instead.');
  }

  async function locked(tx: Transaction<Schema>, id: string): Promise<StoredModel> {
    await tx.selectFrom('models').select('id').where('id', '=', find(id).id).forUpdate().executeTakeFirst();
    const [model] = await readModels(tx, id);
    if (model === undefined)
      throw new Refused('model-not-found', 'There is no such model here.', { facts: { model: id } });
    return model;
  }

  return {
    all: () => [...models.values()],
    refresh,
    find,
    requireEditable: (id) => refuseUneditable(find(id)),
    async add(input) {
      const { entry, respondent } = readEntry(input);
      const { apiKey } = input;
      if (typeof apiKey === 'string') requireEndpoint(respondent, apiKey);
      return write(async (tx) => {
        const at = now();
        const secretId = typeof apiKey === 'string' ? await storeKey(tx, { apiKey, keyring, now: at }) : null;
        const change = {
          before: null,
          entry,
          respondent,
          source: 'admin',
          state: 'active',
          secretId,
          now: at,
        } as const;
        const { id, record } = await writeModel(tx, change);
        await appendLeaves(tx, record === null ? [] : [record], at);
        return id;
      });
    },
    async edit(id, input) {
      const { entry, respondent } = readEntry(input);
      const { apiKey } = input;
      if (typeof apiKey === 'string') requireEndpoint(respondent, apiKey);
      return write(async (tx) => {
        const at = now();
        const model = await locked(tx, id);
        refuseUneditable(model);
        const { source, state } = model;
        const secretId = await changeKey(tx, { model, respondent, apiKey, keyring, now: at });
        const { record } = await writeModel(tx, { before: model, entry, respondent, source, state, secretId, now: at });
        await appendLeaves(tx, record === null ? [] : [record], at);
        return id;
      });
    },
    setState: (id, state) =>
      write(async (tx) => {
        refuseOfFile(await locked(tx, id));
        await tx.updateTable('models').set({ state, updated_at: now() }).where('id', '=', id).execute();
        return id;
      }),
    keyOf(model, revision) {
      if (model.source === 'config') return environmentKey(model, revision);
      if (revision.secretId === null) return null;
      const key = keys.get(revision.secretId);
      if (typeof key !== 'string') throw new SecretLost();
      return key;
    },
    keySource(model) {
      if (model.source === 'config') return environmentKey(model, model.revision) === null ? 'none' : 'environment';
      return model.revision.secretId === null ? 'none' : 'stored';
    },
  };
}

/** The database is asked for the name only by its unique index: two additions at once would both find it free. */
function asRefusal(error: unknown): never {
  if (error instanceof Error && 'constraint' in error && error.constraint === 'models_name_key') {
    throw new Refused('model-exists', 'Another model has this name; give this one another.', {
      field: 'name',
      cause: error,
    });
  }
  throw error;
}
