import type { Budget, Reservation } from './budget.ts';
import type { ChatEvent, ChatModel, ChatRequest, StreamOptions, Usage } from './chat-model.ts';
import { costUsd, estimateInputTokens, estimateTokens, type Price, worstCaseUsd } from './cost.ts';
import { ModelError, type ModelErrorCode } from './model-error.ts';

/** Who pays for the answers of a model, and how much they cost. */
export interface BudgetOptions {
  readonly budget: Budget;
  readonly price: Price;
  /** Output limit of requests that name none; without a limit there is no worst case to reserve. 4,096. */
  readonly outputLimit?: number;
}

/**
 * The same model, asked only after the most that the answer may cost was reserved. Settled before the last event, or on
 * leaving the stream early, by the server's token counts, else by an estimate from what was received.
 *
 * @example
 * withBudget(model, { budget: memoryBudget(5), price: { inputUsdPerMillion: 2, outputUsdPerMillion: 8 } })
 */
export function withBudget(model: ChatModel, options: BudgetOptions): ChatModel {
  return { stream: (request, { signal }) => budgeted({ model, options }, request, signal) };
}

async function* budgeted(
  { model, options }: { model: ChatModel; options: BudgetOptions },
  request: ChatRequest,
  signal: StreamOptions['signal'],
): AsyncGenerator<ChatEvent> {
  const { budget, price, outputLimit = 4096 } = options;
  const bounded = { ...request, maxOutputTokens: request.maxOutputTokens ?? outputLimit };
  const reservation = await budget.reserve(worstCaseUsd(bounded, price));
  if (!reservation.isGranted) {
    yield { type: 'error', error: overBudget(reservation.reason) };
    return;
  }
  const meter = createMeter(bounded, price);
  const settle = settler(budget, reservation, meter);
  try {
    if (!signal.aborted) meter.sent();
    for await (const event of model.stream(bounded, { signal })) {
      meter.count(event);
      if (event.type === 'finish' || event.type === 'error') await settle();
      yield event;
    }
  } finally {
    await settle();
  }
}

function settler(budget: Budget, reservation: Reservation, meter: Meter): () => Promise<void> {
  let isSettled = false;
  return async () => {
    if (isSettled) return;
    isSettled = true;
    await budget.settle(reservation, meter.spentUsd());
  };
}

interface Meter {
  sent(): void;
  count(event: ChatEvent): void;
  spentUsd(): number;
}

// Errors by which a server turns a request away; nobody bills for those.
const UNBILLED: ReadonlySet<ModelErrorCode> = new Set<ModelErrorCode>([
  'unreachable',
  'unauthorized',
  'not-found',
  'rate-limited',
  'overloaded',
  'context-too-long',
  'over-budget',
  'invalid-request',
]);

function createMeter(request: ChatRequest, price: Price): Meter {
  let isBilled = false;
  let outputTokens = 0;
  let usage: Usage | undefined;
  return {
    sent() {
      isBilled = true;
    },
    count(event) {
      // Rounded up for each piece, which for pieces of one token is the exact count and never too little.
      if (event.type === 'text' || event.type === 'reasoning') outputTokens += estimateTokens(event.text);
      else if (event.type === 'usage') usage = event;
      else if (event.type === 'error' && outputTokens === 0 && UNBILLED.has(event.error.code)) isBilled = false;
    },
    spentUsd() {
      if (usage !== undefined) return costUsd(usage, price);
      return isBilled ? costUsd({ inputTokens: estimateInputTokens(request), outputTokens }, price) : 0;
    },
  };
}

function overBudget(reason: string): ModelError {
  return new ModelError('over-budget', `Not asked, because ${reason}. Raise the spend cap or wait until it is reset.`);
}
