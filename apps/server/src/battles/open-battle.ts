import { randomBytes } from 'node:crypto';
import { type Battle, startBattle } from '@agon/arena';
import { minuteOf, textHash } from '@agon/ledger';
import type { Kysely, Transaction } from 'kysely';
import { json } from '../database/json.ts';
import type { Schema } from '../database/schema.ts';
import { appendLeaves } from '../ledger/append.ts';
import type { Conditions } from '../models/lineup.ts';
import type { Visitor } from '../visitors/visitors.ts';

/** A drawn battle before its first word. */
export interface NewBattle {
  readonly visitor: Visitor;
  readonly consent: { readonly choice: 'private' | 'share'; readonly version: string };
  readonly prompt: string;
  /** Revisions. */
  readonly a: string;
  readonly b: string;
  readonly conditions: { readonly a: Conditions; readonly b: Conditions };
  /** Of this pair on these sides. */
  readonly probability: number;
  readonly policyVersion: number;
  readonly now: number;
}

/** Writes a new battle, its first prompt and its leaf in one transaction. Gives the public id: 128 random bits. */
export async function openBattle(db: Kysely<Schema>, battle: NewBattle): Promise<string> {
  const id = randomBytes(16).toString('base64url');
  const { now } = battle;
  const state = startBattle();
  const salt = randomBytes(16);
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('battles')
      .values({
        id,
        visitor_id: battle.visitor.id,
        kind: state.kind,
        phase: state.phase,
        state: json<unknown>(state),
        model_a: battle.a,
        model_b: battle.b,
        conditions: json<unknown>(battle.conditions),
        consent: battle.consent.choice,
        consent_version: battle.consent.version,
        probability: battle.probability,
        policy_version: battle.policyVersion,
        created_at: now,
        updated_at: now,
        reveal_at: null,
        revealed_at: null,
        void_reason: null,
        leaf_index: null,
      })
      .execute();
    await addPrompt(tx, { battleId: id, turn: 1, text: battle.prompt, salt, now });
    await addAnswers(tx, { battleId: id, state, now });
    const [leaf] = await appendLeaves(
      tx,
      [
        {
          version: 1,
          type: 'battle',
          time: minuteOf(now),
          battle: id,
          kind: state.kind,
          modelA: battle.a,
          modelB: battle.b,
          probability: battle.probability,
          policyVersion: battle.policyVersion,
          prompt: textHash(salt, [battle.prompt]),
        },
      ],
      now,
    );
    await tx
      .updateTable('battles')
      .set({ leaf_index: leaf?.index ?? null })
      .where('id', '=', id)
      .execute();
  });
  return id;
}

/** Writes the prompt of a turn. */
export async function addPrompt(
  tx: Transaction<Schema>,
  { battleId, turn, text, salt, now }: { battleId: string; turn: number; text: string; salt: Uint8Array; now: number },
): Promise<void> {
  await tx.insertInto('prompts').values({ battle_id: battleId, turn, text, salt, created_at: now }).execute();
}

/** Writes rows for the answers that the current attempt waits for; those of a retry begin anew. */
export async function addAnswers(
  tx: Transaction<Schema>,
  { battleId, state, now }: { battleId: string; state: Battle; now: number },
): Promise<void> {
  const turn = state.turns.at(-1);
  const attempt = turn?.attempts.at(-1);
  if (turn === undefined || attempt === undefined) return;
  const fresh = { raw: '', shown: '', reasoning: '', state: 'pending' as const, finish: null, error_code: null };
  const unknown = { input_tokens: null, output_tokens: null, cost_usd: null, first_token_ms: null, duration_ms: null };
  const times = { started_at: now, updated_at: now };
  for (const side of ['a', 'b'] as const) {
    if (attempt[side].state !== 'pending') continue;
    const values = { ...fresh, ...unknown, ...times, findings: json<unknown>([]) };
    await tx
      .insertInto('answers')
      .values({ ...values, battle_id: battleId, turn: turn.turn, attempt: attempt.attempt, side })
      .onConflict((conflict) => conflict.columns(['battle_id', 'turn', 'attempt', 'side']).doUpdateSet(values))
      .execute();
  }
}
