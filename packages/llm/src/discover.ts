import { asText, at, parseJson } from './json.ts';
import { readBody } from './read-body.ts';
import { type Fetch, pause, type Runtime } from './runtime.ts';

/** Programs that serve models on one's own machine. */
export type LocalServer = 'ollama' | 'lm-studio' | 'llama.cpp' | 'vllm' | 'sglang' | 'openai-compatible';

/** A server that answered, ready for `openAiCompatible`. */
export interface FoundServer {
  readonly server: LocalServer;
  readonly baseUrl: string;
  /** Names of its chat models, in the server's order. */
  readonly models: readonly string[];
}

/** Where to look: an origin, and what usually listens there. */
export interface LocalPlace {
  readonly origin: string;
  readonly usually: LocalServer;
}

/** What looking needs from outside. */
export interface DiscoverOptions {
  readonly fetch: Fetch;
  readonly runtime: Runtime;
  /** The usual ports on this machine where left out. */
  readonly places?: readonly LocalPlace[];
  /** For each place, in milliseconds; 500. */
  readonly timeoutMs?: number;
}

const USUAL_PLACES: readonly LocalPlace[] = [
  { origin: 'http://127.0.0.1:11434', usually: 'ollama' },
  { origin: 'http://127.0.0.1:1234', usually: 'lm-studio' },
  { origin: 'http://127.0.0.1:8080', usually: 'llama.cpp' },
  { origin: 'http://127.0.0.1:8000', usually: 'vllm' },
  { origin: 'http://127.0.0.1:30000', usually: 'sglang' },
];

const MAX_LIST_BYTES = 1_048_576;
const MAX_NAMES = 200;

/**
 * Model servers on this machine, asked all at once; those that do not answer in time, or not as a model server does,
 * are left out. Never throws.
 *
 * @example
 * await discoverServers({ fetch, runtime }) // [{ server: 'ollama', baseUrl: 'http://127.0.0.1:11434/v1', models: ['llama3.2'] }]
 */
export async function discoverServers(options: DiscoverOptions): Promise<FoundServer[]> {
  const found = await Promise.all((options.places ?? USUAL_PLACES).map((place) => look(place, options)));
  return found.filter((server) => server !== undefined);
}

async function look({ origin, usually }: LocalPlace, options: DiscoverOptions): Promise<FoundServer | undefined> {
  const listed = listModels(await list(`${origin}/v1/models`, options));
  // Older versions of Ollama have only a list of their own.
  const models = listed ?? (usually === 'ollama' ? listTags(await list(`${origin}/api/tags`, options)) : undefined);
  if (models === undefined) return undefined;
  return {
    server: serverOf(models[0]?.owner, usually),
    baseUrl: `${origin}/v1`,
    models: models
      .map(({ name }) => name)
      .filter((name) => !/embed|rerank|whisper/i.test(name))
      .slice(0, MAX_NAMES),
  };
}

interface Listed {
  readonly name: string;
  readonly owner?: string;
}

async function list(url: string, { fetch, runtime, timeoutMs = 500 }: DiscoverOptions): Promise<unknown> {
  const over = new AbortController();
  const request = fetch(url, { redirect: 'manual', signal: over.signal })
    .then(async (response) => (response.ok ? parseJson(await readBody(response.body, MAX_LIST_BYTES)) : undefined))
    // Nobody there is what is expected of most places.
    .catch(() => undefined);
  const answer = await Promise.race([request, pause(runtime.sleep, timeoutMs, over.signal).then(() => undefined)]);
  over.abort();
  return answer;
}

function listModels(document: unknown): Listed[] | undefined {
  const data = at(document, 'data');
  if (!Array.isArray(data)) return undefined;
  return data.flatMap((item: unknown): Listed[] => {
    const name = asText(at(item, 'id'));
    const owner = asText(at(item, 'owned_by'));
    return name === undefined ? [] : [{ name, ...(owner !== undefined && { owner }) }];
  });
}

function listTags(document: unknown): Listed[] | undefined {
  const models = at(document, 'models');
  if (!Array.isArray(models)) return undefined;
  return models.flatMap((item: unknown): Listed[] => {
    const name = asText(at(item, 'name'));
    return name === undefined ? [] : [{ name }];
  });
}

const OWNERS: Readonly<Record<string, LocalServer>> = { llamacpp: 'llama.cpp', vllm: 'vllm', sglang: 'sglang' };
// Ports that programs of every kind use: what listens there is believed only by what it says of itself.
const COMMON_PORT: ReadonlySet<LocalServer> = new Set<LocalServer>(['llama.cpp', 'vllm', 'sglang']);

function serverOf(owner: string | undefined, usually: LocalServer): LocalServer {
  if (owner !== undefined && Object.hasOwn(OWNERS, owner)) return OWNERS[owner] ?? usually;
  return COMMON_PORT.has(usually) ? 'openai-compatible' : usually;
}
