/** What servers send, in the form each documents; written by hand after that form, shortened to what matters. */
export interface Recording {
  readonly body: string;
  readonly text: string;
  readonly reasoning?: string;
  readonly end: string;
  readonly usage?: { readonly inputTokens: number; readonly outputTokens: number; readonly reasoningTokens?: number };
}

const events = (...chunks: readonly (object | string)[]): string =>
  chunks.map((chunk) => `data: ${typeof chunk === 'string' ? chunk : JSON.stringify(chunk)}\n\n`).join('');

const chunk = (delta: object, rest: object = {}, finish: string | null = null): object => ({
  id: 'chatcmpl-1',
  object: 'chat.completion.chunk',
  created: 1,
  model: 'm',
  choices: [{ index: 0, delta, finish_reason: finish }],
  ...rest,
});

const usage = { prompt_tokens: 9, completion_tokens: 4, total_tokens: 13 };
const counted = { inputTokens: 9, outputTokens: 4 };
const DONE = '[DONE]';

const openai: Recording = {
  body: events(
    chunk({ role: 'assistant', content: '', refusal: null }, { usage: null, obfuscation: 'x9Q' }),
    chunk({ content: 'Grüße, ' }, { usage: null }),
    chunk({ content: '世界 👋🏽' }, { usage: null }),
    chunk({}, { usage: null }, 'stop'),
    {
      id: 'chatcmpl-1',
      object: 'chat.completion.chunk',
      choices: [],
      usage: { ...usage, completion_tokens_details: { reasoning_tokens: 2 } },
    },
    DONE,
  ),
  text: 'Grüße, 世界 👋🏽',
  end: 'stop',
  usage: { ...counted, reasoningTokens: 2 },
};

const openRouter: Recording = {
  body:
    ': OPENROUTER PROCESSING\n\n: OPENROUTER PROCESSING\n\n' +
    events(
      chunk({
        role: 'assistant',
        content: '',
        reasoning: 'The user ',
        reasoning_details: [{ type: 'reasoning.text' }],
      }),
      chunk({ role: 'assistant', content: '', reasoning: 'greets.' }),
      chunk({ role: 'assistant', content: 'Hello' }),
    ) +
    ': OPENROUTER PROCESSING\n\n' +
    events(
      chunk({ role: 'assistant', content: '' }, {}, 'stop'),
      chunk({ role: 'assistant', content: '' }, { usage: { ...usage, cost: 0.0001 } }),
      DONE,
    ),
  text: 'Hello',
  reasoning: 'The user greets.',
  end: 'stop',
  usage: counted,
};

const openRouterError: Recording = {
  body:
    events(chunk({ content: 'Half an ' })) +
    events({
      id: 'gen-1',
      object: 'chat.completion.chunk',
      error: { code: 502, message: 'Provider disconnected', metadata: { provider_name: 'X' } },
      choices: [{ index: 0, delta: { content: '' }, finish_reason: 'error' }],
    }),
  text: 'Half an ',
  end: 'overloaded',
};

const vllm: Recording = {
  body: events(
    chunk({ role: 'assistant', content: '' }),
    chunk({ reasoning_content: 'Let me think.', reasoning: 'Let me think.' }),
    chunk({ content: 'Four.' }, { usage: { ...usage, completion_tokens: 1 } }),
    { ...chunk({ content: '' }, { usage }, 'length') },
    DONE,
  ),
  text: 'Four.',
  reasoning: 'Let me think.',
  end: 'length',
  usage: counted,
};

const vllmContext: Recording = {
  body: events(
    {
      error: {
        message: "This model's maximum context length is 1024 tokens. However, you requested 1029 tokens.",
        type: 'BadRequestError',
        param: null,
        code: 400,
      },
    },
    DONE,
  ),
  text: '',
  end: 'context-too-long',
};

const sglang: Recording = {
  body: events(
    chunk({ role: 'assistant', content: '', reasoning_content: null, tool_calls: null }),
    chunk({ role: null, content: 'Yes', reasoning_content: null }),
    { ...chunk({ content: null }, {}, 'stop'), matched_stop: 151645 },
    { id: '1', object: 'chat.completion.chunk', choices: [], usage: { ...usage, prompt_tokens_details: null } },
    DONE,
  ),
  text: 'Yes',
  end: 'stop',
  usage: counted,
};

const llamaCpp: Recording = {
  body: events(
    chunk({ role: 'assistant', content: null }),
    chunk({ content: 'Sure' }),
    chunk({ content: '.' }),
    chunk({}, { usage, timings: { predicted_ms: 12.5 } }, 'stop'),
    DONE,
  ),
  text: 'Sure.',
  end: 'stop',
  usage: counted,
};

