import type { Board } from '@agon/boards';
import { z } from 'zod';

const boardModel = z.object({
  organisation: z.string().nullable(),
  license: z.string().nullable(),
  link: z.string().nullable(),
  demo: z.boolean(),
  state: z.enum(['active', 'paused', 'retired']),
});

/** The live board, computed from every revealed vote that stands. */
export const liveBoardSchema = z.object({
  /** The board of `@agon/boards` (format agon-board/1), or null while the votes cannot be rated. */
  board: z.custom<Board>().nullable(),
  /** Why there is no board yet. */
  reason: z.enum(['no-votes', 'not-connected']).nullable(),
  /** Facts of each model, by the name that the board uses. */
  models: z.record(z.string(), boardModel),
  votes: z.object({
    /** Standing votes of revealed battles. */
    standing: z.int(),
    /** Those with a weight above 0. */
    counted: z.int(),
    /** Votes of weight 0 by reason. */
    weightless: z.record(z.string(), z.int()),
  }),
  /** Leaves of the ledger when the board was computed. */
  ledgerSize: z.int(),
  /** UTC milliseconds. */
  computedAt: z.number(),
});

/** See {@link liveBoardSchema}. */
export type LiveBoard = z.infer<typeof liveBoardSchema>;
