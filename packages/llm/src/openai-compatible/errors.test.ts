import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import type { ModelError } from '../model-error.ts';
import { eventsOf, virtualRuntime } from '../testing.ts';
import { modelAt, plays, type Reply, refuses, withServer } from './testing.ts';

async function errorFrom(reply: Reply, apiKey?: string): Promise<ModelError> {
  const events = await withServer([reply], (baseUrl) =>
    eventsOf(modelAt(baseUrl, apiKey === undefined ? {} : { apiKey })),
  );
  const last = events.at(-1);
  if (last?.type !== 'error') throw new Error('no error');
  return last.error;
}

const openai = (message: string, rest: object = {}): object => ({
  error: { message, type: 'invalid_request_error', ...rest },
});

test.each<[string, number, object | string, string]>([
  ['a wrong key', 401, openai('Incorrect API key provided', { code: 'invalid_api_key' }), 'unauthorized'],
  ['a key without the right', 403, openai('Project does not have access to model'), 'unauthorized'],
  [
    'a key said to be wrong in a list',
    400,
    [{ error: { code: 400, message: 'API key not valid. Pass a valid one.' } }],
    'unauthorized',
  ],
  [
    'a prompt flagged',
    403,
    { error: { code: 403, message: 'Input was flagged', metadata: { reasons: ['x'] } } },
    'content-filtered',
  ],
  ['a filter', 400, openai('The response was filtered', { code: 'content_filter' }), 'content-filtered'],
  ['no such model', 404, openai('The model `x` does not exist', { code: 'model_not_found' }), 'not-found'],
  ['no such model in words', 400, { error: { message: 'x is not a valid model ID', code: 400 } }, 'not-found'],
  ['no such model at Ollama', 404, { error: { message: 'model "x" not found, try pulling it first' } }, 'not-found'],
  ['no such page', 404, '<html><head><title>404 Not Found</title></head></html>', 'not-found'],
  ['too much text for OpenAI', 400, openai('too long', { code: 'context_length_exceeded' }), 'context-too-long'],
  [
    'too much text for vLLM',
    400,
    { object: 'error', message: "This model's maximum context length is 8 tokens.", code: 400 },
    'context-too-long',
  ],
  [
    'too much text for SGLang',
    400,
    { object: 'error', message: "The input (9 tokens) is longer than the model's context length (8 tokens)." },
    'context-too-long',
  ],
  [
    'too much text for llama.cpp',
    400,
    {
      error: {
        code: 400,
        message: 'request (9 tokens) exceeds the available context size (8 tokens)',
        type: 'exceed_context_size_error',
      },
    },
    'context-too-long',
  ],
  [
    'too much text for an older llama.cpp',
    500,
    { error: { code: 500, message: 'Context size has been exceeded.', type: 'server_error' } },
    'context-too-long',
  ],
  ['a body too large', 413, 'Payload Too Large', 'context-too-long'],
  ['too many requests', 429, openai('Rate limit reached', { code: 'rate_limit_exceeded' }), 'rate-limited'],
  ['no credit left', 429, openai('You exceeded your current quota', { code: 'insufficient_quota' }), 'over-budget'],
  [
    'no credit left at OpenRouter',
    402,
    { error: { code: 402, message: 'This request requires more credits' } },
    'over-budget',
  ],
  ['a server that is down', 503, '<html><body><h1>503</h1></body></html>', 'overloaded'],
  ['a server out of its mind', 500, '', 'overloaded'],
  ['a time-out there', 408, openai('Request timed out'), 'overloaded'],
  [
    'a wrong field',
    422,
    { detail: [{ loc: ['body', 'messages'], msg: 'Field required', type: 'missing' }] },
    'invalid-request',
  ],
  ['a wrong request in plain words', 400, 'nope', 'invalid-request'],
])('%s', async (_, status, body, code) => {
  const error = await errorFrom(refuses(status, body));
  expect(error).toMatchObject({ code, status });
});

test('the message says where, what the server said, and what to do', async () => {
  const error = await errorFrom(refuses(404, openai('The model `x` does not exist')));
  expect(error.message).toMatch(
    /^http:\/\/127\.0\.0\.1:\d+\/v1 refused the request \(404\): The model `x` does not exist\. Check the address and the model's name on that server\.$/,
  );
});

test('a long page is cut to its title or first words', async () => {
  const page = `<html><head><title>Bad gateway</title></head><body>${'x'.repeat(100_000)}</body></html>`;
  expect((await errorFrom(refuses(502, page))).message).toContain('Bad gateway. The server');
  expect((await errorFrom(refuses(502, 'word '.repeat(50_000)))).message.length).toBeLessThan(500);
});

