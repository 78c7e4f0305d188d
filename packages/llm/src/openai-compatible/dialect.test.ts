import { expect, test } from 'vitest';
import { ask, eventsOf, summary } from '../testing.ts';
import { recordings } from './recordings.ts';
import { modelAt, plays, type Reply, refuses, withServer } from './testing.ts';

const good = plays(recordings.ollama?.body ?? '');
const full = ask('Hi', { temperature: 0.5, maxOutputTokens: 9, reasoningEffort: 'low' });

/** A server that refuses the fields in the words given, and answers what has none of them. */
const strict =
  (refusals: Readonly<Record<string, object>>): Reply =>
  (response, asked) => {
    const field = Object.keys(refusals).find((name) => name in asked.body);
    if (field === undefined) good(response, asked);
    else refuses(400, refusals[field] ?? {})(response, asked);
  };

test('a request says what was asked, in the fields every server knows', async () => {
  await withServer([good], async (baseUrl, asked) => {
    await eventsOf(
      modelAt(`${baseUrl}/`, { apiKey: 'k-1', headers: { 'x-title': 'Agon' }, extraBody: { top_k: 1, stream: false } }),
      full,
    );
    expect(asked[0]).toMatchObject({
      url: '/v1/chat/completions',
      headers: { authorization: 'Bearer k-1', 'x-title': 'Agon' },
    });
    expect(asked[0]?.body).toEqual({
      top_k: 1,
      model: 'm',
      messages: [{ role: 'user', content: 'Hi' }],
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: 9,
      temperature: 0.5,
      reasoning_effort: 'low',
    });
  });
});

test('without a key no authorization is sent', async () => {
  await withServer([good], async (baseUrl, asked) => {
    await eventsOf(modelAt(baseUrl));
    expect(asked[0]?.headers).not.toHaveProperty('authorization');
  });
});

test('fields that a server refuses are left out or renamed, and that is remembered', async () => {
  const server = strict({
    stream_options: {
      detail: [{ type: 'extra_forbidden', loc: ['body', 'stream_options'], msg: 'Extra inputs are not permitted' }],
    },
    max_tokens: {
      error: {
        message:
          "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
        param: 'max_tokens',
        code: 'unsupported_parameter',
      },
    },
    temperature: {
      error: {
        message: "Unsupported value: 'temperature' does not support 0.5 with this model.",
        param: 'temperature',
        code: 'unsupported_value',
      },
    },
    reasoning_effort: { error: { message: 'Unrecognized request argument supplied: reasoning_effort' } },
  });
  await withServer([server], async (baseUrl, asked) => {
    const model = modelAt(baseUrl);
    expect(summary(await eventsOf(model, full)).end).toBe('stop');
    expect(asked).toHaveLength(5);
    await eventsOf(model, full);
    expect(asked).toHaveLength(6);
    expect(Object.keys(asked[5]?.body ?? {})).toEqual(['model', 'messages', 'stream', 'max_completion_tokens']);
  });
});

test('a server that knows no output limit at all is asked without one', async () => {
  const unknown = (field: string): object => ({ error: { message: `Unknown field ${field}` } });
  const server = strict({ max_tokens: unknown('max_tokens'), max_completion_tokens: unknown('max_completion_tokens') });
  const events = await withServer([server], (baseUrl) => eventsOf(modelAt(baseUrl), full));
  expect(summary(events).end).toBe('stop');
});

test.each([
  [
    'a value out of range',
    {
      error: {
        message: 'max_tokens is too large: 9. This model supports at most 8 completion tokens.',
        param: 'max_tokens',
      },
    },
  ],
  ['a field that we did not send', { error: { message: 'Unknown field top_p', param: 'top_p' } }],
  ['a field of the endpoint', { error: { message: 'Unsupported parameter: temperature', param: 'temperature' } }],
])('%s is an error, not tried again', async (_, body) => {
  await withServer([refuses(400, body)], async (baseUrl, asked) => {
    const model = modelAt(baseUrl, { extraBody: { temperature: 1 } });
    expect(summary(await eventsOf(model, ask('Hi', { maxOutputTokens: 9 }))).end).toBe('invalid-request');
    expect(asked).toHaveLength(1);
  });
});
