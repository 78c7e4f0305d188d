import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { LanguageModel } from '../language-model.ts';
import { answerChat } from './answer-chat.ts';
import { RequestRefused } from './errors.ts';

export interface ServerOptions {
  /** The models by the names under which they are asked for. */
  readonly models: ReadonlyMap<string, LanguageModel>;
  /** What a request must carry as its bearer token. */
  readonly apiKey: string;
  /** 0, or nothing, takes a free port. */
  readonly port?: number;
  /** Slows every answer down to so many tokens a second. */
  readonly tokensPerSecond?: number | undefined;
}

export interface ModelServer {
  /** The address to give to a client, with `/v1` at its end. */
  readonly baseUrl: string;
  /** Requests being answered at this moment. */
  running(): number;
  close(): Promise<void>;
}

const LARGEST_BODY = 1_000_000;

/**
 * Serves models on this machine only, as an OpenAI-compatible server does: `GET /v1/models` and `POST /v1/chat/completions`,
 * whole or streamed. An answer whose reader is gone is not made to its end.
 */
export async function startModelServer(options: ServerOptions): Promise<ModelServer> {
  const started = Math.floor(Date.now() / 1000);
  let running = 0;
  const server = createServer((request, response) => {
    running++;
    serve(options, started, { request, response })
      .catch((error: unknown) => refuse(response, error))
      .finally(() => running--);
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    running: () => running,
    close: async () => {
      // Not through events, so that a second call ends as well.
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

async function serve(options: ServerOptions, started: number, { request, response }: Exchange): Promise<void> {
  const { models, apiKey, tokensPerSecond } = options;
  if (request.headers.authorization !== `Bearer ${apiKey}`) {
    throw new RequestRefused('The API key is missing or wrong; send it as a bearer token.', {
      code: 'invalid_api_key',
      status: 401,
      type: 'authentication_error',
    });
  }
  const route = `${request.method} ${request.url?.replace(/\?.*/, '')}`;
  if (route === 'GET /v1/models') {
    const data = [...models.keys()].map((id) => ({ id, object: 'model', created: started, owned_by: 'agon' }));
    return sendJson(response, 200, { object: 'list', data });
  }
  if (route !== 'POST /v1/chat/completions') {
    throw new RequestRefused(`There is no ${route} here.`, { code: 'unknown_url', status: 404 });
  }
  const body = await readBody(request);
  await answerChat({ models, body, response, tokensPerSecond });
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request) {
    if (!(part instanceof Uint8Array)) continue;
    size += part.byteLength;
    if (size > LARGEST_BODY) {
      throw new RequestRefused(`The body is larger than ${LARGEST_BODY} bytes.`, {
        code: 'body_too_large',
        status: 413,
      });
    }
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}

function refuse(response: ServerResponse, error: unknown): void {
  // A reader that left needs no answer, and a stream that has begun cannot change its status.
  if (response.destroyed || response.headersSent) {
    response.destroy();
    return;
  }
  const refused =
    error instanceof RequestRefused
      ? error
      : new RequestRefused('The model failed.', { code: 'internal_error', status: 500, type: 'server_error' });
  const { message, type, param, code, status } = refused;
  sendJson(response, status, { error: { message, type, param, code } });
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
