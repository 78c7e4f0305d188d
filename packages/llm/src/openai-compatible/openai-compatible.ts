import type { ChatEvent, ChatModel, ChatRequest } from '../chat-model.ts';
import { guarded } from '../guard.ts';
import { type Fetch, pause, type Runtime } from '../runtime.ts';
import { createAnswerReader } from './answer.ts';
import { adapt, type Dialect, FIRST_DIALECT, requestBody } from './dialect.ts';
import { documents } from './documents.ts';
import { type CheckedEndpoint, checkEndpoint, type OpenAiEndpoint } from './endpoint.ts';
import { lostConnection, send } from './send.ts';

/** What a model behind HTTP needs from outside. */
export interface OpenAiContext {
  readonly fetch: Fetch;
  readonly runtime: Runtime;
}

// Between the end of an answer and its usage. Some servers keep the connection open for ever instead of `[DONE]`.
const LINGER_MS = 2_000;

/**
 * A model behind any address that speaks the chat completions protocol of OpenAI: OpenAI, OpenRouter, vLLM, SGLang,
 * llama.cpp, LM Studio, Ollama and others. What a server does not take (`stream_options`, a name of the output limit,
 * `temperature`, `reasoning_effort`) is found out once and remembered.
 *
 * @throws ModelError `invalid-request` at once, where a field of the endpoint cannot be used.
 *
 * @example
 * openAiCompatible({ baseUrl: 'http://127.0.0.1:11434/v1', model: 'llama3.2' }, { fetch, runtime })
 */
export function openAiCompatible(endpoint: OpenAiEndpoint, context: OpenAiContext): ChatModel {
  const connection: Connection = { ...context, endpoint, checked: checkEndpoint(endpoint), dialect: FIRST_DIALECT };
  return guarded({ stream: (request, { signal }) => answer(connection, request, signal) });
}

interface Connection extends OpenAiContext {
  readonly endpoint: OpenAiEndpoint;
  readonly checked: CheckedEndpoint;
  /** The one thing that changes: what was learnt about the server. */
  dialect: Dialect;
}

async function* answer(connection: Connection, request: ChatRequest, signal: AbortSignal): AsyncGenerator<ChatEvent> {
  const { checked, endpoint, runtime } = connection;
  const body = await open(connection, request, signal);
  const bytes = body.getReader();
  const reader = createAnswerReader(checked, endpoint.maxAnswerCharacters ?? 1_000_000);
  const linger = new AbortController();
  try {
    for await (const arrived of documents(chunks(bytes, checked))) {
      const wasFinished = reader.isFinished();
      yield* reader.read(arrived);
      if (!wasFinished && reader.isFinished()) closeLater(bytes, runtime, linger.signal);
      if (isLast(arrived.text)) break;
    }
    yield* reader.end();
  } finally {
    linger.abort();
    // Closes the connection; a body that already failed has nothing left to close.
    await bytes.cancel().catch(() => undefined);
  }
}

async function open(
  connection: Connection,
  request: ChatRequest,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const { checked, endpoint, fetch, runtime } = connection;
  for (;;) {
    // Two requests may learn at once, so each adapts what it has sent itself.
    const dialect = connection.dialect;
    const fields = requestBody(endpoint.model, request, dialect);
    const body = { ...endpoint.extraBody, ...fields };
    const sent = await send({ endpoint: checked, fetch, now: runtime.now }, body, signal);
    if (sent.isOk) return sent.body;
    const adapted = adapt(dialect, sent.problem, fields);
    if (adapted === undefined) throw sent.error;
    connection.dialect = adapted;
  }
}

async function* chunks(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  endpoint: CheckedEndpoint,
): AsyncGenerator<Uint8Array> {
  for (;;) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw lostConnection(error, endpoint);
    });
    if (done) return;
    yield value;
  }
}

function isLast(text: string): boolean {
  return text.trim() === '[DONE]';
}

/** Cancelling the reader ends its loop as if the server had closed. */
function closeLater(reader: ReadableStreamDefaultReader<Uint8Array>, { sleep }: Runtime, signal: AbortSignal): void {
  pause(sleep, LINGER_MS, signal)
    .then((isOver) => (isOver ? reader.cancel() : undefined))
    .catch(() => undefined);
}