const lmStudio: Recording = {
  body: `event: message\nid: 1\n${events(chunk({ role: 'assistant', content: '<thi' }))}${events(
    chunk({ content: 'nk>Hm, <b>' }),
    chunk({ content: '</th' }),
    chunk({ content: 'ink>' }),
    chunk({ content: '\n\nUse <think> tags.' }),
    chunk({}, {}, 'stop'),
    DONE,
  )}`,
  text: 'Use <think> tags.',
  reasoning: 'Hm, <b>',
  end: 'stop',
};

const ollama: Recording = {
  body: events(
    chunk({ role: 'assistant', content: 'Hi' }, { system_fingerprint: 'fp_ollama' }),
    chunk({ role: 'assistant', content: ' you' }),
    chunk({ role: 'assistant', content: '' }, {}, 'stop'),
    { id: '1', object: 'chat.completion.chunk', choices: [], usage },
    DONE,
  ).replaceAll('\n', '\r\n'),
  text: 'Hi you',
  end: 'stop',
  usage: counted,
};

const withoutDone: Recording = {
  // Neither `[DONE]` nor the blank line after the last event.
  body: events(chunk({ content: 'Hi' }), chunk({}, { usage }, 'stop')).trimEnd(),
  text: 'Hi',
  end: 'stop',
  usage: counted,
};

const unexplained: Recording = { body: events(chunk({ content: 'Hi' }), DONE), text: 'Hi', end: 'other' };
const brokenOff: Recording = {
  body: events(chunk({ content: 'Hi, I was go' })),
  text: 'Hi, I was go',
  end: 'bad-response',
};
const empty: Recording = {
  body: events(chunk({ content: '' }), chunk({}, {}, 'stop'), DONE),
  text: '',
  end: 'bad-response',
};
const nothing: Recording = { body: '', text: '', end: 'bad-response' };

const onlyReasoning: Recording = {
  body: events(chunk({ content: '<think>Well, ' }), chunk({ content: 'hm' }, {}, 'length'), DONE),
  text: '',
  reasoning: 'Well, hm',
  end: 'bad-response',
};

const refusal: Recording = {
  body: events(chunk({ refusal: 'I cannot ' }), chunk({ refusal: 'help with that.' }), chunk({}, {}, 'stop'), DONE),
  text: 'I cannot help with that.',
  end: 'refusal',
};

const filtered: Recording = {
  body: events(chunk({ role: 'assistant' }), chunk({}, {}, 'content_filter'), DONE),
  text: '',
  end: 'content-filtered',
};

const cutByFilter: Recording = {
  body: events(chunk({ content: 'First you' }), chunk({}, {}, 'content_filter'), DONE),
  text: 'First you',
  end: 'refusal',
};

const parts: Recording = {
  body: events(
    chunk({ content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'Hm.' }] }] }),
    chunk(
      {
        content: [
          { type: 'text', text: 'Yes' },
          { type: 'text', text: '!' },
        ],
      },
      {},
      'stop',
    ),
    DONE,
  ),
  text: 'Yes!',
  reasoning: 'Hm.',
  end: 'stop',
};

const severalChoices: Recording = {
  body: events(
    {
      choices: [
        { index: 1, delta: { content: 'other' } },
        { index: 0, delta: { content: 'mine' } },
      ],
    },
    { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] },
    DONE,
  ),
  text: 'mine',
  end: 'stop',
};

const notStreamed: Recording = {
  body: JSON.stringify(
    {
      id: 'chatcmpl-1',
      object: 'chat.completion',
      choices: [
        { index: 0, message: { role: 'assistant', content: 'Hello', reasoning_content: 'Hm' }, finish_reason: 'stop' },
      ],
      usage,
    },
    null,
    2,
  ),
  text: 'Hello',
  reasoning: 'Hm',
  end: 'stop',
  usage: counted,
};

const errorAsAnswer: Recording = {
  body: '\n {"error":{"message":"Rate limit exceeded","code":429}}',
  text: '',
  end: 'rate-limited',
};
const webPage: Recording = { body: '<!doctype html><title>Sign in</title>', text: '', end: 'bad-response' };
const noJson: Recording = { body: 'data: hello\n\ndata: [DONE]\n\n', text: '', end: 'bad-response' };

export const recordings: Readonly<Record<string, Recording>> = {
  openai,
  openRouter,
  openRouterError,
  vllm,
  vllmContext,
  sglang,
  llamaCpp,
  lmStudio,
  ollama,
  withoutDone,
  unexplained,
  brokenOff,
  empty,
  nothing,
  onlyReasoning,
  refusal,
  filtered,
  cutByFilter,
  parts,
  severalChoices,
  notStreamed,
  errorAsAnswer,
  webPage,
  noJson,
};
