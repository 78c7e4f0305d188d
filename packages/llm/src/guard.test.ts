import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import type { ChatEvent, ChatModel } from './chat-model.ts';
import { guarded } from './guard.ts';
import { ModelError } from './model-error.ts';
import { ask, eventsOf, hello, scriptedModel, stillRuntime, stop, summary } from './testing.ts';

const usage: ChatEvent = { type: 'usage', inputTokens: 1, outputTokens: 2 };
const failed: ChatEvent = { type: 'error', error: new ModelError('overloaded', 'Busy.') };
const anyEvent = fc.constantFrom<ChatEvent>(
  hello,
  stop,
  usage,
  failed,
  { type: 'text', text: '' },
  { type: 'reasoning', text: 'hm' },
);

test('a stream that ends without saying so ends with an error', async () => {
  expect(summary(await eventsOf(guarded(scriptedModel(stillRuntime, [hello]))))).toMatchObject({
    text: 'Hello',
    end: 'bad-response',
  });
});

test.prop([fc.array(anyEvent)])('whatever a model sends, the stream keeps to the grammar', async (script) => {
  const events = await eventsOf(guarded(scriptedModel(stillRuntime, script)));
  expect(events.map(({ type }) => type).join(' ')).toMatch(/^((text|reasoning) )*(usage )?(finish|error)$/);
  expect(events).not.toContainEqual({ type: 'text', text: '' });
});

test('what a model throws becomes an error that does not quote it', async () => {
  const throwing: ChatModel = {
    stream: () => {
      throw new TypeError('authorization: Bearer secret');
    },
  };
  const [last] = await eventsOf(guarded(throwing));
  expect(last).toMatchObject({ type: 'error', error: { code: 'bad-response' } });
  expect(JSON.stringify(last)).not.toContain('secret');
});

test('an abort ends the stream at once, even where the model does not heed it', async () => {
  const deaf: ChatModel = {
    async *stream() {
      yield hello;
      await new Promise(() => undefined);
    },
  };
  const controller = new AbortController();
  const events: ChatEvent[] = [];
  for await (const event of guarded(deaf).stream(ask('Hi'), { signal: controller.signal })) {
    events.push(event);
    controller.abort();
  }
  expect(summary(events)).toMatchObject({ text: 'Hello', end: 'cancelled' });
});

test('a stream that is aborted before it begins asks nobody', async () => {
  const events = await eventsOf(guarded(scriptedModel(stillRuntime, [hello, stop])), ask('Hi'), AbortSignal.abort());
  expect(summary(events)).toMatchObject({ text: '', end: 'cancelled' });
});

test('leaving the loop closes the model', async () => {
  let isClosed = false;
  const model: ChatModel = {
    async *stream() {
      try {
        yield hello;
        yield hello;
      } finally {
        isClosed = true;
      }
    },
  };
  for await (const _ of guarded(model).stream(ask('Hi'), { signal: new AbortController().signal })) break;
  expect(isClosed).toBe(true);
});
