import type { LedgerRecord } from '@agon/ledger';
import { demoCharacters } from '@agon/llm';
import type { Transaction } from 'kysely';
import type { ArenaConfig } from '../config/config.ts';
import { ConfigInvalid } from '../config/config-invalid.ts';
import type { Schema } from '../database/schema.ts';
import { appendLeaves } from '../ledger/append.ts';
import type { ModelSettings, StoredModel } from './model.ts';
import { readEntry } from './model-entry.ts';
import { setSecret } from './model-keys.ts';
import { readModels, writeModel } from './model-rows.ts';

/** What models are brought in line with. */
interface SyncOptions {
  readonly config: Pick<ArenaConfig, 'file' | 'models'>;
  readonly now: number;
}

const demoSettings: ModelSettings = {
  temperature: null,
  maxOutputTokens: null,
  reasoningEffort: null,
  systemPrompt: null,
  contextTokens: null,
};
/** A character costs next to nothing; the cap only bounds memory. */
const demoConcurrency = 64;

/**
 * Brings the stored models in line with the program and the configuration file: characters that are new, models of the file, and those
 * that left it, which are paused and from then on the admin's.
 * @throws {ConfigInvalid} where a model of the file has the name of a character
 */
export async function syncModels(tx: Transaction<Schema>, { config, now }: SyncOptions): Promise<void> {
  const stored = await readModels(tx);
  const records = [...(await addCharacters(tx, stored, now)), ...(await followFile(tx, stored, { config, now }))];
  await letGo(tx, stored, { config, now });
  await appendLeaves(tx, records, now);
}

async function addCharacters(
  tx: Transaction<Schema>,
  stored: readonly StoredModel[],
  now: number,
): Promise<LedgerRecord[]> {
  const records: LedgerRecord[] = [];
  for (const { id: providerModel, name } of demoCharacters) {
    const isKnown = stored.some(
      ({ name: taken, source, revision }) =>
        taken === name || (source === 'demo' && revision.providerModel === providerModel),
    );
    if (isKnown) continue;
    const facts = { name, organisation: null, license: null, link: null, aliases: [], dailyCapUsd: null, price: null };
    const { record } = await writeModel(tx, {
      before: null,
      entry: { ...facts, weight: 1, concurrency: demoConcurrency },
      respondent: { provider: 'demo', baseUrl: null, providerModel, settings: demoSettings },
      source: 'demo',
      state: 'active',
      secretId: null,
      now,
    });
    if (record !== null) records.push(record);
  }
  return records;
}

async function followFile(
  tx: Transaction<Schema>,
  stored: readonly StoredModel[],
  { config, now }: SyncOptions,
): Promise<LedgerRecord[]> {
  const records: LedgerRecord[] = [];
  for (const [at, { input, state }] of config.models.entries()) {
    const before = stored.find(({ name }) => name === input.name) ?? null;
    if (before?.source === 'demo' || demoCharacters.some(({ name }) => name === input.name)) {
      throw new ConfigInvalid(
        config.file,
        `models[${at}].name`,
        `"${input.name}" is the name of a demo character; choose another.`,
      );
    }
    // The file's key takes the place of a stored one, which would otherwise lie there unseen.
    if (before !== null)
      await setSecret(
        tx,
        before.revisions.map(({ id }) => id),
        null,
      );
    const { record } = await writeModel(tx, {
      before,
      ...readEntry(input),
      source: 'config',
      state,
      secretId: null,
      now,
    });
    if (record !== null) records.push(record);
  }
  return records;
}

async function letGo(
  tx: Transaction<Schema>,
  stored: readonly StoredModel[],
  { config, now }: SyncOptions,
): Promise<void> {
  const named = new Set(config.models.map(({ input }) => input.name));
  for (const { id, name, source, state } of stored) {
    if (source !== 'config' || named.has(name)) continue;
    const resting = state === 'retired' ? state : 'paused';
    await tx
      .updateTable('models')
      .set({ source: 'admin', state: resting, updated_at: now })
      .where('id', '=', id)
      .execute();
  }
}
