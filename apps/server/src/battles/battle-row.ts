import type { Battle, Side } from '@agon/arena';
import { type Selectable, sql, type Transaction } from 'kysely';
import { json } from '../database/json.ts';
import type { Schema } from '../database/schema.ts';
import { Refused } from '../http/refused.ts';
import type { Conditions } from '../models/lineup.ts';

/** A row of `battles` with its documents read. */
export type BattleRow = Omit<Selectable<Schema['battles']>, 'state' | 'conditions'> & {
  readonly state: Battle;
  /** Settings under which each side answers, as they were at the draw. */
  readonly conditions: Readonly<Record<Side, Conditions>>;
};

/** A visitor's own battle, locked until the transaction ends. A battle of somebody else is not found. */
export async function lockBattle(tx: Transaction<Schema>, id: string, visitorId?: string): Promise<BattleRow> {
  let query = tx.selectFrom('battles').selectAll().where('id', '=', id);
  if (visitorId !== undefined) query = query.where('visitor_id', '=', visitorId);
  const row = await query.forUpdate().executeTakeFirst();
  if (row === undefined) throw battleNotFound();
  return battleRow(row);
}

/** Both documents were written by this program, whole. */
export function battleRow(row: Selectable<Schema['battles']>): BattleRow {
  return { ...row, state: row.state as Battle, conditions: row.conditions as BattleRow['conditions'] };
}

/** Writes the state of a battle and the columns that follow from it. */
export async function saveBattle(tx: Transaction<Schema>, id: string, state: Battle, now: number): Promise<void> {
  await tx
    .updateTable('battles')
    .set({
      state: json<unknown>(state),
      phase: state.phase,
      updated_at: now,
      reveal_at: state.phase === 'voted' ? state.revealAt : null,
      ...(state.phase === 'revealed' && { revealed_at: sql<number>`coalesce(revealed_at, ${now})` }),
      void_reason: state.phase === 'void' ? state.reason : null,
    })
    .where('id', '=', id)
    .execute();
}

/** Whether a text can be the id of a battle: 128 bits as base64url. */
export function isBattleId(text: string): boolean {
  return /^[\w-]{22}$/.test(text);
}

/** The refusal for an unknown battle, and for a battle of somebody else: the two look the same. */
export function battleNotFound(): Refused {
  return new Refused('battle-not-found', 'There is no such battle, or it belongs to another visitor.');
}
