import type { ChatRequest } from '../chat-model.ts';
import type { Problem } from './problem.ts';

/** Which fields a server takes. Found out by trying: no list of servers stays right for long. */
export interface Dialect {
  readonly hasStreamOptions: boolean;
  /**
   * The older `max_tokens` goes first: every server knows it or refuses it by name, while some that do not know the newer
   * field ignore it in silence.
   */
  readonly limitField: 'max_tokens' | 'max_completion_tokens' | null;
  readonly hasTemperature: boolean;
  readonly hasReasoningEffort: boolean;
}

/** What is tried first. */
export const FIRST_DIALECT: Dialect = {
  hasStreamOptions: true,
  limitField: 'max_tokens',
  hasTemperature: true,
  hasReasoningEffort: true,
};

/** The body of a request in a dialect. */
export function requestBody(model: string, request: ChatRequest, dialect: Dialect): Record<string, unknown> {
  const { messages, temperature, maxOutputTokens, reasoningEffort } = request;
  return {
    model,
    messages: messages.map(({ role, content }) => ({ role, content })),
    stream: true,
    ...(dialect.hasStreamOptions && { stream_options: { include_usage: true } }),
    ...(dialect.limitField !== null && maxOutputTokens !== undefined && { [dialect.limitField]: maxOutputTokens }),
    ...(dialect.hasTemperature && temperature !== undefined && { temperature }),
    ...(dialect.hasReasoningEffort && reasoningEffort !== undefined && { reasoning_effort: reasoningEffort }),
  };
}

const REFUSAL =
  /unsupported|not support|does ?n[o']t (support|accept)|unrecogni[sz]ed|unknown|unexpected|not (permitted|allowed)|extra_forbidden|additional propert/i;

/**
 * The dialect to try after a server refused a field by name; undefined where it refused something else. Every step gives
 * one field up, so trying ends after a few steps.
 */
export function adapt(
  dialect: Dialect,
  problem: Problem,
  sent: Readonly<Record<string, unknown>>,
): Dialect | undefined {
  if (problem.status !== 400 && problem.status !== 422) return undefined;
  const words = `${problem.code ?? ''} ${problem.type ?? ''} ${problem.message}`;
  if (!REFUSAL.test(words)) return undefined;
  const isRefused = (field: string): boolean =>
    field in sent &&
    (problem.param === undefined ? new RegExp(`\\b${field}\\b`) : fieldPattern(field)).test(problem.param ?? words);
  if (isRefused('stream_options')) return { ...dialect, hasStreamOptions: false };
  if (isRefused('max_tokens')) return { ...dialect, limitField: 'max_completion_tokens' };
  if (isRefused('max_completion_tokens')) return { ...dialect, limitField: null };
  if (isRefused('temperature')) return { ...dialect, hasTemperature: false };
  if (isRefused('reasoning_effort')) return { ...dialect, hasReasoningEffort: false };
  return undefined;
}

// `param` may name a part of the field, such as `stream_options.include_usage`.
function fieldPattern(field: string): RegExp {
  return new RegExp(`^${field}(\\W|$)`);
}
