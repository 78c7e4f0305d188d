import { createRandom } from '@agon/rating';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { train } from '../byte-model/byte-model.ts';
import { sampleAnswer } from '../sample.ts';
import { type ModelServer, startModelServer } from './server.ts';
import { eventsOf, inside, post, textOf } from './testing.ts';

const model = train(['the cat sat on the mat. ', 'a dog ran after the cat. '.repeat(3)]);
const apiKey = 'key of the test';
const messages = [{ role: 'user', content: 'tell me of the cat' }];
const ask = { model: 'cats', messages, max_tokens: 40, seed: 1 };

let server: ModelServer & { readonly apiKey: string };
beforeAll(async () => {
  server = { ...(await startModelServer({ models: new Map([['cats', model]]), apiKey })), apiKey };
});
afterAll(() => server.close());

test('a chat completion is an answer with its usage', async () => {
  const response = await post(server, ask);
  expect(response.status).toBe(200);
  const body: unknown = await response.json();
  expect(body).toMatchObject({
    object: 'chat.completion',
    model: 'cats',
    choices: [{ index: 0, message: { role: 'assistant', content: expect.stringMatching(/./) } }],
    usage: { prompt_tokens: 18 },
  });
});

test('the models are listed by name', async () => {
  const response = await fetch(`${server.baseUrl}/models`, { headers: { authorization: `Bearer ${apiKey}` } });
  expect(await response.json()).toMatchObject({ object: 'list', data: [{ id: 'cats', object: 'model' }] });
});

test('one seed gives one answer, streamed or not', async () => {
  const whole = await textOf(await post(server, ask));
  expect(await textOf(await post(server, ask))).toBe(whole);
  const events = await eventsOf(await post(server, { ...ask, stream: true }));
  const parts = events.slice(0, -1).map((event) => inside(JSON.parse(event), 'choices', 0, 'delta', 'content') ?? '');
  expect(parts.join('')).toBe(whole);
});

test('a stream is the role, the text, the reason of the end, the usage where asked for, and the mark of the end', async () => {
  const response = await post(server, { ...ask, max_tokens: 8, stream: true, stream_options: { include_usage: true } });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const events = await eventsOf(response);
  expect(events.pop()).toBe('[DONE]');
  const chunks: unknown[] = events.map((event) => JSON.parse(event));
  expect(chunks.at(0)).toMatchObject({ choices: [{ delta: { role: 'assistant' }, finish_reason: null }] });
  expect(chunks.at(-2)).toMatchObject({ choices: [{ delta: {}, finish_reason: 'length' }] });
  expect(chunks.at(-1)).toMatchObject({
    choices: [],
    usage: { prompt_tokens: 18, completion_tokens: 8, total_tokens: 26 },
  });
  const plain = await eventsOf(await post(server, { ...ask, stream: true }));
  expect(plain.some((event) => event.includes('"usage"'))).toBe(false);
});

test('messages of system are left out, parts of text are joined, earlier turns count', async () => {
  const parts = [
    { type: 'text', text: 'tell me ' },
    { type: 'text', text: 'of the cat' },
  ];
  const system = { role: 'system', content: 'You are a cat.' };
  const same = await post(server, { ...ask, messages: [system, { role: 'user', content: parts }] });
  expect(await textOf(same)).toBe(await textOf(await post(server, ask)));
  const turns = [...messages, { role: 'assistant', content: 'sat' }, { role: 'user', content: 'and?' }];
  const longer: unknown = await (await post(server, { ...ask, messages: turns })).json();
  expect(longer).toMatchObject({ usage: { prompt_tokens: 18 + 2 + 3 + 2 + 4 } });
});

test('a reader that leaves ends the making of the answer', async () => {
  const leave = new AbortController();
  const slow = await startModelServer({ models: new Map([['cats', endless()]]), apiKey, tokensPerSecond: 1000 });
  const response = await post({ ...slow, apiKey }, { ...ask, max_tokens: 100_000, stream: true }, leave.signal);
  await response.body?.getReader().read();
  expect(slow.running()).toBe(1);
  leave.abort();
  await vi.waitFor(() => expect(slow.running()).toBe(0), { interval: 5, timeout: 5000 });
  await slow.close();
});

test('a stream that outruns its reader arrives whole', async () => {
  const fast = await startModelServer({ models: new Map([['cats', endless()]]), apiKey });
  const whole = { ...ask, max_tokens: 20_000, stream: true, stream_options: { include_usage: true } };
  const events = await eventsOf(await post({ ...fast, apiKey }, whole));
  expect(inside(JSON.parse(events.at(-2) ?? ''), 'usage', 'completion_tokens')).toBe(20_000);
  const text = events.slice(0, -2).map((event) => inside(JSON.parse(event), 'choices', 0, 'delta', 'content') ?? '');
  const made = sampleAnswer(endless(), 'tell me of the cat', { random: createRandom(1), maxTokens: 20_000 });
  expect(text.join('')).toBe(made.text);
  await fast.close();
});

test('a server that closes ends its streams, and may be closed twice', async () => {
  const other = await startModelServer({ models: new Map([['cats', endless()]]), apiKey, tokensPerSecond: 10 });
  const response = await post({ ...other, apiKey }, { ...ask, max_tokens: 100_000, stream: true });
  await other.close();
  await expect(response.text()).rejects.toThrow();
  await other.close();
});

describe('refusals name what is wrong', () => {
  test.each([
    ['no JSON', '{', 400, 'invalid_json', null],
    ['a list', [], 400, 'invalid_json', null],
    ['no model', { messages }, 400, 'invalid_value', 'model'],
    ['an unknown model', { ...ask, model: 'dogs' }, 404, 'model_not_found', 'model'],
    ['no messages', { ...ask, messages: [] }, 400, 'invalid_value', 'messages'],
    ['a message without role', { ...ask, messages: [{ content: '' }] }, 400, 'invalid_value', 'messages[0].role'],
    ['no content', { ...ask, messages: [{ role: 'user' }] }, 400, 'invalid_value', 'messages[0].content'],
    [
      'an image',
      { ...ask, messages: [{ role: 'user', content: [{ type: 'image_url' }] }] },
      400,
      'invalid_value',
      'messages[0].content[0]',
    ],
    ['no token to make', { ...ask, max_tokens: 0 }, 400, 'invalid_value', 'max_tokens'],
    ['half a token', { ...ask, max_completion_tokens: 1.5 }, 400, 'invalid_value', 'max_completion_tokens'],
    ['a hot temperature', { ...ask, temperature: 3 }, 400, 'invalid_value', 'temperature'],
    ['a seed in words', { ...ask, seed: 'one' }, 400, 'invalid_value', 'seed'],
    ['two answers', { ...ask, n: 2 }, 400, 'invalid_value', 'n'],
    ['a huge body', 'x'.repeat(1_000_001), 413, 'body_too_large', null],
  ])('%s', async (_, body, status, code, param) => {
    const response = await post(server, body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code, param, message: expect.stringMatching(/\.$/) } });
  });

  test('a wrong key', async () => {
    const response = await post({ ...server, apiKey: 'guess' }, ask);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: 'invalid_api_key', type: 'authentication_error' } });
  });

  test('an unknown address', async () => {
    const response = await fetch(`${server.baseUrl}/embeddings`, { headers: { authorization: `Bearer ${apiKey}` } });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: 'unknown_url' } });
  });
});

function endless(): typeof model {
  return { ...model, isEnd: () => false };
}
