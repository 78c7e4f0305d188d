import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ChatModel } from '../chat-model.ts';
import type { Runtime } from '../runtime.ts';
import { stillRuntime } from '../testing.ts';
import type { OpenAiEndpoint } from './endpoint.ts';
import { openAiCompatible } from './openai-compatible.ts';

/** A request as it arrived. */
export interface Asked {
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Readonly<Record<string, unknown>>;
}

export type Reply = (response: ServerResponse, asked: Asked) => void;

/** A real server on this machine while the work goes on; it gives the replies in turn, the last again and again. */
export async function withServer<Result>(
  replies: readonly Reply[],
  work: (baseUrl: string, asked: Asked[]) => Promise<Result>,
): Promise<Result> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (piece: string) => {
      text += piece;
    });
    request.on('end', () => {
      const one = { url: request.url ?? '', headers: request.headers, body: text === '' ? {} : JSON.parse(text) };
      asked.push(one);
      replies[Math.min(asked.length, replies.length) - 1]?.(response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  try {
    return await work(`http://127.0.0.1:${port}/v1`, asked);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** Plays a body as an event stream. */
export const plays =
  (body: string, status = 200, headers: Readonly<Record<string, string>> = {}): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': 'text/event-stream', ...headers });
    response.end(body);
  };

/** Refuses with a JSON document, or with a text as it is. */
export const refuses =
  (status: number, body: object | string, headers: Readonly<Record<string, string>> = {}): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

export function modelAt(
  baseUrl: string,
  endpoint: Partial<OpenAiEndpoint> = {},
  runtime: Runtime = stillRuntime,
): ChatModel {
  return openAiCompatible({ baseUrl, model: 'm', ...endpoint }, { fetch: globalThis.fetch, runtime });
}

/** A model whose connection delivers the bytes in the given pieces, without a network. */
export function modelOfPieces(pieces: readonly Uint8Array[], endpoint: Partial<OpenAiEndpoint> = {}): ChatModel {
  const fetch = async (): Promise<Response> => {
    const left = [...pieces];
    return new Response(
      new ReadableStream<Uint8Array>({
        pull(controller) {
          const piece = left.shift();
          if (piece === undefined) controller.close();
          else controller.enqueue(piece);
        },
      }),
    );
  };
  return openAiCompatible(
    { baseUrl: 'http://model.test/v1', model: 'm', ...endpoint },
    { fetch, runtime: stillRuntime },
  );
}
