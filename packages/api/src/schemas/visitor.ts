import { z } from 'zod';

/** What a voter allows to be done with the texts: kept private, or shared without a name. */
export const consentSchema = z.object({
  choice: z.enum(['private', 'share']),
  version: z.string().regex(/^[\w.-]{1,32}$/),
});

/** What a voter wants the page to do. */
export const preferencesSchema = z.object({
  /** Reveal at once after a vote, without the ten seconds of undo. */
  revealAtOnce: z.boolean(),
});

/** The arena as a visitor finds it: what can be asked, what is allowed, what is known of the visitor. Sent before anything is tried. */
export const arenaSchema = z.object({
  name: z.string(),
  /** Whether the built-in characters answer, since no real model is set up. */
  demo: z.boolean(),
  /** Models that can be drawn. */
  models: z.int(),
  limits: z.object({
    promptCharacters: z.int(),
    turns: z.int(),
    /** Battles that this visitor may still start now, and the rule behind it. */
    battlesLeft: z.int(),
    battlesPerWindow: z.int(),
    windowMinutes: z.int(),
    /** Seconds until one more battle is allowed, where none is left. */
    retryAfterSeconds: z.int(),
  }),
  consentVersion: z.string(),
  visitor: z.object({
    /** The random number that stands for this visitor in the ledger; null until the first battle. */
    voterNumber: z.string().nullable(),
    consent: z.enum(['private', 'share']).nullable(),
    preferences: preferencesSchema,
  }),
  /** Whether a session of the admin is open in this browser. */
  admin: z.boolean(),
});

/** See {@link arenaSchema}. */
export type Arena = z.infer<typeof arenaSchema>;
