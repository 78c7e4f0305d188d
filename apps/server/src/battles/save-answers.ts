import { type Side, sides } from '@agon/arena';
import { costUsd } from '@agon/llm';
import type { Kysely } from 'kysely';
import { json } from '../database/json.ts';
import type { Schema } from '../database/schema.ts';
import type { TokenPrice } from '../models/lineup.ts';
import type { AnswerSoFar } from './answer-stream.ts';
import type { Answering } from './answering.ts';

/** How one answer ended. */
export type AnswerState = 'complete' | 'failed' | 'stopped';

/**
 * Writes what has arrived of both answers, and how they ended; null while they are under way. An answer that has ended meanwhile is never
 * written over, and a side that keeps its answer from before a retry is left as it is.
 */
export async function saveAnswers(
  db: Kysely<Schema>,
  answering: Answering,
  {
    battleId,
    states,
    prices,
    now,
  }: {
    readonly battleId: string;
    readonly states: Readonly<Record<Side, AnswerState>> | null;
    readonly prices: Readonly<Record<Side, TokenPrice | null>>;
    readonly now: number;
  },
): Promise<void> {
  const released = answering.released();
  for (const side of sides) {
    const answer = answering.soFar(side);
    if (answer === null) continue;
    await db
      .updateTable('answers')
      .set({ ...answerColumns(answer, prices[side]), shown: released[side], updated_at: now })
      .$if(states !== null, (update) => update.set({ state: states?.[side] ?? 'stopped' }))
      .where('battle_id', '=', battleId)
      .where('turn', '=', answering.turn)
      .where('attempt', '=', answering.attempt)
      .where('side', '=', side)
      .where('state', '=', 'pending')
      .execute();
  }
}

function answerColumns(answer: AnswerSoFar, price: TokenPrice | null) {
  const { usage, end } = answer;
  return {
    raw: answer.raw,
    reasoning: answer.reasoning,
    finish: end !== null && 'finish' in end ? end.finish : null,
    error_code: end !== null && 'error' in end ? end.error : null,
    input_tokens: countOf(usage?.inputTokens),
    output_tokens: countOf(usage?.outputTokens),
    cost_usd: usage === null || price === null ? null : costUsd(usage, price),
    first_token_ms: answer.firstTokenMs,
    duration_ms: answer.durationMs,
    findings: json<unknown>(answer.leaks),
  };
}

/** A count that a provider made up is none. */
function countOf(tokens: number | undefined): number | null {
  return tokens !== undefined && Number.isInteger(tokens) && tokens >= 0 && tokens < 2 ** 31 ? tokens : null;
}
