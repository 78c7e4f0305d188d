import type { Leak, Masker } from '@agon/arena';
import { createUnitCutter } from '@agon/arena';
import type { ChatEvent, ChatModel, ChatRequest, ModelErrorCode, Usage } from '@agon/llm';
import { createTextCleaner } from './clean-text.ts';

type FinishReason = Extract<ChatEvent, { type: 'finish' }>['reason'];

/** What is known of one side's answer, at any moment. */
export interface AnswerSoFar {
  /** As the model wrote it. */
  readonly raw: string;
  readonly reasoning: string;
  readonly usage: Usage | null;
  readonly firstTokenMs: number | null;
  readonly durationMs: number | null;
  readonly leaks: readonly Leak[];
  /** Null while it is under way. */
  readonly end: { readonly finish: FinishReason } | { readonly error: ModelErrorCode } | null;
}

/** One model answering: its text, masked and cut into release units as it arrives. */
export interface AnswerStream {
  soFar(): AnswerSoFar;
  /** Reads the model to its end. Never rejects: an error is an end. */
  read(): Promise<void>;
}

/** Where an answer comes from and where its units go. */
export interface AnswerSource {
  readonly chat: ChatModel;
  readonly request: ChatRequest;
  readonly signal: AbortSignal;
  readonly masker: Masker;
  readonly now: () => number;
  readonly onUnits: (units: readonly string[]) => void;
}

/** The stream of one side. */
export function answerStream({ chat, request, signal, masker, now, onUnits }: AnswerSource): AnswerStream {
  const cutter = createUnitCutter();
  const cleaner = { text: createTextCleaner(), reasoning: createTextCleaner() };
  const startedAt = now();
  // A clock that is set back must not make a time that no table takes.
  const sinceStart = () => Math.max(0, now() - startedAt);
  let answer: AnswerSoFar = {
    raw: '',
    reasoning: '',
    usage: null,
    firstTokenMs: null,
    durationMs: null,
    leaks: [],
    end: null,
  };
  const change = (part: Partial<AnswerSoFar>) => {
    answer = { ...answer, ...part };
  };

  function end(how: NonNullable<AnswerSoFar['end']>): void {
    const last = cleaner.text.end();
    const unmasked = masker.push(last).text + masker.end().text;
    onUnits([...cutter.push(unmasked), ...cutter.end()]);
    change({ raw: answer.raw + last });
    change({ end: how, durationMs: sinceStart(), leaks: masker.leaks() });
  }

  return {
    soFar: () => answer,
    async read() {
      for await (const event of chat.stream(request, { signal })) {
        if ((event.type === 'text' || event.type === 'reasoning') && answer.firstTokenMs === null) {
          change({ firstTokenMs: sinceStart() });
        }
        if (event.type === 'text') {
          const text = cleaner.text.push(event.text);
          change({ raw: answer.raw + text });
          onUnits(cutter.push(masker.push(text).text));
        } else if (event.type === 'reasoning') {
          change({ reasoning: answer.reasoning + cleaner.reasoning.push(event.text) });
        } else if (event.type === 'usage') change({ usage: event });
        else if (event.type === 'finish') end({ finish: event.reason });
        else end({ error: event.error.code });
      }
    },
  };
}
