import { randomBytes } from 'node:crypto';
import {
  append,
  decodeFrontier,
  emptyFrontier,
  encodeFrontier,
  type LedgerRecord,
  type SealedLeaf,
  sealLeaf,
  type TreeNode,
} from '@agon/ledger';
import type { Transaction } from 'kysely';
import type { Schema } from '../database/schema.ts';

/** A leaf as it stands in the ledger once its transaction commits. */
export interface AppendedLeaf extends SealedLeaf {
  readonly index: number;
  readonly salt: Uint8Array;
}

/**
 * Appends records to the ledger inside a transaction. The lock on the head is taken here and held until the commit, so that
 * two transactions never give one index twice; take every other lock before.
 */
export async function appendLeaves(
  tx: Transaction<Schema>,
  records: readonly LedgerRecord[],
  now: number,
): Promise<readonly AppendedLeaf[]> {
  if (records.length === 0) return [];
  const head = await tx
    .selectFrom('ledger_head')
    .select(['size', 'frontier'])
    .where('id', '=', 1)
    .forUpdate()
    .executeTakeFirstOrThrow();
  let frontier = decodeFrontier(head.frontier) ?? emptyFrontier;
  const leaves: AppendedLeaf[] = [];
  const nodes: TreeNode[] = [];
  for (const record of records) {
    const salt = randomBytes(16);
    const leaf = { ...sealLeaf(record, salt), salt, index: frontier.size };
    const appended = append(frontier, leaf.hash);
    frontier = appended.frontier;
    leaves.push(leaf);
    nodes.push(...appended.nodes);
  }
  await tx
    .insertInto('ledger_leaves')
    .values(
      leaves.map(({ index, hash, json, salt }, at) => ({
        index,
        hash,
        type: records[at]?.type ?? '',
        record: json,
        salt,
        created_at: now,
      })),
    )
    .execute();
  await tx.insertInto('ledger_nodes').values(nodes).execute();
  await tx
    .updateTable('ledger_head')
    .set({ size: frontier.size, frontier: encodeFrontier(frontier), updated_at: now })
    .where('id', '=', 1)
    .execute();
  return leaves;
}
