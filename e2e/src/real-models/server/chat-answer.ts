import type { Finish } from '../sample.ts';

/** Facts that all parts of one chat completion share. */
export interface Completion {
  readonly id: string;
  /** Seconds since 1970. */
  readonly created: number;
  readonly model: string;
}

export interface Usage {
  readonly promptTokens: number;
  readonly completionTokens: number;
}

/** A whole chat completion. */
export function wholeAnswer(
  completion: Completion,
  answer: { readonly text: string; readonly finish: Finish },
  usage: Usage,
): object {
  const message = { role: 'assistant', content: answer.text, refusal: null };
  const choice = { index: 0, message, logprobs: null, finish_reason: answer.finish };
  return { ...headOf(completion, 'chat.completion'), choices: [choice], usage: usageFields(usage) };
}

/** A chunk of a streamed chat completion: the role first, then text, then the reason for the end. */
export function chunk(
  completion: Completion,
  delta: { readonly role?: 'assistant'; readonly content?: string },
  finish: Finish | null,
): object {
  const choice = { index: 0, delta, logprobs: null, finish_reason: finish };
  return { ...headOf(completion, 'chat.completion.chunk'), choices: [choice] };
}

/** The chunk after the last, sent where the request asks for usage. */
export function usageChunk(completion: Completion, usage: Usage): object {
  return { ...headOf(completion, 'chat.completion.chunk'), choices: [], usage: usageFields(usage) };
}

function headOf({ id, created, model }: Completion, object: string): object {
  return { id, object, created, model };
}

function usageFields({ promptTokens, completionTokens }: Usage): object {
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
  };
}
