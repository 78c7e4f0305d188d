import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { play } from './play.ts';
import { type Planted, plantedFor, type Script } from './script.ts';

/** A request to a scripted model. */
export interface Asked {
  /** What the visitor wrote last. */
  readonly prompt: string;
  /** Messages of the conversation, without a system prompt. */
  readonly messages: number;
  /** 1 for the first request to this model since it got its script. */
  readonly request: number;
}

/** A script, or one for each request. */
export type Scripting = Script | ((asked: Asked) => Script);

/** Scripted models behind an OpenAI-compatible address. */
export interface Provider {
  readonly baseUrl: string;
  /** Gives a model its script; from then on its requests are counted anew. */
  script(model: string, scripting: Scripting): void;
  planted(model: string): Planted;
  /** Every key that was sent. */
  readonly keys: ReadonlySet<string>;
  /** Requests to a model since it got its script. */
  asked(model: string): readonly Asked[];
  close(): Promise<void>;
}

interface Model {
  readonly scripting: Scripting;
  readonly planted: Planted;
  readonly asked: Asked[];
}

/**
 * Starts a provider that does on the wire whatever its scripts say. Models are known by the name that the provider gives them.
 *
 * @example
 * const provider = await startProvider();
 * provider.script('amber', { text: 'Good morning.', ending: { kind: 'drop', afterCharacters: 4 } });
 */
export async function startProvider(): Promise<Provider> {
  const models = new Map<string, Model>();
  const keys = new Set<string>();
  const server = createServer((request, response) => {
    void answer(request, response, { models, keys }).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const known = (name: string): Model => {
    const model = models.get(name);
    if (model === undefined) throw new Error(`No script for the model ${name}.`);
    return model;
  };
  return {
    baseUrl: `http://127.0.0.1:${portOf(server)}/v1`,
    script(name, scripting) {
      const planted = models.get(name)?.planted ?? plantedFor(name, models.size);
      models.set(name, { scripting, planted, asked: [] });
    },
    planted: (name) => known(name).planted,
    asked: (name) => known(name).asked,
    keys,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { models, keys }: { readonly models: ReadonlyMap<string, Model>; readonly keys: Set<string> },
): Promise<void> {
  keys.add(request.headers.authorization ?? '');
  if (request.method !== 'POST' || !request.url?.endsWith('/chat/completions')) {
    response.writeHead(404).end();
    return;
  }
  const body: unknown = JSON.parse(await textOf(request));
  const { model: name, messages } = readBody(body);
  const model = models.get(name);
  if (model === undefined) {
    response.writeHead(404, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: { message: `The model ${name} does not exist.`, code: 'model_not_found' } }));
    return;
  }
  const asked = { prompt: messages.at(-1) ?? '', messages: messages.length, request: model.asked.length + 1 };
  model.asked.push(asked);
  const { scripting, planted } = model;
  await play(response, { script: typeof scripting === 'function' ? scripting(asked) : scripting, planted });
}

function readBody(body: unknown): { readonly model: string; readonly messages: readonly string[] } {
  if (typeof body !== 'object' || body === null || !('model' in body) || !('messages' in body)) return nothing;
  const { model, messages } = body;
  if (typeof model !== 'string' || !Array.isArray(messages)) return nothing;
  const said = messages.filter((message) => Reflect.get(Object(message), 'role') !== 'system');
  return { model, messages: said.map((message) => String(Reflect.get(Object(message), 'content'))) };
}

const nothing = { model: '', messages: [] };

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The provider has no port.');
  return address.port;
}
