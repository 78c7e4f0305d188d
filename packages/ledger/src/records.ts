import { z } from 'zod';
import { InvalidRecord, OutOfRange } from './errors.ts';

const version = z.literal(1);
/** To the minute in UTC, such as `2026-01-02T03:04Z`: a finer time would help to find out who a voter is. */
const time = z.iso.datetime({ precision: -1, error: 'a UTC time to the minute is needed, such as 2026-01-02T03:04Z' });
const battleId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22,64}$/, '22 to 64 characters of A–Z, a–z, 0–9, "_" and "-" are needed');
const id = z.uuid().regex(/^[0-9a-f-]+$/, 'lower case is needed');
const leafIndex = z.int().nonnegative();
const weight = z.number().nonnegative();
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 hash as 64 lower-case hexadecimal digits is needed');
/** A stable code, such as `faster-than-reading`. */
const code = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a code of lower-case words joined by "-" is needed');
const text = z.string().min(1).max(500);
/** A random number of up to 20 digits, as text, since JSON's numbers end at 2⁵³. */
const voter = z.string().regex(/^(0|[1-9][0-9]{0,19})$/, 'a whole number as decimal text is needed');

/** A battle begins: who answers on which side, how likely that draw was, and a salted hash of the first prompt. */
const battle = z.strictObject({
  version,
  type: z.literal('battle'),
  time,
  battle: battleId,
  kind: code,
  /** Revision of the model on each side. */
  modelA: id,
  modelB: id,
  /** Of the ordered draw: this pair on these sides. */
  probability: z.number().positive().max(1),
  policyVersion: z.int().positive(),
  prompt: hash,
});

/** A vote is cast. */
const vote = z.strictObject({
  version,
  type: z.literal('vote'),
  time,
  battle: battleId,
  turn: z.int().positive(),
  attempt: z.int().positive(),
  outcome: z.enum(['a', 'b', 'tie', 'both_bad']),
  voter,
  /** At first; a later change is a leaf of type `weight`. */
  weight,
  /** Why the weight is what it is, and flags that left it alone. */
  reasons: z.array(code).max(32),
  /** Salted hash of the conversation as it was shown. */
  texts: hash,
});

/** A voter took the vote at leaf `vote` back before the reveal. */
const undo = z.strictObject({ version, type: z.literal('undo'), time, vote: leafIndex, reason: code });

/** The vote at leaf `vote` counts with another weight from now on. */
const weightChange = z.strictObject({
  version,
  type: z.literal('weight'),
  time,
  vote: leafIndex,
  weight,
  reason: code,
});

/** The vote at leaf `vote` takes part in no board any more; its record stays. */
const exclusion = z.strictObject({ version, type: z.literal('exclusion'), time, vote: leafIndex, reason: code });

/** Record, salt and texts of a leaf were erased. */
const withdrawal = z.strictObject({ version, type: z.literal('withdrawal'), time, leaf: leafIndex, reason: code });

/** Two voter numbers turned out to be one person. */
const link = z.strictObject({
  version,
  type: z.literal('link'),
  time,
  voters: z.tuple([voter, voter]).refine(([first, second]) => first !== second, 'two different voters are needed'),
});

/** A revision of a model, from now on in the draw. A revision never changes. */
const model = z.strictObject({
  version,
  type: z.literal('model'),
  time,
  revision: id,
  model: id,
  /** Of the revision among those of its model, from 1. */
  number: z.int().positive(),
  name: text,
  organisation: text.nullable(),
  license: text.nullable(),
  /** Hash of the settings under which it answers, by `jsonHash`. */
  settings: hash,
});

/** The rule of the draw from now on. */
const policy = z.strictObject({
  version,
  type: z.literal('policy'),
  time,
  policyVersion: z.int().positive(),
  policy: z.record(z.string(), z.json()),
});

/** A batch of votes that were cast elsewhere. */
const imported = z.strictObject({ version, type: z.literal('import'), time, hash, count: z.int().positive() });

/** First leaf of a log that takes the place of another, with the last published checkpoint of that one. */
const restart = z.strictObject({
  version,
  type: z.literal('restart'),
  time,
  origin: text,
  size: z.int().nonnegative(),
  root: hash,
  reason: code,
});

/** What a leaf of the log can say. Every type has a `version`, so that a later form of it can stand beside this one. */
export const ledgerRecordSchema = z.discriminatedUnion('type', [
  battle,
  vote,
  undo,
  weightChange,
  exclusion,
  withdrawal,
  link,
  model,
  policy,
  imported,
  restart,
]);

export type LedgerRecord = z.infer<typeof ledgerRecordSchema>;

/**
 * Reads a record.
 *
 * @throws {InvalidRecord} naming the first field that is wrong
 * @example parseRecord({ version: 1, type: 'undo', time: '2026-01-02T03:04Z', vote: 7, reason: 'voter' }).type // 'undo'
 */
export function parseRecord(value: unknown): LedgerRecord {
  const read = ledgerRecordSchema.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new InvalidRecord(issue?.path.join('.') ?? '', issue?.message ?? 'no record of this log.');
}

/**
 * A time as records hold it: rounded down to the minute, UTC. `timeMs` is in milliseconds since 1970.
 *
 * @throws {OutOfRange} for no number, and for years outside 0–9999
 * @example minuteOf(1767323096789) // '2026-01-02T03:04Z'
 */
export function minuteOf(timeMs: number): string {
  const date = new Date(timeMs);
  const year = date.getUTCFullYear();
  if (!(year >= 0 && year <= 9999)) throw new OutOfRange(`${timeMs} ms is no time between the years 0 and 9999.`);
  return `${date.toISOString().slice(0, 16)}Z`;
}
