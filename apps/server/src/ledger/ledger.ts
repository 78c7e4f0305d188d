import { randomInt } from 'node:crypto';
import {
  decodeFrontier,
  emptyFrontier,
  encodeFrontier,
  frontierRoot,
  inclusionProof,
  parseCheckpoint,
  type Signer,
  signCheckpoint,
  signerFromSeed,
} from '@agon/ledger';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Schema } from '../database/schema.ts';
import { Refused } from '../http/refused.ts';
import type { Keyring } from '../secrets/keyring.ts';
import { databaseNodes } from './nodes.ts';
import { isOpen } from './open-leaves.ts';

/** One leaf as anybody may see it. */
export interface LeafView {
  readonly index: number;
  readonly hash: string;
  readonly type: string;
  readonly record: string | null;
  readonly salt: string | null;
  readonly inclusion: { readonly size: number; readonly proof: string[] } | null;
}

/** The ledger of one arena, for readers; leaves are appended by the transactions that they belong to. */
export interface Ledger {
  readonly origin: string;
  readonly verifierKey: string;
  size(): Promise<number>;
  /** The newest signed checkpoint; null before the first. */
  checkpoint(): Promise<string | null>;
  /** Signs the ledger as it is committed now, if it has grown since the last checkpoint. */
  sign(): Promise<void>;
  /** @throws {Refused} `leaf-not-found` */
  leaf(index: number): Promise<LeafView>;
  close(): void;
}

export interface LedgerOptions {
  readonly db: Kysely<Schema>;
  readonly keyring: Keyring;
  readonly log: Logger;
  readonly now: () => number;
  /** Milliseconds between checkpoints while there are votes. */
  readonly checkpointEveryMs: number;
}

/** Opens the ledger, and begins it in a new database. */
export async function openLedger({ db, keyring, log, now, checkpointEveryMs }: LedgerOptions): Promise<Ledger> {
  const origin = await originOf(db, now());
  const signer = signerFromSeed(origin, keyring.ledgerSeed);
  const sign = () => signCommitted(db, signer, now());
  const timer = setInterval(() => {
    sign().catch((error: unknown) => log.error({ err: error }, 'a checkpoint could not be signed'));
  }, checkpointEveryMs);
  timer.unref();
  await sign();

  return {
    origin,
    verifierKey: signer.verifierKey,
    sign,
    async size() {
      const head = await db.selectFrom('ledger_head').select('size').executeTakeFirstOrThrow();
      return head.size;
    },
    async checkpoint() {
      return (await newest(db))?.note ?? null;
    },
    async leaf(index) {
      const leaf = await db.selectFrom('ledger_leaves').selectAll().where('index', '=', index).executeTakeFirst();
      if (leaf === undefined)
        throw new Refused('leaf-not-found', `The ledger has no leaf ${index}.`, { facts: { index } });
      const mayOpen = await isOpen(db, leaf);
      return {
        index,
        hash: hex(leaf.hash),
        type: leaf.type,
        record: mayOpen ? leaf.record : null,
        salt: mayOpen && leaf.salt !== null ? hex(leaf.salt) : null,
        inclusion: await inclusionOf(db, index),
      };
    },
    close: () => clearInterval(timer),
  };
}

/** The name of the log: random, and not the host's, so that an arena can move. */
async function originOf(db: Kysely<Schema>, now: number): Promise<string> {
  const frontier = encodeFrontier(emptyFrontier);
  await db
    .insertInto('ledger_head')
    .values({ id: 1, origin: randomOrigin(), size: 0, frontier, updated_at: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return (await db.selectFrom('ledger_head').select('origin').executeTakeFirstOrThrow()).origin;
}

function randomOrigin(): string {
  const letters = 'abcdefghjkmnpqrstvwxyz23456789';
  return `agon-${Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')}`;
}

/** What is read here is committed, so a power cut can take nothing back of what the checkpoint names. */
async function signCommitted(db: Kysely<Schema>, signer: Signer, now: number): Promise<void> {
  const head = await db.selectFrom('ledger_head').selectAll().executeTakeFirstOrThrow();
  if (head.size === 0 || (await newest(db))?.size === head.size) return;
  const note = signCheckpoint({ size: head.size, root: frontierRoot(decodeFrontier(head.frontier)) }, signer);
  await db
    .insertInto('checkpoints')
    .values({ size: head.size, note, created_at: now })
    .onConflict((conflict) => conflict.column('size').doNothing())
    .execute();
}

async function newest(db: Kysely<Schema>): Promise<{ size: number; note: string } | undefined> {
  return db.selectFrom('checkpoints').select(['size', 'note']).orderBy('size', 'desc').limit(1).executeTakeFirst();
}

async function inclusionOf(db: Kysely<Schema>, index: number): Promise<LeafView['inclusion']> {
  const last = await newest(db);
  if (last === undefined) return null;
  const { size } = parseCheckpoint(last.note);
  if (index >= size) return null;
  const proof = await inclusionProof(databaseNodes(db), { index, size });
  return { size, proof: proof.map(hex) };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
