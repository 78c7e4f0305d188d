import { z } from 'zod';

/** The four outcomes of a vote, in the order of their codes in columns: `outcomes[code]`. */
export const outcomes = ['a', 'b', 'tie', 'both_bad'] as const;

/** One voter's outcome on one battle: side a better, side b better, both good, both bad. */
export type Outcome = (typeof outcomes)[number];

const message = z.object({ role: z.string(), content: z.string() });

/** One message of a conversation. */
export type Message = z.infer<typeof message>;

/**
 * The vote record: what one vote says, in any file and any room.
 *
 * Times are UTC milliseconds. `covariates` hold one number a side (`length`, `headers`, `latency` …); a board's control is made
 * from the two. Unknown fields are absent, never empty.
 */
export const voteRecordSchema = z.object({
  modelA: z.string().min(1),
  modelB: z.string().min(1),
  outcome: z.enum(outcomes),
  voter: z.string().min(1).optional(),
  time: z.number().optional(),
  battle: z.string().min(1).optional(),
  turn: z.int().min(1).optional(),
  prompt: z.string().min(1).optional(),
  language: z.string().min(1).optional(),
  tags: z.array(z.string().min(1)).optional(),
  weight: z.number().min(0).optional(),
  covariates: z.record(z.string(), z.object({ a: z.number(), b: z.number() })).optional(),
  /** Columns of the file that have no place of their own, as strings; only those that the reader was asked to keep. */
  labels: z.record(z.string(), z.string()).optional(),
  conversationA: z.array(message).optional(),
  conversationB: z.array(message).optional(),
});

/** See {@link voteRecordSchema}. */
export type VoteRecord = z.infer<typeof voteRecordSchema>;
