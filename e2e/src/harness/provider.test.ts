import { setTimeout as sleep } from 'node:timers/promises';
import { type ChatEvent, openAiCompatible } from '@agon/llm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Provider, startProvider } from './provider.ts';
import type { Script } from './script.ts';

let provider: Provider;
beforeAll(async () => {
  provider = await startProvider();
});
afterAll(() => provider.close());

/** What the project's own adapter makes of a script. */
async function heard(script: Script, signal = new AbortController().signal): Promise<ChatEvent[]> {
  provider.script('amber', script);
  const runtime = { now: Date.now, random: () => 0, sleep: (ms: number) => sleep(ms) };
  const model = openAiCompatible({ baseUrl: provider.baseUrl, model: 'amber' }, { fetch: globalThis.fetch, runtime });
  return Array.fromAsync(model.stream({ messages: [{ role: 'user', content: 'Hello' }] }, { signal }));
}

const textOf = (events: readonly ChatEvent[]) => events.map((e) => (e.type === 'text' ? e.text : '')).join('');

test('a script is heard word for word, with its usage', async () => {
  const events = await heard({ text: 'One two three four five.', chunkCharacters: 5 });
  expect(textOf(events)).toBe('One two three four five.');
  expect(events.filter(({ type }) => type === 'text')).toHaveLength(5);
  expect(events.at(-2)).toMatchObject({ type: 'usage', inputTokens: provider.planted('amber').promptTokens });
  expect(events.at(-1)).toEqual({ type: 'finish', reason: 'stop' });
});

test.each([
  { ending: { kind: 'refuse', status: 401 }, code: 'unauthorized' },
  { ending: { kind: 'refuse', status: 429, retryAfterSeconds: 2 }, code: 'rate-limited' },
  { ending: { kind: 'refuse', status: 500 }, code: 'overloaded' },
  { ending: { kind: 'error', afterCharacters: 7 }, code: 'overloaded', said: 'One two' },
  { ending: { kind: 'drop', afterCharacters: 7 }, code: 'unreachable', said: 'One two' },
  { ending: { kind: 'empty' }, code: 'bad-response' },
] as const)('an answer that ends as $ending is the error $code', async ({ ending, code, ...rest }) => {
  const events = await heard({ text: 'One two three.', ending });
  expect(events.at(-1)).toMatchObject({ type: 'error', error: { code } });
  expect(textOf(events)).toBe('said' in rest ? rest.said : '');
});

test('a stall is silence until the reader leaves', async () => {
  const events = await heard(
    { text: 'One two.', ending: { kind: 'stall', afterCharacters: 3 } },
    AbortSignal.timeout(200),
  );
  expect(textOf(events)).toBe('One');
  expect(events.at(-1)).toMatchObject({ type: 'error', error: { code: 'cancelled' } });
});

test('each request may have a script of its own', async () => {
  provider.script('jade', ({ request, prompt }) => ({ text: `${prompt} ${request}` }));
  expect(provider.asked('jade')).toEqual([]);
  const ask = () =>
    fetch(`${provider.baseUrl}/chat/completions`, {
      method: 'POST',
      body: JSON.stringify({ model: 'jade', messages: [{ role: 'user', content: 'Go' }] }),
    }).then((response) => response.text());
  expect(await ask()).toContain('Go 1');
  expect(await ask()).toContain('Go 2');
  expect(provider.asked('jade')).toHaveLength(2);
});
