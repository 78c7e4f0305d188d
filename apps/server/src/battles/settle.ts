import { type Battle, completeAnswer, failAnswer, pendingSides, type Side } from '@agon/arena';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { TokenPrice } from '../models/lineup.ts';
import { uuidv7 } from '../uuid.ts';
import type { Answering } from './answering.ts';
import { lockBattle, saveBattle } from './battle-row.ts';
import { type AnswerState, saveAnswers } from './save-answers.ts';

/** What settling needs to know of an attempt. */
export interface Settling {
  readonly battleId: string;
  readonly answering: Answering;
  readonly revisions: Readonly<Record<Side, string>>;
  readonly prices: Readonly<Record<Side, TokenPrice | null>>;
  readonly now: number;
}

/** Ends that are not the model's doing, and are not counted against it. */
const notItsDoing = new Set(['cancelled', 'over-budget']);

/** Writes both answers as they ended, what is counted against a model, and the battle's new state, in one transaction. */
export async function settleAnswers(db: Kysely<Schema>, settling: Settling): Promise<Battle> {
  const { battleId, answering, revisions, prices, now } = settling;
  return db.transaction().execute(async (tx) => {
    const { state } = await lockBattle(tx, battleId);
    let next = state;
    const states: Record<Side, AnswerState> = { a: 'complete', b: 'complete' };
    // Both at once and never one by one: the state between would tell who ended first.
    for (const side of pendingSides(state)) {
      const code = errorOf(answering, side);
      next = code === null ? completeAnswer(next, side) : failAnswer(next, side);
      if (code === null) continue;
      states[side] = 'failed';
      if (notItsDoing.has(code)) continue;
      await tx
        .insertInto('model_failures')
        .values({
          id: uuidv7(now),
          revision: revisions[side],
          battle_id: battleId,
          turn: answering.turn,
          attempt: answering.attempt,
          side,
          error_code: code,
          at: now,
        })
        .execute();
    }
    await saveAnswers(tx, answering, { battleId, states, prices, now });
    await saveBattle(tx, battleId, next, now);
    return next;
  });
}

function errorOf(answering: Answering, side: Side): string | null {
  const end = answering.soFar(side)?.end ?? null;
  return end !== null && 'error' in end ? end.error : null;
}
