import { expect, test } from 'vitest';
import { ModelError } from './model-error.ts';
import { sayHi } from './say-hi.ts';
import { hello, scriptedModel, stop, virtualRuntime } from './testing.ts';

const signal = new AbortController().signal;
const price = { inputUsdPerMillion: 1, outputUsdPerMillion: 10 };

test('a model that greets back is reported with its times, tokens and cost', async () => {
  const runtime = virtualRuntime();
  const usage = { type: 'usage', inputTokens: 10, outputTokens: 2 } as const;
  const model = scriptedModel(runtime, [200, hello, 100, { type: 'text', text: '!' }, usage, stop]);
  expect(await sayHi(model, { runtime, signal, price })).toEqual({
    isOk: true,
    text: 'Hello!',
    latencyMs: 200,
    totalMs: 300,
    usage: { inputTokens: 10, outputTokens: 2 },
    costUsd: 0.00003,
  });
});

test('a server that counts no tokens leaves usage and cost out', async () => {
  const runtime = virtualRuntime();
  expect(await sayHi(scriptedModel(runtime, [hello, stop]), { runtime, signal, price })).toEqual({
    isOk: true,
    text: 'Hello',
    latencyMs: 0,
    totalMs: 0,
  });
});

test('a failure is reported as it is', async () => {
  const runtime = virtualRuntime();
  const error = new ModelError('unauthorized', 'Wrong key.');
  expect(await sayHi(scriptedModel(runtime, [{ type: 'error', error }]), { runtime, signal })).toEqual({
    isOk: false,
    error,
  });
});
