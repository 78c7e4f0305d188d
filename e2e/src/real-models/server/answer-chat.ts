import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createRandom } from '@agon/rating';
import type { LanguageModel } from '../language-model.ts';
import { type Finish, type Piece, sample } from '../sample.ts';
import { type Completion, chunk, usageChunk, wholeAnswer } from './chat-answer.ts';
import { type ChatRequest, parseChatRequest } from './chat-request.ts';
import { RequestRefused } from './errors.ts';

interface ChatExchange {
  readonly models: ReadonlyMap<string, LanguageModel>;
  readonly body: string;
  readonly response: ServerResponse;
  readonly tokensPerSecond: number | undefined;
}

/**
 * Answers a request for a chat completion, whole or as server-sent events, and stops when the reader leaves.
 *
 * @throws {RequestRefused}
 */
export async function answerChat({ models, body, response, tokensPerSecond }: ChatExchange): Promise<void> {
  const asked = parseChatRequest(body);
  const model = models.get(asked.model);
  if (model === undefined) {
    throw new RequestRefused(`There is no model "${asked.model}". Models are: ${[...models.keys()].join(', ')}.`, {
      code: 'model_not_found',
      status: 404,
      param: 'model',
    });
  }
  const left = new AbortController();
  response.once('close', () => left.abort());
  const prompt = asked.contents.join(model.turnBreak);
  const pieces = sample(model, prompt, {
    random: createRandom(asked.seed ?? randomInt(2 ** 32)),
    maxTokens: asked.maxTokens,
    temperature: asked.temperature,
    signal: left.signal,
    tokensPerSecond,
  });
  const completion = {
    id: `chatcmpl-${randomUUID()}`,
    created: Math.floor(Date.now() / 1000),
    model: asked.model,
  };
  const answer = { response, completion, pieces, promptTokens: model.encode(prompt).length, left: left.signal };
  await (asked.stream ? sendStream(answer, asked) : sendWhole(answer));
}

interface ToSend {
  readonly response: ServerResponse;
  readonly completion: Completion;
  readonly pieces: AsyncIterable<Piece>;
  readonly promptTokens: number;
  /** Aborted when the reader leaves. */
  readonly left: AbortSignal;
}

async function sendWhole({ response, completion, pieces, promptTokens }: ToSend): Promise<void> {
  let [text, completionTokens] = ['', 0];
  let finish: Finish = 'length';
  for await (const piece of pieces) {
    text += piece.text;
    completionTokens += piece.tokens;
    finish = piece.finish ?? finish;
  }
  const whole = wholeAnswer(completion, { text, finish }, { promptTokens, completionTokens });
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(whole));
}

async function sendStream(answer: ToSend, { includeUsage }: ChatRequest): Promise<void> {
  const { response, completion, pieces, promptTokens } = answer;
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  await send(answer, chunk(completion, { role: 'assistant', content: '' }, null));
  let completionTokens = 0;
  for await (const { text, tokens, finish } of pieces) {
    completionTokens += tokens;
    if (text !== '') await send(answer, chunk(completion, { content: text }, null));
    if (finish !== undefined) await send(answer, chunk(completion, {}, finish));
  }
  if (includeUsage) await send(answer, usageChunk(completion, { promptTokens, completionTokens }));
  response.end('data: [DONE]\n\n');
}

/**
 * Sends one event, and waits where the reader is slower than the model.
 *
 * @throws the signal's reason where the reader leaves meanwhile
 */
async function send({ response, left }: Pick<ToSend, 'response' | 'left'>, event: object): Promise<void> {
  if (!response.write(`data: ${JSON.stringify(event)}\n\n`)) await once(response, 'drain', { signal: left });
}
