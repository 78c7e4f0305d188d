import type { Battle } from '@agon/arena';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { lockBattle, saveBattle } from './battle-row.ts';
import type { LiveBattle } from './live-battle.ts';
import { transition } from './refusals.ts';
import { saveAnswers } from './save-answers.ts';

/**
 * Ends the attempt under way before its time, by `stop`, `abandon` or `interrupt`: both calls are ended, what was released is kept.
 * Call it inside the battle's exclusive work.
 */
export async function stopUnfinished(
  db: Kysely<Schema>,
  {
    live,
    command,
    now,
  }: { readonly live: LiveBattle; readonly command: (state: Battle) => Battle; readonly now: number },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { state } = await lockBattle(tx, live.id);
    const next = transition(() => command(state));
    live.answering?.stop();
    if (live.answering !== null) {
      const states = { a: 'stopped', b: 'stopped' } as const;
      await saveAnswers(tx, live.answering, { battleId: live.id, states, prices: { a: null, b: null }, now });
    }
    // Also those of which this server knows nothing, since it was started after them.
    await tx
      .updateTable('answers')
      .set({ state: 'stopped', updated_at: now })
      .where('battle_id', '=', live.id)
      .where('state', '=', 'pending')
      .execute();
    await saveBattle(tx, live.id, next, now);
  });
  live.answering = null;
}
