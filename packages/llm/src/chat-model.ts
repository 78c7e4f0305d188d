import type { ModelError } from './model-error.ts';

/** One message of a conversation. */
export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** What is asked of a model. A setting left out is left to the server's default. */
export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  readonly temperature?: number;
  /** Reasoning counts too, wherever the server counts it. */
  readonly maxOutputTokens?: number;
  readonly reasoningEffort?: 'none' | 'low' | 'medium' | 'high';
}

/** Tokens as the server counted them; `outputTokens` includes `reasoningTokens`. */
export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly reasoningTokens?: number;
}

/** Why an answer ended: by itself, at the output limit, by declining, or for a reason the server did not explain. */
export type FinishReason = 'stop' | 'length' | 'refusal' | 'other';

/**
 * One event of an answer. A stream is `(text | reasoning)* usage? (finish | error)`: texts are never empty, usage comes
 * at most once and right before the end, exactly one finish or error is the last event, and iterating never throws.
 */
export type ChatEvent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'reasoning'; readonly text: string }
  | ({ readonly type: 'usage' } & Usage)
  | { readonly type: 'finish'; readonly reason: FinishReason }
  | { readonly type: 'error'; readonly error: ModelError };

/** How a stream is called: the signal ends it early, with an error `cancelled` as its last event. */
export interface StreamOptions {
  readonly signal: AbortSignal;
}

/**
 * Any language model. Leaving the loop early (`break`) closes the connection, as aborting does.
 *
 * @example
 * for await (const event of model.stream({ messages: [{ role: 'user', content: 'Hi' }] }, { signal })) {
 *   if (event.type === 'text') show(event.text);
 * }
 */
export interface ChatModel {
  stream(request: ChatRequest, options: StreamOptions): AsyncIterable<ChatEvent>;
}