test.each<[string, Record<string, string>, number | undefined]>([
  ['seconds', { 'retry-after': '7' }, 7_000],
  ['milliseconds', { 'retry-after-ms': '250', 'retry-after': '1' }, 250],
  [
    'a date, by the clock of the server',
    { 'retry-after': 'Wed, 21 Oct 2015 07:28:30 GMT', date: 'Wed, 21 Oct 2015 07:28:00 GMT' },
    30_000,
  ],
  ['a date gone by', { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT', date: 'Wed, 21 Oct 2015 07:29:00 GMT' }, 0],
  ['nonsense', { 'retry-after': 'soon' }, undefined],
])('retry-after as %s', async (_, headers, wait) => {
  expect((await errorFrom(refuses(429, openai('Slow down'), headers))).retryAfterMs).toBe(wait);
});

test('a redirect is not followed, and the message names its target', async () => {
  let isFollowed = false;
  const secret: Reply = (response) => {
    isFollowed = true;
    response.end();
  };
  const error = await withServer([secret], (other) =>
    errorFrom(refuses(307, '', { location: `${other}/x?key=abc` }), 'k-12345678'),
  );
  expect(error).toMatchObject({ code: 'not-found', status: 307, isRetryable: false });
  expect(error.message).toMatch(/redirects to http:\/\/127\.0\.0\.1:\d+\/v1\/x, and/);
  expect(isFollowed).toBe(false);
});

test('nobody listening is unreachable, and says so', async () => {
  const gone = await withServer([], async (baseUrl) => baseUrl);
  const [last] = await eventsOf(modelAt(gone));
  expect(last).toMatchObject({ type: 'error', error: { code: 'unreachable', isRetryable: true } });
  expect(last).toMatchObject({ error: { message: expect.stringContaining('ECONNREFUSED') } });
});

test('a connection lost in the middle keeps what came, and is unreachable', async () => {
  const breaks: Reply = (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'content-length': '9999' });
    response.write('data: {"choices":[{"delta":{"content":"Half"}}]}\n\n', () =>
      setImmediate(() => response.destroy()),
    );
  };
  const events = await withServer([breaks], (baseUrl) => eventsOf(modelAt(baseUrl)));
  expect(events).toMatchObject([
    { type: 'text', text: 'Half' },
    { type: 'error', error: { code: 'unreachable' } },
  ]);
});

test('an answer without a body is a bad response', async () => {
  expect(await errorFrom(refuses(204, ''))).toMatchObject({ code: 'bad-response' });
});

const key = fc.stringMatching(/^[A-Za-z0-9+/_-]{8,60}$/);
const around = fc.constantFrom(
  '',
  'Bearer ',
  'Authorization: Bearer ',
  '"',
  '{"api_key":"',
  'key=',
  'Incorrect API key provided: ',
);

test.prop([key, around, fc.nat(20), fc.constantFrom(400, 401, 403, 429, 500)], { numRuns: 60 })(
  'an error never tells the key, whatever the server echoes',
  async (apiKey, before, trimmed, status) => {
    const piece = apiKey.slice(0, Math.max(7, apiKey.length - trimmed));
    const echo: Reply = (response, { headers }) => {
      const body = {
        error: { message: `${before}${headers.authorization} ${before}${piece}… is wrong`, metadata: { raw: piece } },
      };
      refuses(status, body)(response, { url: '', headers, body: {} });
    };
    const error = await errorFrom(echo, apiKey);
    expect(everythingOf(error)).not.toContain(piece);
  },
);

test('an error inside a stream never tells the key either', async () => {
  const error = await errorFrom(plays('data: {"error":"bad key top-secret-key-1 for you"}\n\n'), 'top-secret-key-1');
  expect(error.message).toContain('bad key [hidden] for you');
});

test('headers of the endpoint are as secret as the key', async () => {
  const echo = refuses(401, { error: 'api-key hush-hush-hush is wrong' });
  const events = await withServer([echo], (baseUrl) =>
    eventsOf(modelAt(baseUrl, { headers: { 'api-key': 'hush-hush-hush' } })),
  );
  expect(events).toMatchObject([
    { type: 'error', error: { code: 'unauthorized', message: expect.not.stringContaining('hush') } },
  ]);
});

test('an abort closes the connection', async () => {
  let closed: () => void = () => undefined;
  const isClosed = new Promise<void>((resolve) => {
    closed = resolve;
  });
  const hangs: Reply = (response) => {
    response.on('close', closed);
    response.write('data: {"choices":[{"delta":{"content":"On and on"}}]}\n\n');
  };
  await withServer([hangs], async (baseUrl) => {
    const controller = new AbortController();
    const types: string[] = [];
    for await (const event of modelAt(baseUrl).stream({ messages: [] }, { signal: controller.signal })) {
      types.push(event.type === 'error' ? event.error.code : event.type);
      controller.abort();
    }
    await isClosed;
    expect(types).toEqual(['text', 'cancelled']);
  });
});

test('leaving the loop closes the connection', async () => {
  let closed: () => void = () => undefined;
  const isClosed = new Promise<void>((resolve) => {
    closed = resolve;
  });
  const hangs: Reply = (response) => {
    response.on('close', closed);
    response.write('data: {"choices":[{"delta":{"content":"On and on"}}]}\n\n');
  };
  await withServer([hangs], async (baseUrl) => {
    const types: string[] = [];
    for await (const event of modelAt(baseUrl).stream({ messages: [] }, { signal: new AbortController().signal })) {
      types.push(event.type);
      break;
    }
    await isClosed;
    expect(types).toEqual(['text']);
  });
});

test('a server that keeps the connection open after the answer is left after a while', async () => {
  const lingers: Reply = (response) => {
    response.write('data: {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\n');
  };
  const events = await withServer([lingers], (baseUrl) => eventsOf(modelAt(baseUrl, {}, virtualRuntime())));
  expect(events).toEqual([
    { type: 'text', text: 'Hi' },
    { type: 'finish', reason: 'stop' },
  ]);
});

/** All that a careless logger could print. */
function everythingOf(error: ModelError): string {
  return `${error.message} ${error.stack} ${JSON.stringify(error)} ${JSON.stringify(Object.entries(error))} ${String(error.cause)}`;
}
