import { expect, test } from 'vitest';
import type { ChatEvent } from './chat-model.ts';
import { ModelError, type ModelErrorCode, type ModelErrorFacts } from './model-error.ts';
import { withRetry } from './retry.ts';
import { ask, eventsOf, hello, scriptedModel, stop, summary, virtualRuntime } from './testing.ts';

const failing = (code: ModelErrorCode, facts: ModelErrorFacts = {}): ChatEvent => ({
  type: 'error',
  error: new ModelError(code, 'No.', facts),
});

test('a failure before the first word is tried again', async () => {
  const runtime = virtualRuntime();
  const inner = scriptedModel(runtime, [failing('overloaded')], [failing('unreachable')], [hello, stop]);
  expect(summary(await eventsOf(withRetry(inner, {}, runtime)))).toEqual({ text: 'Hello', reasoning: '', end: 'stop' });
  expect(inner.asked).toHaveLength(3);
});

test('after the first word nothing is tried again', async () => {
  const runtime = virtualRuntime();
  const inner = scriptedModel(runtime, [hello, failing('overloaded')], [hello, stop]);
  expect(summary(await eventsOf(withRetry(inner, {}, runtime)))).toMatchObject({ text: 'Hello', end: 'overloaded' });
  expect(inner.asked).toHaveLength(1);
});

test.each(['unauthorized', 'invalid-request', 'over-budget', 'cancelled'] as const)(
  '%s is not tried again',
  async (code) => {
    const runtime = virtualRuntime();
    const inner = scriptedModel(runtime, [failing(code)]);
    expect(summary(await eventsOf(withRetry(inner, {}, runtime))).end).toBe(code);
    expect(inner.asked).toHaveLength(1);
  },
);

test('retry-after is obeyed, never undercut', async () => {
  const runtime = virtualRuntime(() => 0);
  const started = runtime.now();
  const inner = scriptedModel(runtime, [failing('rate-limited', { retryAfterMs: 7_000 })], [hello, stop]);
  await eventsOf(withRetry(inner, {}, runtime));
  expect(runtime.now() - started).toBe(7_000);
});

test('a server that asks for too long a wait is not waited for', async () => {
  const runtime = virtualRuntime();
  const started = runtime.now();
  const inner = scriptedModel(runtime, [failing('rate-limited', { retryAfterMs: 3_600_000 })]);
  expect(summary(await eventsOf(withRetry(inner, {}, runtime))).end).toBe('rate-limited');
  expect(runtime.now()).toBe(started);
});

test('waits grow twofold up to a cap, scaled by chance', async () => {
  const runtime = virtualRuntime(() => 0.5);
  const started = runtime.now();
  const inner = scriptedModel(runtime, [failing('overloaded')]);
  const options = { maxAttempts: 5, baseDelayMs: 1_000, maxDelayMs: 3_000 };
  expect(summary(await eventsOf(withRetry(inner, options, runtime))).end).toBe('overloaded');
  expect(inner.asked).toHaveLength(5);
  expect(runtime.now() - started).toBe(500 + 1_000 + 1_500 + 1_500);
});

test('no attempt starts after the time to give up', async () => {
  const runtime = virtualRuntime();
  const inner = scriptedModel(runtime, [60_000, failing('timed-out-first-token')]);
  expect(summary(await eventsOf(withRetry(inner, {}, runtime))).end).toBe('timed-out-first-token');
  expect(inner.asked).toHaveLength(1);
});

test('an abort ends the wait', async () => {
  const runtime = virtualRuntime();
  const controller = new AbortController();
  const inner = scriptedModel(runtime, [failing('rate-limited', { retryAfterMs: 20_000 })]);
  const events = eventsOf(withRetry(inner, {}, runtime), ask('Hi'), controller.signal);
  await Promise.resolve();
  controller.abort();
  expect(summary(await events).end).toBe('cancelled');
});
