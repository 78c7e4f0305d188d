import type { Leak, Side } from '@agon/arena';
import type { ChatMessage } from '@agon/llm';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';

/** One turn of a battle with all its attempts. */
export interface StoredTurn {
  readonly turn: number;
  readonly prompt: string;
  readonly promptSalt: Uint8Array;
  readonly answers: readonly StoredAnswer[];
}

/** One answer as it stands in the database. */
export interface StoredAnswer {
  readonly attempt: number;
  readonly side: Side;
  /** As the model wrote it. */
  readonly raw: string;
  /** As it was shown, names masked. */
  readonly shown: string;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly costUsd: number | null;
  readonly firstTokenMs: number | null;
  readonly durationMs: number | null;
  /** What was masked in it. */
  readonly leaks: readonly Leak[];
  readonly startedAt: number;
}

/** All turns of a battle, in order. */
export async function readTurns(db: Kysely<Schema>, battleId: string): Promise<readonly StoredTurn[]> {
  const prompts = await db
    .selectFrom('prompts')
    .selectAll()
    .where('battle_id', '=', battleId)
    .orderBy('turn')
    .execute();
  const answers = await db
    .selectFrom('answers')
    .selectAll()
    .where('battle_id', '=', battleId)
    .orderBy('turn')
    .orderBy('attempt')
    .orderBy('side')
    .execute();
  return prompts.map(({ turn, text, salt }) => ({
    turn,
    prompt: text,
    promptSalt: salt,
    answers: answers
      .filter((answer) => answer.turn === turn)
      .map((answer) => ({
        attempt: answer.attempt,
        side: answer.side,
        raw: answer.raw,
        shown: answer.shown,
        inputTokens: answer.input_tokens,
        outputTokens: answer.output_tokens,
        costUsd: answer.cost_usd,
        firstTokenMs: answer.first_token_ms,
        durationMs: answer.duration_ms,
        leaks: answer.findings as readonly Leak[], // Written by `saveAnswers`, whole.
        startedAt: answer.started_at,
      })),
  }));
}

/** What one side is asked: the system prompt, earlier prompts with this side's own last answers, the newest prompt. */
export function messagesFor(
  side: Side,
  turns: readonly StoredTurn[],
  systemPrompt: string | null,
): readonly ChatMessage[] {
  const messages: ChatMessage[] = systemPrompt === null ? [] : [{ role: 'system', content: systemPrompt }];
  for (const [at, { prompt, answers }] of turns.entries()) {
    messages.push({ role: 'user', content: prompt });
    if (at === turns.length - 1) break;
    const answer = answers.findLast((candidate) => candidate.side === side);
    // A turn that was stopped before its first word still needs an answer between two questions.
    messages.push({ role: 'assistant', content: answer?.raw === undefined || answer.raw === '' ? '…' : answer.raw });
  }
  return messages;
}
