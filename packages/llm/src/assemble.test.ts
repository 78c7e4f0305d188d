import { expect, test } from 'vitest';
import { assemble } from './assemble.ts';
import { memoryBudget } from './budget.ts';
import { ModelError } from './model-error.ts';
import { eventsOf, hello, scriptedModel, stop, summary, virtualRuntime } from './testing.ts';

const price = { inputUsdPerMillion: 1e6, outputUsdPerMillion: 1e6 };

test('waiting in the queue is no time-out', async () => {
  const runtime = virtualRuntime();
  const model = assemble(scriptedModel(runtime, [50_000, hello, stop]), { runtime, maxConcurrent: 1 });
  const answers = [eventsOf(model), eventsOf(model), eventsOf(model)];
  expect(model.load()).toEqual({ running: 1, waiting: 2 });
  expect((await Promise.all(answers)).map((events) => summary(events).end)).toEqual(['stop', 'stop', 'stop']);
});

test('each attempt is paid for by itself, and a wait between attempts holds neither place nor money', async () => {
  const runtime = virtualRuntime();
  const budget = memoryBudget(10_000);
  const failed = { type: 'error', error: new ModelError('overloaded', 'Busy.', { retryAfterMs: 5_000 }) } as const;
  const inner = scriptedModel(runtime, [failed], [1_000, hello, stop]);
  const model = assemble(inner, { runtime, budget, price, maxConcurrent: 1, outputLimit: 10 });
  const answer = eventsOf(model);
  await runtime.sleep(1_000, new AbortController().signal);
  expect(model.load()).toEqual({ running: 0, waiting: 0 });
  expect(budget.spentUsd()).toBe(0);
  expect(summary(await answer)).toMatchObject({ text: 'Hello', end: 'stop' });
  expect(budget.spentUsd()).toBe(10 + 2);
});
