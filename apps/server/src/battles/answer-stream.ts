import type { Leak, Masker } from '@agon/arena';
import { createUnitCutter } from '@agon/arena';
import type { ChatEvent, ChatModel, ChatRequest, ModelErrorCode, Usage } from '@agon/llm';

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
  const startedAt = now();
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
    const rest = masker.end();
    onUnits([...cutter.push(rest.text), ...cutter.end()]);
    change({ end: how, durationMs: now() - startedAt, leaks: masker.leaks() });
  }

  return {
    soFar: () => answer,
    async read() {
      for await (const event of chat.stream(request, { signal })) {
        if ((event.type === 'text' || event.type === 'reasoning') && answer.firstTokenMs === null) {
          change({ firstTokenMs: now() - startedAt });
        }
        if (event.type === 'text') {
          change({ raw: answer.raw + event.text });
          onUnits(cutter.push(masker.push(event.text).text));
        } else if (event.type === 'reasoning') change({ reasoning: answer.reasoning + event.text });
        else if (event.type === 'usage') change({ usage: event });
        else if (event.type === 'finish') end({ finish: event.reason });
        else end({ error: event.error.code });
      }
    },
  };
}
