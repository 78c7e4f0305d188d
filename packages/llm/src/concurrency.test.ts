import { expect, test } from 'vitest';
import type { ChatModel } from './chat-model.ts';
import { withConcurrency } from './concurrency.ts';
import { ask, eventsOf, hello, scriptedModel, stop, summary, virtualRuntime } from './testing.ts';

test('only so many answers at a time, the others in the order they came', async () => {
  const runtime = virtualRuntime();
  const inner = scriptedModel(runtime, [1_000, hello, stop]);
  const model = withConcurrency(inner, 2);
  const started = runtime.now();
  const times = await Promise.all(
    [1, 2, 3, 4, 5].map(async (n) => {
      await eventsOf(model, ask(String(n)));
      return runtime.now() - started;
    }),
  );
  expect(times).toEqual([1_000, 1_000, 2_000, 2_000, 3_000]);
  expect(inner.asked.map(({ messages }) => messages[0]?.content)).toEqual(['1', '2', '3', '4', '5']);
  expect(model.load()).toEqual({ running: 0, waiting: 0 });
});

test('who is aborted in the queue leaves it, and the model is not asked', async () => {
  const runtime = virtualRuntime();
  const inner = scriptedModel(runtime, [1_000, hello, stop]);
  const model = withConcurrency(inner, 1);
  const controller = new AbortController();
  const answers = [eventsOf(model, ask('1')), eventsOf(model, ask('2'), controller.signal), eventsOf(model, ask('3'))];
  expect(model.load()).toEqual({ running: 1, waiting: 2 });
  controller.abort();
  expect(model.load()).toEqual({ running: 1, waiting: 1 });
  expect((await Promise.all(answers)).map((events) => summary(events).end)).toEqual(['stop', 'cancelled', 'stop']);
  expect(inner.asked).toHaveLength(2);
});

test('a place is freed by leaving the loop and by a model that throws', async () => {
  const throwing: ChatModel = {
    stream: () => {
      throw new Error('broken');
    },
  };
  const broken = withConcurrency(throwing, 1);
  await expect(eventsOf(broken)).rejects.toThrow('broken');
  expect(broken.load().running).toBe(0);

  const model = withConcurrency(scriptedModel(virtualRuntime(), [hello, hello, stop]), 1);
  for await (const _ of model.stream(ask('Hi'), { signal: new AbortController().signal })) break;
  expect(model.load().running).toBe(0);
});

test.each([0, 1.5, Number.NaN])('a cap of %d is refused', (cap) => {
  expect(() => withConcurrency(scriptedModel(virtualRuntime(), []), cap)).toThrow(RangeError);
});
