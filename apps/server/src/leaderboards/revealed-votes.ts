import type { Outcome } from '@agon/votes';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../database/schema.ts';

/** A vote that may be in a board: its battle is revealed, it stands, and it is the last of its battle. */
export interface RevealedVote {
  readonly revisionA: string;
  readonly revisionB: string;
  readonly outcome: Outcome;
  readonly voter: string;
  readonly weight: number;
  readonly weightReasons: readonly string[];
  readonly battle: string;
  readonly turn: number;
  readonly time: number;
}

/** All of them, in the order of the ledger. */
export async function readRevealedVotes(db: Kysely<Schema>): Promise<readonly RevealedVote[]> {
  return db
    .selectFrom('votes')
    .innerJoin('battles', 'battles.id', 'votes.battle_id')
    .innerJoin('visitors', 'visitors.id', 'votes.visitor_id')
    .select(['battles.model_a as revisionA', 'battles.model_b as revisionB', 'votes.outcome', 'votes.weight'])
    .select(['visitors.voter_number as voter', 'votes.weight_reasons as weightReasons', 'votes.battle_id as battle'])
    .select(['votes.turn', 'votes.created_at as time'])
    .where('battles.phase', '=', 'revealed')
    .where('votes.undone_at', 'is', null)
    .where(
      sql<boolean>`not exists (
        select from votes later
        where later.battle_id = votes.battle_id and later.undone_at is null and later.turn > votes.turn)`,
    )
    .orderBy('votes.leaf_index')
    .execute();
}
