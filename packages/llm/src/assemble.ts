import type { Budget } from './budget.ts';
import type { ChatModel } from './chat-model.ts';
import { type QueuedModel, withConcurrency } from './concurrency.ts';
import type { Price } from './cost.ts';
import { guarded } from './guard.ts';
import { type RetryOptions, withRetry } from './retry.ts';
import type { Runtime } from './runtime.ts';
import { type TimeoutOptions, withTimeouts } from './timeouts.ts';
import { withBudget } from './with-budget.ts';

/** Everything around a bare model. */
export interface AssembleOptions {
  readonly runtime: Runtime;
  readonly retry?: RetryOptions;
  readonly timeouts?: TimeoutOptions;
  /** Answers at a time; 8. */
  readonly maxConcurrent?: number;
  /** Spending is counted where both are given. */
  readonly budget?: Budget;
  readonly price?: Price;
  /** Output limit of requests that name none; 4,096. Used only with a budget. */
  readonly outputLimit?: number;
}

/**
 * A bare model with time-outs, budget, queue and retries around it, in the one order that is right: waiting in the queue
 * is no time-out and holds no money, every attempt is paid for by itself, and a wait between attempts holds no place.
 *
 * @example
 * const model = assemble(openAiCompatible(endpoint, { fetch, runtime }), { runtime, maxConcurrent: 4 });
 */
export function assemble(model: ChatModel, options: AssembleOptions): QueuedModel {
  const { runtime, budget, price, outputLimit } = options;
  const timed = withTimeouts(model, options.timeouts ?? {}, runtime);
  const paid =
    budget && price ? withBudget(timed, { budget, price, ...(outputLimit !== undefined && { outputLimit }) }) : timed;
  const queued = withConcurrency(paid, options.maxConcurrent ?? 8);
  return { load: queued.load, stream: guarded(withRetry(queued, options.retry ?? {}, runtime)).stream };
}
