import type { ChatEvent, FinishReason, Usage } from '../chat-model.ts';
import { asCount, asText, at, isRecord, parseJson } from '../json.ts';
import { ModelError } from '../model-error.ts';
import type { Arrived } from './documents.ts';
import { errorOf, type Teller } from './error-of.ts';
import { problemOfJson } from './problem.ts';
import { createThinkTags, type Piece } from './think-tags.ts';

/** Turns what a server sends into the events of an answer. */
export interface AnswerReader {
  read(arrived: Arrived): ChatEvent[];
  /** The last events, once the server has ended. */
  end(): ChatEvent[];
  /** Whether only usage can still come. */
  isFinished(): boolean;
}

/** @throws ModelError from `read` and `end` where the server sent an error or something that is no answer. */
export function createAnswerReader(teller: Teller, maxCharacters: number): AnswerReader {
  const tags = createThinkTags();
  let characters = 0;
  let hasText = false;
  let isRefusal = false;
  let isEnded = false;
  let finish: FinishReason | undefined;
  let usage: Usage | undefined;

  const pass = (pieces: readonly Piece[]): readonly Piece[] => {
    for (const { type, text } of pieces) {
      characters += text.length;
      hasText ||= type === 'text' && text.trim() !== '';
    }
    if (characters > maxCharacters) {
      throw new ModelError(
        'bad-response',
        `The answer passed the limit of ${maxCharacters} characters and was cut off.`,
      );
    }
    return pieces;
  };

  const readChoice = (choice: unknown): readonly Piece[] => {
    const message = at(choice, 'delta') ?? at(choice, 'message');
    finish = finishOf(at(choice, 'finish_reason')) ?? finish;
    const reasoning =
      textOf(at(message, 'reasoning_content')) ||
      textOf(at(message, 'reasoning')) ||
      thinkingOf(at(message, 'content'));
    const refusal = asText(at(message, 'refusal'));
    isRefusal ||= refusal !== undefined;
    return [
      ...(reasoning === '' ? [] : [{ type: 'reasoning' as const, text: reasoning }]),
      ...tags.push(textOf(at(message, 'content'))),
      ...(refusal === undefined ? [] : [{ type: 'text' as const, text: refusal }]),
    ];
  };

  return {
    read({ kind, text }) {
      if (text.trim() === '[DONE]') isEnded = true;
      if (isEnded) return [];
      const document = parseJson(text);
      const problem = problemOfJson(document);
      if (problem !== undefined) throw errorOf(problem, teller);
      if (!isRecord(document)) throw notAnAnswer(kind, text, teller);
      usage = usageOf(document.usage) ?? usage;
      const choices: readonly unknown[] = Array.isArray(document.choices) ? document.choices : [];
      const choice = choices.find((item) => (at(item, 'index') ?? 0) === 0);
      const pieces = choice === undefined ? [] : readChoice(choice);
      if (kind === 'body') isEnded = true;
      return [...pass(pieces)];
    },
    end() {
      const pieces = pass(tags.end());
      if (finish === undefined && !isEnded) {
        throw new ModelError('bad-response', `${teller.place} broke off in the middle of an answer.`);
      }
      if (finish === 'refusal' && !hasText) {
        throw new ModelError('content-filtered', `${teller.place} withheld the answer by its content filter.`);
      }
      if (!hasText) throw emptyAnswer(teller.place, { finish, hasReasoning: characters > 0 });
      return [
        ...pieces,
        ...(usage === undefined ? [] : [{ type: 'usage' as const, ...usage }]),
        { type: 'finish', reason: isRefusal ? 'refusal' : (finish ?? 'other') },
      ];
    },
    isFinished: () => isEnded || finish !== undefined,
  };
}

const FINISHES: Readonly<Record<string, FinishReason>> = {
  stop: 'stop',
  eos: 'stop',
  end_turn: 'stop',
  stop_sequence: 'stop',
  length: 'length',
  max_tokens: 'length',
  content_filter: 'refusal',
  refusal: 'refusal',
};

function finishOf(reason: unknown): FinishReason | undefined {
  const told = asText(reason)?.toLowerCase();
  if (told === undefined) return undefined;
  if (told === 'error')
    throw new ModelError('bad-response', 'The server ended the answer with an error and gave no reason.');
  return Object.hasOwn(FINISHES, told) ? FINISHES[told] : 'other';
}

function usageOf(usage: unknown): Usage | undefined {
  const inputTokens = asCount(at(usage, 'prompt_tokens'));
  const outputTokens = asCount(at(usage, 'completion_tokens'));
  if (inputTokens === undefined || outputTokens === undefined) return undefined;
  const reasoningTokens = asCount(at(usage, 'completion_tokens_details', 'reasoning_tokens'));
  return { inputTokens, outputTokens, ...(reasoningTokens !== undefined && { reasoningTokens }) };
}

/** Content is a text or a list of parts. */
function textOf(content: unknown): string {
  if (!Array.isArray(content)) return asText(content) ?? '';
  return content.map((part: unknown) => asText(at(part, 'text')) ?? '').join('');
}

/** Some servers put reasoning as parts of their own into the content. */
function thinkingOf(content: unknown): string {
  return Array.isArray(content) ? content.map((part: unknown) => textOf(at(part, 'thinking'))).join('') : '';
}

function notAnAnswer(kind: Arrived['kind'], text: string, { place }: Teller): ModelError {
  const what = kind === 'event' ? 'an event that is no JSON' : text.startsWith('<') ? 'a web page' : 'something else';
  const advice = 'Check that the address ends before /chat/completions and belongs to an OpenAI-compatible server.';
  return new ModelError('bad-response', `${place} sent ${what} in place of an answer. ${advice}`);
}

function emptyAnswer(place: string, facts: { finish: FinishReason | undefined; hasReasoning: boolean }): ModelError {
  const why = facts.hasReasoning
    ? 'The model only reasoned; raise the output limit or lower the reasoning effort.'
    : facts.finish === 'length'
      ? 'The output limit was reached before the first word; raise it.'
      : 'Try the model with another prompt.';
  return new ModelError('bad-response', `${place} sent an empty answer. ${why}`);
}
