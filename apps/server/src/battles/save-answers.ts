import { type Side, sides } from '@agon/arena';
import { costUsd } from '@agon/llm';
import type { Kysely } from 'kysely';
import { json } from '../database/json.ts';
import type { Schema } from '../database/schema.ts';
import type { TokenPrice } from '../models/lineup.ts';
import type { AnswerSoFar } from './answer-stream.ts';
import type { Answering } from './answering.ts';

/** How one answer ended; `pending` while it is under way. */
export type AnswerState = 'pending' | 'complete' | 'failed' | 'stopped';

/** Writes what has arrived of both answers. A side that keeps its answer from before a retry is left as it is. */
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
    readonly states: Readonly<Record<Side, AnswerState>>;
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
      .set({ ...answerColumns(answer, prices[side]), shown: released[side], state: states[side], updated_at: now })
      .where('battle_id', '=', battleId)
      .where('turn', '=', answering.turn)
      .where('attempt', '=', answering.attempt)
      .where('side', '=', side)
      .execute();
  }
}

function answerColumns(answer: AnswerSoFar, price: TokenPrice | null) {
  const { usage, end } = answer;
  return {
    raw: storable(answer.raw),
    reasoning: storable(answer.reasoning),
    finish: end !== null && 'finish' in end ? end.finish : null,
    error_code: end !== null && 'error' in end ? end.error : null,
    input_tokens: usage?.inputTokens ?? null,
    output_tokens: usage?.outputTokens ?? null,
    cost_usd: usage === null || price === null ? null : costUsd(usage, price),
    first_token_ms: answer.firstTokenMs,
    duration_ms: answer.durationMs,
    findings: json<unknown>(answer.leaks),
  };
}

/** PostgreSQL's text has no NUL. */
function storable(text: string): string {
  return text.replaceAll('\0', '\u{FFFD}');
}
