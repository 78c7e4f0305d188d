import type { ChatModel, Usage } from './chat-model.ts';
import { costUsd, type Price } from './cost.ts';
import { ModelError } from './model-error.ts';
import type { Runtime } from './runtime.ts';

/** What came of greeting a model. */
export type ModelTest =
  | {
      readonly isOk: true;
      readonly text: string;
      /** Until the first text or reasoning. */
      readonly latencyMs: number;
      readonly totalMs: number;
      /** Where the server counts tokens. */
      readonly usage?: Usage;
      /** Where usage and price are known. */
      readonly costUsd?: number;
    }
  | { readonly isOk: false; readonly error: ModelError };

/** What the greeting needs from outside. */
export interface SayHiOptions {
  readonly runtime: Runtime;
  readonly signal: AbortSignal;
  readonly price?: Price;
}

// Room for models that reason before they greet; the reply itself is short.
const OUTPUT_LIMIT = 1024;
const GREETING = 'Say hi in one short sentence.';

/**
 * Sends a model a short greeting and reports how it went, for the admin who has just set it up.
 *
 * @example
 * await sayHi(model, { runtime, signal }) // { isOk: true, text: 'Hi there!', latencyMs: 212, totalMs: 340, … }
 */
export async function sayHi(model: ChatModel, { runtime, signal, price }: SayHiOptions): Promise<ModelTest> {
  const request = { messages: [{ role: 'user', content: GREETING }], maxOutputTokens: OUTPUT_LIMIT } as const;
  const started = runtime.now();
  let text = '';
  let latencyMs: number | undefined;
  let usage: Usage | undefined;
  for await (const event of model.stream(request, { signal })) {
    if (event.type === 'error') return { isOk: false, error: event.error };
    if (event.type === 'text' || event.type === 'reasoning') latencyMs ??= runtime.now() - started;
    if (event.type === 'text') text += event.text;
    if (event.type === 'usage') {
      const { type: _, ...counts } = event;
      usage = counts;
    }
  }
  const totalMs = runtime.now() - started;
  if (latencyMs === undefined) return { isOk: false, error: new ModelError('bad-response', 'The model said nothing.') };
  return {
    isOk: true,
    text,
    latencyMs,
    totalMs,
    ...(usage !== undefined && { usage, ...(price !== undefined && { costUsd: costUsd(usage, price) }) }),
  };
}
