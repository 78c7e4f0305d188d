import { z } from 'zod';

/** The newest signed checkpoint of the ledger. */
export const checkpointSchema = z.object({
  /** A C2SP signed note: origin, size, root, signature; null before the first one. */
  note: z.string().nullable(),
  /** Key with which to check it, in the form of signed notes. */
  verifierKey: z.string(),
});

/** One leaf with the proof that the newest checkpoint contains it. Its content only once its battle is revealed. */
export const leafSchema = z.object({
  index: z.int(),
  /** Hex. */
  hash: z.string(),
  type: z.string(),
  record: z.string().nullable(),
  /** Hex. */
  salt: z.string().nullable(),
  /** Hashes (hex) from the leaf's neighbour up to the root of a tree of `size` leaves; null until a checkpoint covers the leaf. */
  inclusion: z.object({ size: z.int(), proof: z.array(z.string()) }).nullable(),
});
