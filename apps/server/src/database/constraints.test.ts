import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { json } from './json.ts';
import type { Schema } from './schema.ts';
import { testDatabases } from './testing/test-databases.ts';

type Db = Kysely<Schema>;

function insertRevision(db: Db, row: { readonly id: string; readonly model_id: string }): Promise<unknown> {
  const facts = { number: 1, provider: 'demo', provider_model: 'parrot', created_at: 1 } as const;
  return db
    .insertInto('model_revisions')
    .values({ ...row, ...facts })
    .execute();
}

function insertModel(db: Db, row: { readonly id: string; readonly revision: string }): Promise<unknown> {
  const facts = { state: 'active', source: 'demo', concurrency: 1, created_at: 1, updated_at: 1 } as const;
  return db
    .insertInto('models')
    .values({ ...row, ...facts, name: row.id })
    .execute();
}

/** A new model with its only revision, of which the id is returned. */
async function addModel(db: Db): Promise<string> {
  const [id, revision] = [randomUUID(), randomUUID()];
  await db.transaction().execute(async (transaction) => {
    await insertModel(transaction, { id, revision });
    await insertRevision(transaction, { id: revision, model_id: id });
  });
  return revision;
}

/** A battle, open to votes unless told otherwise, and the id of its visitor. */
async function addBattle(db: Db, phase: 'voting' | 'voted' = 'voting'): Promise<string> {
  const visitor_id = randomUUID();
  await db.insertInto('visitors').values({ id: visitor_id, voter_number: '1', created_at: 1 }).execute();
  await db
    .insertInto('policies')
    .values({ version: 1, policy: json({ type: 'uniform' }), created_at: 1 })
    .execute();
  const [model_a, model_b] = [await addModel(db), await addModel(db)];
  const drawn = { model_a, model_b, probability: 0.5, policy_version: 1, conditions: json({}) };
  const consent = { consent: 'private', consent_version: '1' } as const;
  const battle = { id: 'battle', visitor_id, kind: 'blind', phase, state: json({}), created_at: 1, updated_at: 1 };
  await db
    .insertInto('battles')
    .values({ ...battle, ...drawn, ...consent })
    .execute();
  return visitor_id;
}

function insertVote(db: Db, visitor_id: string, leaf_index: number): Promise<unknown> {
  const cast = { battle_id: 'battle', turn: 1, attempt: 1, outcome: 'tie', weight: 1, created_at: 1 } as const;
  const texts_salt = new Uint8Array(16);
  return db
    .insertInto('votes')
    .values({ id: randomUUID(), visitor_id, leaf_index, texts_salt, ...cast })
    .execute();
}

testDatabases('what the tables refuse', (database) => {
  test('a second standing vote of a voter on an attempt, but not one after an undo', async () => {
    const { db } = database();
    const visitor = await addBattle(db);
    await insertVote(db, visitor, 0);
    await expect(insertVote(db, visitor, 1)).rejects.toMatchObject({ code: '23505', constraint: 'votes_standing' });
    await db.updateTable('votes').set({ undone_at: 2, undo_leaf_index: 1 }).execute();
    await insertVote(db, visitor, 2);
    expect(await db.selectFrom('votes').select('leaf_index').orderBy('leaf_index').execute()).toHaveLength(2);
  });

  test('a model whose current revision is missing or belongs to another', async () => {
    const { db } = database();
    const refusal = { code: '23503', constraint: 'models_revision_fkey' };
    const revision = randomUUID();
    await expect(insertModel(db, { id: randomUUID(), revision })).rejects.toMatchObject(refusal);
    const ofAnother = await addModel(db);
    await expect(insertModel(db, { id: randomUUID(), revision: ofAnother })).rejects.toMatchObject(refusal);
  });

  test('a battle whose phase and times contradict each other', async () => {
    const { db } = database();
    const refused = addBattle(db, 'voted');
    await expect(refused).rejects.toMatchObject({ code: '23514', table: 'battles' });
  });

  test('texts without their battle; they go when it goes', async () => {
    const { db } = database();
    await addBattle(db);
    const prompt = { turn: 1, text: 'Why?', salt: new Uint8Array(16), created_at: 1 };
    const astray = db
      .insertInto('prompts')
      .values({ ...prompt, battle_id: 'none' })
      .execute();
    await expect(astray).rejects.toMatchObject({ code: '23503' });
    await db
      .insertInto('prompts')
      .values({ ...prompt, battle_id: 'battle' })
      .execute();
    const answer = { battle_id: 'battle', turn: 1, attempt: 1, side: 'a', state: 'pending' } as const;
    await db
      .insertInto('answers')
      .values({ ...answer, started_at: 1, updated_at: 1 })
      .execute();
    await db.deleteFrom('battles').execute();
    expect(await db.selectFrom('answers').selectAll().execute()).toEqual([]);
  });
});
