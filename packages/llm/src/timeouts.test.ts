import { expect, test } from 'vitest';
import { ask, eventsOf, hello, scriptedModel, stop, summary, virtualRuntime } from './testing.ts';
import { withTimeouts } from './timeouts.ts';

test('a model that says nothing for a minute has timed out', async () => {
  const runtime = virtualRuntime();
  const started = runtime.now();
  const model = withTimeouts(scriptedModel(runtime, [100_000, hello, stop]), {}, runtime);
  expect(summary(await eventsOf(model))).toMatchObject({ text: '', end: 'timed-out-first-token' });
  expect(runtime.now() - started).toBe(60_000);
});

test('a model that falls silent in the middle is stalled, what it said is kept', async () => {
  const runtime = virtualRuntime();
  const model = withTimeouts(scriptedModel(runtime, [59_000, hello, 29_000, hello, 31_000, stop]), {}, runtime);
  expect(summary(await eventsOf(model))).toMatchObject({ text: 'HelloHello', end: 'stalled' });
});

test('a model that never ends is ended by the total time', async () => {
  const runtime = virtualRuntime();
  const started = runtime.now();
  const script = Array.from({ length: 100 }, () => [5_000, hello] as const).flat();
  const model = withTimeouts(scriptedModel(runtime, [...script, stop]), { totalMs: 42_000 }, runtime);
  expect(summary(await eventsOf(model))).toMatchObject({ text: 'Hello'.repeat(8), end: 'stalled' });
  expect(runtime.now() - started).toBe(42_000);
});

test('the time that the reader takes is not held against the model', async () => {
  const runtime = virtualRuntime();
  const model = withTimeouts(
    scriptedModel(runtime, [hello, 20_000, hello, stop]),
    { stallMs: 30_000, totalMs: 900_000 },
    runtime,
  );
  const signal = new AbortController().signal;
  const ends: string[] = [];
  for await (const event of model.stream(ask('Hi'), { signal })) {
    ends.push(event.type);
    if (event.type === 'text') await runtime.sleep(100_000, signal);
  }
  expect(ends).toEqual(['text', 'text', 'finish']);
});

test('a quick answer leaves no timer behind', async () => {
  const runtime = virtualRuntime();
  const started = runtime.now();
  expect(summary(await eventsOf(withTimeouts(scriptedModel(runtime, [hello, stop]), {}, runtime))).end).toBe('stop');
  await new Promise(setImmediate);
  expect(runtime.now()).toBe(started);
});
