import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { type Checkpoint, verifyCheckpoint } from './checkpoint/checkpoint.ts';
import { InvalidReceipt } from './errors.ts';
import { checkLeaf } from './leaf/leaf.ts';
import { verifyInclusion } from './merkle/inclusion.ts';
import { type LedgerRecord, ledgerRecordSchema } from './records.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/, '64 lower-case hexadecimal digits are needed');
const salt = z.string().regex(/^[0-9a-f]{32}$/, '32 lower-case hexadecimal digits are needed');

/**
 * What a voter holds of a vote. At once: which log, which leaf, its hash. With the reveal: the record and its salt. After the next
 * checkpoint: the proof that the leaf is in it.
 */
export const receiptSchema = z.strictObject({
  format: z.literal('agon-receipt/1'),
  origin: z.string().min(1),
  index: z.int().nonnegative(),
  leaf: hash,
  /** Null before the reveal: with the salt the few possible pairs could be tried, and the names be known before the vote stands. */
  opening: z.strictObject({ record: ledgerRecordSchema, salt }).nullable(),
  /** Null until a checkpoint covers the leaf. `proof` is lowest first. */
  inclusion: z.strictObject({ proof: z.array(hash).max(64), checkpoint: z.string() }).nullable(),
});

export type Receipt = z.infer<typeof receiptSchema>;

/** What a receipt shows; null where it does not reach that far yet. */
export interface ReceiptFindings {
  /** The record that the leaf holds. */
  readonly record: LedgerRecord | null;
  /** The signed state of the log that has the leaf. */
  readonly checkpoint: Checkpoint | null;
}

export interface ReceiptCheck {
  /** Key of the log, known from elsewhere than the receipt. */
  readonly verifierKey: string;
  /** An earlier receipt of the same vote, which this one must continue. */
  readonly earlier?: Receipt;
}

/** @throws {InvalidReceipt} naming the field that is wrong */
export function parseReceipt(value: unknown): Receipt {
  const read = receiptSchema.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new InvalidReceipt(`The receipt's field "${issue?.path.join('.') ?? ''}" is refused: ${issue?.message}`);
}

/**
 * Checks everything that a receipt claims, with nothing but the log's key: that the record is what the leaf holds, that the leaf is in
 * the checkpoint, that the log signed the checkpoint, and that it is the leaf which was promised.
 *
 * @throws {LeafMismatch} if record and salt do not give the leaf
 * @throws {ProofMismatch} if the proof does not lead to the checkpoint's root
 * @throws {SignatureRefused} if the checkpoint is not signed by the key
 * @throws {InvalidReceipt} if it is of another log or leaf than `earlier` or its own checkpoint
 * @throws {LedgerError} for malformed parts
 * @example verifyReceipt(parseReceipt(JSON.parse(text)), { verifierKey }).record
 */
export function verifyReceipt(receipt: Receipt, { verifierKey, earlier }: ReceiptCheck): ReceiptFindings {
  if (earlier !== undefined) requireSameLeaf(receipt, earlier);
  const { opening, inclusion } = receipt;
  if (opening !== null) checkLeaf(opening.record, hexToBytes(opening.salt), hexToBytes(receipt.leaf));
  const checkpoint = inclusion === null ? null : checkInclusion(receipt, inclusion, verifierKey);
  return { record: opening?.record ?? null, checkpoint };
}

function checkInclusion(
  { origin, index, leaf }: Receipt,
  { proof, checkpoint: note }: NonNullable<Receipt['inclusion']>,
  verifierKey: string,
): Checkpoint {
  const checkpoint = verifyCheckpoint(note, verifierKey);
  if (checkpoint.origin !== origin) {
    throw new InvalidReceipt(`The receipt is of the log ${origin}, its checkpoint of ${checkpoint.origin}.`);
  }
  const { size, root } = checkpoint;
  verifyInclusion(
    { index, size, leafHash: hexToBytes(leaf), root },
    proof.map((hex) => hexToBytes(hex)),
  );
  return checkpoint;
}

function requireSameLeaf(receipt: Receipt, earlier: Receipt): void {
  for (const field of ['origin', 'index', 'leaf'] as const) {
    if (receipt[field] === earlier[field]) continue;
    throw new InvalidReceipt(`The earlier receipt has ${field} ${earlier[field]}, this one ${receipt[field]}.`);
  }
}

/**
 * The receipt at the time of the vote.
 *
 * @example sealedReceipt({ origin: signer.name, index: 12, leafHash: sealed.hash })
 */
export function sealedReceipt(vote: { origin: string; index: number; leafHash: Uint8Array }): Receipt {
  const { origin, index, leafHash } = vote;
  return { format: 'agon-receipt/1', origin, index, leaf: bytesToHex(leafHash), opening: null, inclusion: null };
}
