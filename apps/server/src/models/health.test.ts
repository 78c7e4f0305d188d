import { test } from '@fast-check/vitest';
import type { Kysely } from 'kysely';
import { expect } from 'vitest';
import { json } from '../database/json.ts';
import type { Schema } from '../database/schema.ts';
import { testDatabases } from '../database/testing/test-databases.ts';
import { uuidv7 } from '../uuid.ts';
import { readHealth } from './health.ts';
import { anInput, morning, openStores } from './testing.ts';

interface Answer {
  readonly state: 'complete' | 'failed';
  readonly firstTokenMs: number | null;
  readonly durationMs: number;
  readonly outputTokens: number | null;
}

const open = { raw: '', shown: '', reasoning: '', finish: null, error_code: null, input_tokens: null, cost_usd: null };

const phases = {
  answering: { phase: 'answering', reveal_at: null, revealed_at: null, void_reason: null },
  failed: { phase: 'failed', reveal_at: null, revealed_at: null, void_reason: null },
  voting: { phase: 'voting', reveal_at: null, revealed_at: null, void_reason: null },
  voted: { phase: 'voted', reveal_at: morning, revealed_at: null, void_reason: null },
  revealed: { phase: 'revealed', reveal_at: null, revealed_at: morning, void_reason: null },
  void: { phase: 'void', reveal_at: null, revealed_at: null, void_reason: 'model-failed' },
} as const;

/** A battle of one turn between two revisions, with an answer for each side. */
async function addBattle(
  db: Kysely<Schema>,
  [a, b]: readonly [string, string],
  { phase = 'revealed', ...answers }: { a: Answer; b: Answer; phase?: keyof typeof phases },
) {
  const visitor = uuidv7(morning);
  const id = uuidv7(morning);
  const consent = { consent: 'private', consent_version: '1' } as const;
  const created = { created_at: morning, updated_at: morning };
  await db
    .insertInto('visitors')
    .values({ id: visitor, voter_number: String(await count(db)), created_at: 0, ...consent, consented_at: 0 })
    .execute();
  await db
    .insertInto('battles')
    .values({
      ...{ id, visitor_id: visitor, kind: 'blind', model_a: a, model_b: b, probability: 0.5 },
      ...{ policy_version: 1, ...consent, ...created, ...phases[phase] },
      ...{ state: json<unknown>({}), conditions: json<unknown>({}), leaf_index: null },
    })
    .execute();
  await db
    .insertInto('prompts')
    .values({ battle_id: id, turn: 1, text: 'Hello', salt: new Uint8Array(16), created_at: 0 })
    .execute();
  for (const side of ['a', 'b'] as const) {
    const { state, firstTokenMs, durationMs, outputTokens } = answers[side];
    const facts = { state, output_tokens: outputTokens, first_token_ms: firstTokenMs, duration_ms: durationMs };
    await db
      .insertInto('answers')
      .values({ ...open, ...facts, battle_id: id, turn: 1, attempt: 1, side, started_at: 0, updated_at: 0 })
      .execute();
  }
  return id;
}

async function addFailure(
  db: Kysely<Schema>,
  { battle, revision, code }: { battle: string; revision: string; code: string },
) {
  const at = { battle_id: battle, turn: 1, attempt: 1, side: 'a', at: 0 } as const;
  await db
    .insertInto('model_failures')
    .values({ id: uuidv7(morning), revision, error_code: code, ...at })
    .execute();
}

async function count(db: Kysely<Schema>): Promise<number> {
  return (await db.selectFrom('visitors').select('id').execute()).length;
}

const complete = (firstTokenMs: number, durationMs: number, outputTokens: number | null): Answer => ({
  ...{ state: 'complete', firstTokenMs, durationMs, outputTokens },
});
const failed: Answer = { state: 'failed', firstTokenMs: null, durationMs: 900, outputTokens: null };

testDatabases('health of models', (database) => {
  test('nobody was asked on a new arena', async () => {
    const { db } = database();
    await openStores(db);
    expect((await readHealth(db)).size).toBe(0);
  });

  test('battles, answers, failures and speed are of all revisions of a model together', async () => {
    const { db } = database();
    const { models } = await openStores(db);
    const before = await models.add(anInput());
    const plover = await models.edit(before.id, anInput({ providerModel: 'plover-3' }));
    const wren = await models.add(anInput({ name: 'Wren' }));
    const old: [string, string] = [before.revision.id, wren.revision.id];
    const fresh: [string, string] = [wren.revision.id, plover.revision.id];
    await addBattle(db, old, { a: complete(100, 1_100, 50), b: complete(500, 500, 3) });
    await addBattle(db, fresh, { a: complete(700, 1_700, null), b: complete(200, 3_200, 150) });
    const battle = await addBattle(db, old, { a: failed, b: complete(600, 1_600, 10) });
    for (const code of ['stalled', 'stalled', 'overloaded']) await addFailure(db, { battle, revision: old[0], code });
    const health = await readHealth(db);
    expect(health.get(plover.id)).toStrictEqual({
      battles: 3,
      answers: 2,
      failures: { stalled: 2, overloaded: 1 },
      medianFirstTokenMs: 150,
      tokensPerSecond: 50,
    });
    // An answer that came in one piece, or without a count, says nothing of the speed.
    expect(health.get(wren.id)).toStrictEqual({
      ...{ battles: 3, answers: 3, failures: {}, medianFirstTokenMs: 600, tokensPerSecond: 10 },
    });
  });

  test('a battle counts when it is revealed or void, and not while its models are hidden', async () => {
    const { db } = database();
    const { models } = await openStores(db);
    const [plover, wren] = [await models.add(anInput()), await models.add(anInput({ name: 'Wren' }))];
    const pair: [string, string] = [plover.revision.id, wren.revision.id];
    const fight = async (phase: keyof typeof phases) => {
      const battle = await addBattle(db, pair, { a: complete(100, 1_100, 50), b: failed, phase });
      await addFailure(db, { battle, revision: pair[0], code: 'stalled' });
    };
    for (const phase of ['answering', 'failed', 'voting', 'voted'] as const) await fight(phase);
    expect((await readHealth(db)).size).toBe(0);
    for (const phase of ['revealed', 'void'] as const) await fight(phase);
    const health = await readHealth(db);
    expect(health.get(plover.id)).toMatchObject({ battles: 2, answers: 2, failures: { stalled: 2 } });
    expect(health.get(wren.id)).toMatchObject({ battles: 2, answers: 0 });
  });

  test('a model that only ever failed has failures and no speed', async () => {
    const { db } = database();
    const { models } = await openStores(db);
    const [plover, wren] = [await models.add(anInput()), await models.add(anInput({ name: 'Wren' }))];
    await addBattle(db, [plover.revision.id, wren.revision.id], { a: failed, b: failed });
    expect((await readHealth(db)).get(plover.id)).toMatchObject({
      answers: 0,
      medianFirstTokenMs: null,
      tokensPerSecond: null,
    });
  });
});
