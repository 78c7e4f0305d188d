import type { ChatRequest, Usage } from './chat-model.ts';

/** What a model costs, in US dollars for a million tokens. */
export interface Price {
  readonly inputUsdPerMillion: number;
  readonly outputUsdPerMillion: number;
}

const MILLION = 1_000_000;
// Roles and separators of a chat template, more than any that we know of takes.
const TOKENS_AROUND_A_MESSAGE = 8;

/**
 * Price of an answer in US dollars.
 *
 * @example costUsd({ inputTokens: 1000, outputTokens: 500 }, { inputUsdPerMillion: 2, outputUsdPerMillion: 8 }) // 0.006
 */
export function costUsd(usage: Usage, price: Price): number {
  return (usage.inputTokens * price.inputUsdPerMillion + usage.outputTokens * price.outputUsdPerMillion) / MILLION;
}

/**
 * How many tokens a text may have, on the high side: a token for three Latin letters or spaces, for one digit or sign,
 * and three for four UTF-8 bytes of anything else. Ordinary English has about two thirds of it.
 *
 * @example estimateTokens('the cat') // 3
 */
export function estimateTokens(text: string): number {
  let thirds = 0;
  let otherBytes = 0;
  for (let k = 0; k < text.length; k++) {
    const code = text.charCodeAt(k);
    if (code < 128) thirds += isLetterOrSpace(code) ? 1 : 3;
    // A surrogate is half of a character of four bytes.
    else otherBytes += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
  }
  return Math.ceil(thirds / 3 + otherBytes * 0.75);
}

/** Tokens of a whole conversation, on the high side. */
export function estimateInputTokens(request: ChatRequest): number {
  return request.messages.reduce((sum, { content }) => sum + estimateTokens(content) + TOKENS_AROUND_A_MESSAGE, 0);
}

/**
 * The most that a request is expected to cost: its input on the high side, and output up to its limit.
 *
 * @example worstCaseUsd({ ...request, maxOutputTokens: 4096 }, price)
 */
export function worstCaseUsd(request: ChatRequest & { readonly maxOutputTokens: number }, price: Price): number {
  return costUsd({ inputTokens: estimateInputTokens(request), outputTokens: request.maxOutputTokens }, price);
}

function isLetterOrSpace(code: number): boolean {
  return code === 32 || (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
