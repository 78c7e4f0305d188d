import { parseRecord } from '@agon/ledger';
import type { Kysely, Selectable } from 'kysely';
import type { Schema } from '../database/schema.ts';

type Leaf = Pick<Selectable<Schema['ledger_leaves']>, 'record'>;

/** Whether a leaf's content may be shown: one that speaks of a battle only after that battle's reveal, any other at once. */
export async function isOpen(db: Kysely<Schema>, { record }: Leaf): Promise<boolean> {
  if (record === null) return false;
  const parsed = parseRecord(JSON.parse(record));
  switch (parsed.type) {
    case 'battle':
    case 'vote':
      return isRevealed(db, parsed.battle);
    case 'undo':
    case 'weight':
    case 'exclusion': {
      const vote = await db
        .selectFrom('votes')
        .select('battle_id')
        .where('leaf_index', '=', parsed.vote)
        .executeTakeFirst();
      return vote !== undefined && isRevealed(db, vote.battle_id);
    }
    default:
      return true;
  }
}

async function isRevealed(db: Kysely<Schema>, battleId: string): Promise<boolean> {
  const battle = await db.selectFrom('battles').select('phase').where('id', '=', battleId).executeTakeFirst();
  return battle?.phase === 'revealed';
}
