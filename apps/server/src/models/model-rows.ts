import { modelSettingsSchema } from '@agon/api';
import { type LedgerRecord, minuteOf } from '@agon/ledger';
import type { Kysely, Selectable, Transaction } from 'kysely';
import { json } from '../database/json.ts';
import type { Schema } from '../database/schema.ts';
import { uuidv7 } from '../uuid.ts';
import {
  isSameRespondent,
  type ModelEntry,
  type Respondent,
  type Revision,
  respondentHash,
  type StoredModel,
} from './model.ts';

/** All models, or one, with all their revisions; in the order they came, those of one start by name. */
export async function readModels(db: Kysely<Schema>, id?: string): Promise<readonly StoredModel[]> {
  const models = await db
    .selectFrom('models')
    .selectAll()
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('created_at')
    .orderBy('name')
    .execute();
  const revisions = await db
    .selectFrom('model_revisions')
    .selectAll()
    .$if(id !== undefined, (query) => query.where('model_id', '=', id ?? ''))
    .orderBy('number')
    .execute();
  const byModel = Map.groupBy(revisions, (row) => row.model_id);
  return models.map((row) => storedModel(row, (byModel.get(row.id) ?? []).map(revisionOf)));
}

function storedModel(row: Selectable<Schema['models']>, revisions: readonly Revision[]): StoredModel {
  const revision = revisions.find(({ id }) => id === row.revision);
  if (revision === undefined) throw new Error(`Model ${row.id} lacks its revision ${row.revision}.`);
  const { id, name, organisation, license, link, state, source, aliases, weight, concurrency } = row;
  const { input_usd_per_million: inputUsdPerMillion, output_usd_per_million: outputUsdPerMillion } = row;
  const hasPrice = inputUsdPerMillion !== null && outputUsdPerMillion !== null;
  return {
    ...{ id, name, organisation, license, link, state, source, aliases, weight, concurrency, revision, revisions },
    dailyCapUsd: row.daily_cap_usd,
    price: hasPrice ? { inputUsdPerMillion, outputUsdPerMillion } : null,
  };
}

function revisionOf(row: Selectable<Schema['model_revisions']>): Revision {
  return {
    id: row.id,
    number: row.number,
    provider: row.provider,
    baseUrl: row.base_url,
    providerModel: row.provider_model,
    settings: modelSettingsSchema.parse(row.settings),
    secretId: row.secret_id,
  };
}

/** A model as it is to be from now on. */
export interface ModelChange {
  /** The model as it was; null for a new one. */
  readonly before: StoredModel | null;
  readonly entry: ModelEntry;
  readonly respondent: Respondent;
  readonly source: StoredModel['source'];
  readonly state: StoredModel['state'];
  /** Of a new revision. */
  readonly secretId: string | null;
  readonly now: number;
}

/** Writes a model, with a next revision where another answers than before: then also the record of that revision. */
export async function writeModel(
  tx: Transaction<Schema>,
  change: ModelChange,
): Promise<{ readonly id: string; readonly record: LedgerRecord | null }> {
  const { before, respondent, now } = change;
  const id = before?.id ?? uuidv7(now);
  const isNew = before === null || !isSameRespondent(before.revision, respondent);
  const revision = isNew ? uuidv7(now) : before.revision.id;
  const row = { ...rowOf(change), revision, updated_at: now };
  if (before === null)
    await tx
      .insertInto('models')
      .values({ ...row, id, created_at: now })
      .execute();
  else await tx.updateTable('models').set(row).where('id', '=', id).execute();
  if (!isNew) return { id, record: null };
  const number = Math.max(0, ...(before?.revisions.map((each) => each.number) ?? [])) + 1;
  await insertRevision(tx, change, { id: revision, modelId: id, number });
  const { name, organisation, license } = change.entry;
  const facts = { revision, model: id, number, name, organisation, license, settings: respondentHash(respondent) };
  return { id, record: { version: 1, type: 'model', time: minuteOf(now), ...facts } };
}

async function insertRevision(
  tx: Transaction<Schema>,
  { respondent, secretId, now }: ModelChange,
  { id, modelId, number }: { readonly id: string; readonly modelId: string; readonly number: number },
): Promise<void> {
  await tx
    .insertInto('model_revisions')
    .values({
      id,
      model_id: modelId,
      number,
      provider: respondent.provider,
      base_url: respondent.baseUrl,
      provider_model: respondent.providerModel,
      secret_id: secretId,
      settings: json<unknown>(respondent.settings),
      created_at: now,
    })
    .execute();
}

function rowOf({ entry, source, state }: ModelChange) {
  const { name, organisation, license, link, aliases, weight, concurrency, dailyCapUsd, price } = entry;
  return {
    ...{ name, organisation, license, link, state, source, weight, concurrency },
    aliases: json(aliases),
    daily_cap_usd: dailyCapUsd,
    input_usd_per_million: price?.inputUsdPerMillion ?? null,
    output_usd_per_million: price?.outputUsdPerMillion ?? null,
  };
}
