import { expect, test } from 'vitest';
import { memoryBudget } from './budget.ts';
import type { ChatEvent } from './chat-model.ts';
import { ModelError, type ModelErrorCode } from './model-error.ts';
import { ask, eventsOf, hello, scriptedModel, stop, summary, virtualRuntime } from './testing.ts';
import { withBudget } from './with-budget.ts';

// A dollar a token, so that amounts are counts.
const price = { inputUsdPerMillion: 1e6, outputUsdPerMillion: 1e6 };
const request = ask('the cat', { maxOutputTokens: 100 });
const INPUT = 11;
const usage: ChatEvent = { type: 'usage', inputTokens: 3, outputTokens: 5 };
const failing = (code: ModelErrorCode): ChatEvent => ({ type: 'error', error: new ModelError(code, 'No.') });

test('what an answer really cost is settled before its end is told', async () => {
  const budget = memoryBudget(1000);
  const model = withBudget(scriptedModel(virtualRuntime(), [hello, usage, stop]), { budget, price });
  const spent: number[] = [];
  for await (const _ of model.stream(request, { signal: new AbortController().signal })) spent.push(budget.spentUsd());
  expect(spent).toEqual([INPUT + 100, INPUT + 100, 8]);
});

test('a request that may pass the cap is refused, and says the amounts', async () => {
  const inner = scriptedModel(virtualRuntime(), [hello, stop]);
  const events = await eventsOf(withBudget(inner, { budget: memoryBudget(100), price }), request);
  expect(events).toMatchObject([
    { type: 'error', error: { code: 'over-budget', message: expect.stringContaining('111.0000 USD') } },
  ]);
  expect(inner.asked).toHaveLength(0);
});

test('requests at the same time cannot overdraw together', async () => {
  const runtime = virtualRuntime();
  const budget = memoryBudget(250);
  const model = withBudget(scriptedModel(runtime, [10, hello, usage, stop]), { budget, price });
  const ends = await Promise.all([1, 2, 3].map(async () => summary(await eventsOf(model, request)).end));
  expect(ends).toEqual(['stop', 'stop', 'over-budget']);
  expect(budget.spentUsd()).toBe(16);
});

test.each([
  ['missing usage', [hello, stop], INPUT + 2],
  ['an error in the middle', [hello, hello, failing('stalled')], INPUT + 4],
  ['an error after usage', [hello, usage, failing('bad-response')], 8],
  ['no first token in time', [failing('timed-out-first-token')], INPUT],
  ['a refused key', [failing('unauthorized')], 0],
  ['a rate limit', [failing('rate-limited')], 0],
] as const)('%s is settled by what is known', async (_, script, spent) => {
  const budget = memoryBudget(1000);
  await eventsOf(withBudget(scriptedModel(virtualRuntime(), script), { budget, price }), request);
  expect(budget.spentUsd()).toBe(spent);
});

test('leaving the stream settles what was received', async () => {
  const budget = memoryBudget(1000);
  const model = withBudget(scriptedModel(virtualRuntime(), [hello, hello, stop]), { budget, price });
  for await (const _ of model.stream(request, { signal: new AbortController().signal })) break;
  expect(budget.spentUsd()).toBe(INPUT + 2);
});

test('a request without an output limit is given one, so that the reservation is a bound', async () => {
  const inner = scriptedModel(virtualRuntime(), [hello, stop]);
  await eventsOf(withBudget(inner, { budget: memoryBudget(1000), price, outputLimit: 50 }), ask('Hi'));
  expect(inner.asked[0]?.maxOutputTokens).toBe(50);
});

test('a reservation is settled once, however often it is asked for', async () => {
  const budget = memoryBudget(10);
  const reservation = await budget.reserve(4);
  if (!reservation.isGranted) throw new Error('refused');
  await budget.settle(reservation, 3);
  await budget.settle(reservation, 3);
  expect(budget.spentUsd()).toBe(3);
});
