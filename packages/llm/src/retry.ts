import type { ChatEvent, ChatModel, ChatRequest, StreamOptions } from './chat-model.ts';
import { cancellation, type ModelError } from './model-error.ts';
import { pause, type Runtime } from './runtime.ts';

/** When to try again; what is left out has the default. */
export interface RetryOptions {
  /** All attempts together; 3. */
  readonly maxAttempts?: number;
  /** Longest wait before the second attempt, in milliseconds; it doubles for each further one; 500. */
  readonly baseDelayMs?: number;
  /** Longest wait that we choose ourselves; 8,000. */
  readonly maxDelayMs?: number;
  /** No attempt starts later than this after the first one, whatever the server asks; 45,000. */
  readonly giveUpAfterMs?: number;
}

/**
 * The same model, tried again after a retryable error that came before the first text or reasoning: later would repeat
 * what was already shown. Waits what the server asks for, else a random part of an exponentially growing time.
 *
 * @example
 * withRetry(model, { maxAttempts: 5 }, runtime)
 */
export function withRetry(model: ChatModel, options: RetryOptions, runtime: Runtime): ChatModel {
  const limits = { maxAttempts: 3, baseDelayMs: 500, maxDelayMs: 8_000, giveUpAfterMs: 45_000, ...options };
  return { stream: (request, { signal }) => retried({ model, limits, runtime }, request, signal) };
}

interface Retried {
  readonly model: ChatModel;
  readonly limits: Required<RetryOptions>;
  readonly runtime: Runtime;
}

async function* retried(
  { model, limits, runtime }: Retried,
  request: ChatRequest,
  signal: StreamOptions['signal'],
): AsyncGenerator<ChatEvent> {
  const started = runtime.now();
  for (let attempt = 1; ; attempt++) {
    const failure: ModelError | undefined = yield* attemptOnce(model.stream(request, { signal }));
    if (failure === undefined) return;
    const delayMs = waitBefore(attempt, failure, { limits, random: runtime.random });
    const isLate = runtime.now() - started + delayMs > limits.giveUpAfterMs;
    if (!failure.isRetryable || attempt >= limits.maxAttempts || isLate) {
      yield { type: 'error', error: failure };
      return;
    }
    if (!(await pause(runtime.sleep, delayMs, signal))) {
      yield { type: 'error', error: cancellation(signal) };
      return;
    }
  }
}

/** Passes one attempt on; returns its error, with nothing yielded, where it failed before its first words. */
async function* attemptOnce(events: AsyncIterable<ChatEvent>): AsyncGenerator<ChatEvent, ModelError | undefined> {
  let hasBegun = false;
  let usage: ChatEvent | undefined;
  for await (const event of events) {
    if (event.type === 'error' && !hasBegun) return event.error;
    if (event.type === 'usage') {
      usage = event;
      continue;
    }
    if (usage !== undefined) yield usage;
    hasBegun = true;
    yield event;
  }
  return undefined;
}

function waitBefore(
  attempt: number,
  failure: ModelError,
  { limits, random }: { limits: Required<RetryOptions>; random: () => number },
): number {
  const grown = Math.min(limits.maxDelayMs, limits.baseDelayMs * 2 ** (attempt - 1));
  // Full jitter, so that many failed at one moment do not come back at one moment; after what the server asked, never before.
  return random() * grown + (failure.retryAfterMs ?? 0);
}
