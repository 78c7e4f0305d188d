import { randomBytes } from 'node:crypto';
import { type Battle, castVote, undoVote } from '@agon/arena';
import { type LedgerRecord, minuteOf, textHash } from '@agon/ledger';
import type { Outcome } from '@agon/votes';
import type { Kysely, Transaction } from 'kysely';
import { type BattleRow, lockBattle, saveBattle } from '../battles/battle-row.ts';
import { transition } from '../battles/refusals.ts';
import type { VoteClaims } from '../battles/vote-token.ts';
import { json } from '../database/json.ts';
import type { Schema } from '../database/schema.ts';
import { appendLeaves } from '../ledger/append.ts';
import { uuidv7 } from '../uuid.ts';
import type { Visitor } from '../visitors/visitors.ts';
import { checkClaims } from './check-claims.ts';

/** A vote on its way into the box. */
export interface Ballot {
  readonly visitor: Visitor;
  readonly battleId: string;
  readonly claims: VoteClaims;
  readonly outcome: Outcome;
  /** Weight and its reasons, found from how the vote was cast. */
  readonly weight: number;
  readonly weightReasons: readonly string[];
  /** The conversation as it was shown, turn by turn: prompt, answer a, answer b. */
  readonly texts: readonly string[];
}

/** Takes votes. When a promise resolves, the vote and its leaf are on the disk. */
export interface BallotBox {
  /** @throws {Refused} the token does not fit the battle as it stands */
  cast(ballot: Ballot): Promise<Battle>;
  /** Takes back the standing vote on the current attempt. @throws {Refused} */
  undo(visitor: Visitor, battleId: string): Promise<Battle>;
}

interface Waiting {
  readonly ballot: Ballot;
  readonly resolve: (battle: Battle) => void;
  readonly reject: (error: unknown) => void;
}

/** Most ballots of one transaction: a visitor waits for the transaction of others at most once. */
const mostTogether = 200;

/**
 * A ballot box. Votes that come while a transaction is under way share the next one, so that syncing the disk does not bound how many
 * are taken; a vote that is refused does not hinder the others of its transaction.
 */
export function createBallotBox({ db, now }: { readonly db: Kysely<Schema>; readonly now: () => number }): BallotBox {
  const waiting: Waiting[] = [];
  let isCounting = false;

  async function count(): Promise<void> {
    if (isCounting) return;
    isCounting = true;
    while (waiting.length > 0) await countTogether(waiting.splice(0, mostTogether));
    isCounting = false;
  }

  async function countTogether(together: readonly Waiting[]): Promise<void> {
    try {
      const results = await db.transaction().execute((tx) =>
        castAll(
          tx,
          together.map(({ ballot }) => ballot),
          now(),
        ),
      );
      for (const [at, { resolve, reject }] of together.entries()) {
        const result = results[at];
        if (result instanceof Error || result === undefined) reject(result);
        else resolve(result);
      }
    } catch (error) {
      for (const { reject } of together) reject(error);
    }
  }

  return {
    cast: (ballot) =>
      new Promise((resolve, reject) => {
        waiting.push({ ballot, resolve, reject });
        void count();
      }),
    undo: (visitor, battleId) => db.transaction().execute((tx) => undoOne(tx, { visitor, battleId, now: now() })),
  };
}

interface Accepted {
  readonly at: number;
  readonly ballot: Ballot;
  readonly state: Battle;
  readonly textsSalt: Uint8Array;
  readonly record: LedgerRecord;
}

/** Casts ballots in one transaction: for each the battle's new state, or the error with which it is refused. */
async function castAll(tx: Transaction<Schema>, ballots: readonly Ballot[], now: number): Promise<(Battle | Error)[]> {
  const results: (Battle | Error)[] = [];
  const accepted: Accepted[] = [];
  // Battles are locked in one order by every transaction, and before the ledger's head: no two wait for each other in a ring.
  const order = [...ballots.keys()].sort((x, y) => compare(ballots[x]?.battleId ?? '', ballots[y]?.battleId ?? ''));
  const states = new Map<string, BattleRow>();
  for (const at of order) {
    const ballot = ballots[at];
    if (ballot === undefined) continue;
    try {
      const row = states.get(ballot.battleId) ?? (await lockBattle(tx, ballot.battleId, ballot.visitor.id));
      checkClaims(ballot.battleId, row.state, ballot.claims);
      const state = transition(() => castVote(row.state, { outcome: ballot.outcome, now }));
      states.set(ballot.battleId, { ...row, state });
      accepted.push(accept({ at, ballot, state, now }));
      results[at] = state;
    } catch (error) {
      if (!(error instanceof Error) || isDatabaseError(error)) throw error;
      results[at] = error;
    }
  }
  const leaves = await appendLeaves(
    tx,
    accepted.map(({ record }) => record),
    now,
  );
  for (const { ballot, state } of accepted) await saveBattle(tx, ballot.battleId, state, now);
  if (accepted.length > 0) {
    await tx
      .insertInto('votes')
      .values(accepted.map((vote, k) => voteRow(vote, leaves[k]?.index ?? -1, now)))
      .execute();
  }
  return results;
}

function accept({ at, ballot, state, now }: { at: number; ballot: Ballot; state: Battle; now: number }): Accepted {
  const textsSalt = randomBytes(16);
  const { turn, attempt } = ballot.claims;
  const record: LedgerRecord = {
    version: 1,
    type: 'vote',
    time: minuteOf(now),
    battle: ballot.battleId,
    turn,
    attempt,
    outcome: ballot.outcome,
    voter: ballot.visitor.voterNumber,
    weight: ballot.weight,
    reasons: [...ballot.weightReasons],
    texts: textHash(textsSalt, ballot.texts),
  };
  return { at, ballot, state, textsSalt, record };
}

function voteRow({ ballot, textsSalt }: Accepted, leafIndex: number, now: number) {
  return {
    id: uuidv7(now),
    battle_id: ballot.battleId,
    turn: ballot.claims.turn,
    attempt: ballot.claims.attempt,
    visitor_id: ballot.visitor.id,
    outcome: ballot.outcome,
    weight: ballot.weight,
    weight_reasons: json(ballot.weightReasons),
    comment: null,
    texts_salt: textsSalt,
    leaf_index: leafIndex,
    created_at: now,
    undone_at: null,
    undo_leaf_index: null,
  };
}

async function undoOne(
  tx: Transaction<Schema>,
  { visitor, battleId, now }: { visitor: Visitor; battleId: string; now: number },
): Promise<Battle> {
  const row = await lockBattle(tx, battleId, visitor.id);
  const state = transition(() => undoVote(row.state));
  const vote = await tx
    .selectFrom('votes')
    .select(['id', 'leaf_index'])
    .where('battle_id', '=', battleId)
    .where('undone_at', 'is', null)
    .orderBy('turn', 'desc')
    .orderBy('attempt', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const [leaf] = await appendLeaves(
    tx,
    [{ version: 1, type: 'undo', time: minuteOf(now), vote: vote.leaf_index, reason: 'voter' }],
    now,
  );
  await tx
    .updateTable('votes')
    .set({ undone_at: now, undo_leaf_index: leaf?.index ?? null })
    .where('id', '=', vote.id)
    .execute();
  await saveBattle(tx, battleId, state, now);
  return state;
}

/** After one of these the transaction is gone, and with it every ballot in it. */
function isDatabaseError(error: Error): boolean {
  return !('status' in error);
}

function compare(x: string, y: string): number {
  return x < y ? -1 : Number(x > y);
}
