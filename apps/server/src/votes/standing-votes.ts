import type { Outcome } from '@agon/votes';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';

/** A vote that stands, with its leaf. */
export interface StandingVoteRow {
  readonly id: string;
  readonly turn: number;
  readonly attempt: number;
  readonly outcome: Outcome;
  readonly reasons: { readonly a: readonly string[]; readonly b: readonly string[] };
  readonly comment: string | null;
  readonly weight: number;
  readonly weightReasons: readonly string[];
  readonly leafIndex: number;
  readonly leafHash: Uint8Array;
  /** The leaf's content; null once erased. */
  readonly record: string | null;
  readonly salt: Uint8Array | null;
}

/** The votes of a battle that stand, in the order of turns. */
export async function readStandingVotes(db: Kysely<Schema>, battleId: string): Promise<readonly StandingVoteRow[]> {
  const rows = await db
    .selectFrom('votes')
    .innerJoin('ledger_leaves', 'ledger_leaves.index', 'votes.leaf_index')
    .select([
      'votes.id',
      'votes.turn',
      'votes.attempt',
      'votes.outcome',
      'votes.reasons',
      'votes.comment',
      'votes.weight',
    ])
    .select([
      'votes.weight_reasons as weightReasons',
      'votes.leaf_index',
      'ledger_leaves.hash',
      'ledger_leaves.record',
      'ledger_leaves.salt',
    ])
    .where('votes.battle_id', '=', battleId)
    .where('votes.undone_at', 'is', null)
    .orderBy('votes.turn')
    .execute();
  return rows.map(({ leaf_index, hash, ...row }) => ({ ...row, leafIndex: leaf_index, leafHash: hash }));
}
