import type { ChatEvent, ChatModel, ChatRequest } from '../chat-model.ts';
import { estimateInputTokens } from '../cost.ts';
import { guarded } from '../guard.ts';
import { pause, type Runtime } from '../runtime.ts';
import { castOf } from './characters.ts';
import { speak } from './speak.ts';

/** What a demo model needs from outside. */
export interface DemoOptions {
  readonly runtime: Pick<Runtime, 'now' | 'sleep'>;
  /** Another seed gives other stories; 0. */
  readonly seed?: number;
}

/**
 * A scripted character as a model: answers anything, in its own manner and at its own speed, always the same for the same
 * seed and conversation.
 *
 * @throws RangeError where no character has the id.
 *
 * @example
 * createDemoModel('demo-laconic', { runtime }) // asked "2 + 2", it says "2 + 2 = 4."
 */
export function createDemoModel(id: string, { runtime, seed = 0 }: DemoOptions): ChatModel {
  castOf(id);
  return guarded({ stream: (request, { signal }) => perform({ id, runtime, seed }, request, signal) });
}

interface Performance extends Required<DemoOptions> {
  readonly id: string;
}

async function* perform(
  { id, runtime, seed }: Performance,
  request: ChatRequest,
  signal: AbortSignal,
): AsyncGenerator<ChatEvent> {
  const { firstTokenMs, tokensPerSecond } = castOf(id);
  const { reasoning = '', text } = speak(id, request.messages, seed);
  const pieces = [...piecesOf(reasoning, 'reasoning'), ...piecesOf(text, 'text')];
  const limit = Math.min(pieces.length, request.maxOutputTokens ?? pieces.length);
  const started = runtime.now() + firstTokenMs;
  for (const [k, piece] of pieces.slice(0, limit).entries()) {
    // Against the start and not the piece before, so that late timers do not add up.
    const wait = started + (k * 1000) / tokensPerSecond - runtime.now();
    if (wait > 0 && !(await pause(runtime.sleep, wait, signal))) return;
    yield piece;
  }
  const reasoningTokens = Math.min(limit, pieces.filter(({ type }) => type === 'reasoning').length);
  yield {
    type: 'usage',
    inputTokens: estimateInputTokens(request),
    outputTokens: limit,
    ...(reasoningTokens > 0 && { reasoningTokens }),
  };
  yield { type: 'finish', reason: limit < pieces.length ? 'length' : 'stop' };
}

/** A text cut as tokenizers do: short words whole with the space before them, long ones in parts. */
function piecesOf(
  text: string,
  type: 'text' | 'reasoning',
): { readonly type: 'text' | 'reasoning'; readonly text: string }[] {
  return (text.match(/\s*\S{1,6}|\s+$/gu) ?? []).map((piece) => ({ type, text: piece }));
}
