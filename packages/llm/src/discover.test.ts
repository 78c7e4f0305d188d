import { expect, test } from 'vitest';
import { discoverServers, type LocalServer } from './discover.ts';
import { type Reply, withServer } from './openai-compatible/testing.ts';
import { stillRuntime, virtualRuntime } from './testing.ts';

const lists =
  (documents: Readonly<Record<string, object>>): Reply =>
  (response, { url }) => {
    response.statusCode = url in documents ? 200 : 404;
    response.end(JSON.stringify(documents[url] ?? {}));
  };

const find = (reply: Reply, usually: LocalServer) =>
  withServer([reply], async (baseUrl) => {
    const places = [{ origin: baseUrl.replace('/v1', ''), usually }];
    const found = await discoverServers({ fetch: globalThis.fetch, runtime: stillRuntime, places });
    return found.map((server) => ({ ...server, baseUrl: server.baseUrl === baseUrl }));
  });

const models = (...items: readonly object[]): Reply => lists({ '/v1/models': { object: 'list', data: items } });

test('an Ollama is found with its models, embedding models left out', async () => {
  const reply = models({ id: 'llama3.2:3b', owned_by: 'library' }, { id: 'nomic-embed-text', owned_by: 'library' });
  expect(await find(reply, 'ollama')).toEqual([{ server: 'ollama', baseUrl: true, models: ['llama3.2:3b'] }]);
});

test('an older Ollama lists its tags only', async () => {
  const reply = lists({ '/api/tags': { models: [{ name: 'mistral:latest', size: 1 }] } });
  expect(await find(reply, 'ollama')).toEqual([{ server: 'ollama', baseUrl: true, models: ['mistral:latest'] }]);
});

test('an LM Studio is known by its port', async () => {
  const reply = models({ id: 'qwen3-4b', owned_by: 'organization_owner' });
  expect(await find(reply, 'lm-studio')).toMatchObject([{ server: 'lm-studio', models: ['qwen3-4b'] }]);
});

test.each([
  ['llamacpp', 'llama.cpp'],
  ['vllm', 'vllm'],
  ['sglang', 'sglang'],
  ['somebody', 'openai-compatible'],
])('on a port that many use, a server of %s is called %s', async (owner, server) => {
  expect(await find(models({ id: 'm', owned_by: owner }), 'vllm')).toMatchObject([{ server, models: ['m'] }]);
});

test.each<[string, Reply]>([
  ['a web page', (response) => response.end('<html>')],
  ['a redirect', (response) => response.writeHead(302, { location: '/elsewhere' }).end()],
  ['another API', lists({ '/v1/models': { models: {} } })],
])('%s is no model server', async (_, reply) => {
  expect(await find(reply, 'llama.cpp')).toEqual([]);
});

test('who does not answer in time is left out', async () => {
  const runtime = virtualRuntime();
  const started = runtime.now();
  const fetch = () => new Promise<Response>(() => undefined);
  expect(await discoverServers({ fetch, runtime, places: [{ origin: 'http://x.test', usually: 'vllm' }] })).toEqual([]);
  expect(runtime.now() - started).toBe(500);
});
