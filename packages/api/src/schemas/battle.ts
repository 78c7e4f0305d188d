import { outcomes } from '@agon/votes';
import { z } from 'zod';
import { reasonChips } from '../reason-chips.ts';

/** One of the two sides of a battle. */
export const sideSchema = z.enum(['a', 'b']);

/** Where a battle stands; the machine of `@agon/arena` moves it. */
export const phaseSchema = z.enum(['answering', 'voting', 'stopped', 'failed', 'voted', 'revealed', 'void']);

/**
 * How answers are shown. `paced`: as they come; `slow`: so too, and one is so far ahead of the other that showing both when finished is
 * offered; `when-finished`: held until both are complete.
 */
const pacingSchema = z.enum(['paced', 'slow', 'when-finished']);

const answerView = z.object({
  /** What has been released so far, names masked. */
  text: z.string(),
  /** `pending` for both sides until both have ended: which of them ended first would tell speed. */
  state: z.enum(['pending', 'complete', 'failed', 'stopped']),
});

const attemptView = z.object({ attempt: z.int().min(1), a: answerView, b: answerView });

const chip = z.enum([...reasonChips.good, ...reasonChips.bad]);

const standingVote = z.object({
  outcome: z.enum(outcomes),
  /** Reasons that the voter ticked for each side. */
  reasons: z.object({ a: z.array(chip), b: z.array(chip) }),
  comment: z.string().nullable(),
  /** How much it counts, and why: with the reveal only. 0 is kept and takes no part in boards. */
  weight: z.number().nullable(),
  weightReasons: z.array(z.string()),
  receipt: z.object({
    /** Place of the vote's leaf in the ledger. */
    index: z.int().min(0),
    /** Hex. */
    leafHash: z.string(),
    /** The leaf's content and salt (hex): with the reveal only, else the few possible pairs could be tried against the hash. */
    record: z.string().nullable(),
    salt: z.string().nullable(),
  }),
});

const turnView = attemptView.extend({
  turn: z.int().min(1),
  prompt: z.string(),
  /** False after the reveal: the chat goes on, no vote is asked. */
  ranked: z.boolean(),
  vote: standingVote.nullable(),
  /** Earlier attempts of this turn, oldest first. */
  earlier: z.array(attemptView),
});

const answerFacts = z.object({
  turn: z.int().min(1),
  inputTokens: z.int().nullable(),
  outputTokens: z.int().nullable(),
  costUsd: z.number().nullable(),
  firstTokenMs: z.int().nullable(),
  durationMs: z.int().nullable(),
});

const revealedModel = z.object({
  name: z.string(),
  organisation: z.string().nullable(),
  license: z.string().nullable(),
  link: z.string().nullable(),
  /** A scripted character that comes with the arena, not a language model. */
  demo: z.boolean(),
  temperature: z.number().nullable(),
  maxOutputTokens: z.int().nullable(),
  reasoningEffort: z.string().nullable(),
  systemPrompt: z.string().nullable(),
  answers: z.array(answerFacts),
  /** Names that this side's answers gave away and that were masked. */
  masked: z.array(z.string()),
});

const reveal = z.object({
  a: revealedModel,
  b: revealedModel,
  /** Probability with which this pair on these sides was drawn. */
  probability: z.number(),
  policyVersion: z.int(),
});

/** A battle as its voter may see it: nothing here depends on who the models are before `reveal` is set. */
export const battleViewSchema = z.object({
  id: z.string(),
  phase: phaseSchema,
  turns: z.array(turnView),
  /** Needed to vote, once. Set in phase `voting` only. */
  voteToken: z.string().nullable(),
  /** Milliseconds until the names appear by themselves. Set in phase `voted` only. */
  revealInMs: z.number().nullable(),
  /** Sides without an answer. Set in phase `failed`, and in `revealed` where the open chat failed. */
  failedSides: z.array(sideSchema),
  /** State of the open chat after the reveal. Set in phase `revealed` only. */
  chat: z.enum(['idle', 'answering', 'stopped', 'failed']).nullable(),
  /** How the answers under way are shown. Null while nothing is being answered. */
  pacing: pacingSchema.nullable(),
  voidReason: z.enum(['model-failed', 'abandoned', 'interrupted']).nullable(),
  reveal: reveal.nullable(),
  /** Number of the last event that this view includes: where to resume. */
  lastEvent: z.int().min(0),
});

/** See {@link battleViewSchema}. */
export type BattleView = z.infer<typeof battleViewSchema>;

/** Question to a new battle or to a running one. Its length is checked against the limits of the arena. */
export const askSchema = z.object({ prompt: z.string() });

/** A vote: the single-use token of the view, and the outcome. */
export const castVoteSchema = z.object({ token: z.string().min(1), outcome: z.enum(outcomes) });

/** Why a voter voted so: chips for each side and free text, for a turn with a standing vote. May be sent again; the last one stands. */
export const feedbackSchema = z.object({
  turn: z.int().min(1),
  reasons: z.object({ a: z.array(chip).max(12), b: z.array(chip).max(12) }),
  comment: z.string().max(2_000).nullable(),
});

/** What arrives on the channel of a battle; the number of an event is its SSE id. */
export const battleEventSchema = z.discriminatedUnion('type', [
  /** The whole view: on connecting without a known last event, and at each change of phase. */
  z.object({ type: z.literal('battle'), battle: battleViewSchema }),
  /** Words for both sides of the current attempt, released by one clock. */
  z.object({ type: z.literal('words'), turn: z.int(), attempt: z.int(), a: z.string(), b: z.string() }),
  /** The pacing of the answers under way has changed. */
  z.object({ type: z.literal('pacing'), pacing: pacingSchema }),
]);

/** See {@link battleEventSchema}. */
export type BattleEvent = z.infer<typeof battleEventSchema>;
