import { createRandom } from '@agon/rating';
import { expect, test } from 'vitest';
import { train } from './byte-model/byte-model.ts';
import { type Piece, sample, sampleAnswer } from './sample.ts';

const model = train(['the cat sat on the mat', 'the dog sat on the log', 'a cat and a dog — friends'], { order: 4 });
const options = (seed: number, maxTokens = 60) => ({ random: createRandom(seed), maxTokens });

async function collect(pieces: AsyncIterable<Piece>): Promise<Piece[]> {
  const all: Piece[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

test('one seed gives one answer, another seed another', () => {
  const answer = sampleAnswer(model, 'the', options(1));
  expect(sampleAnswer(model, 'the', options(1))).toEqual(answer);
  const others = [2, 3, 4].map((seed) => sampleAnswer(model, 'the', options(seed)).text);
  expect(new Set([answer.text, ...others]).size).toBeGreaterThan(1);
});

test('a stream gives the same answer in pieces, and says once why it ends', async () => {
  const pieces = await collect(sample(model, 'the', options(5)));
  const whole = sampleAnswer(model, 'the', options(5));
  expect(pieces.map(({ text }) => text).join('')).toBe(whole.text);
  expect(pieces.filter(({ finish }) => finish !== undefined)).toEqual([pieces.at(-1)]);
  expect(pieces.at(-1)?.finish).toBe(whole.finish);
});

test('an answer ends at the end of a text or at the limit', () => {
  const answers = Array.from({ length: 30 }, (_, seed) => sampleAnswer(model, 'the', options(seed, 25)));
  expect(new Set(answers.map(({ finish }) => finish))).toEqual(new Set(['stop', 'length']));
  for (const { tokens, finish } of answers) {
    if (finish === 'length') expect(tokens).toBe(25);
    else expect(tokens).toBeLessThan(26);
  }
});

test('an answer has at least one token, however likely the end is at once', () => {
  const eager = { ...model, isEnd: (token: number) => model.isEnd(token) || token > 0x64 };
  const lengths = Array.from({ length: 50 }, (_, seed) => sampleAnswer(eager, 'the', options(seed)).tokens);
  expect(Math.min(...lengths)).toBe(1);
});

test('temperature 0 takes the likeliest token whatever the seed, and a low one nearly does', () => {
  const texts = [1, 2, 3].map((seed) => sampleAnswer(model, 'the', { ...options(seed), temperature: 0 }).text);
  expect(new Set(texts).size).toBe(1);
  expect(sampleAnswer(model, 'the', { ...options(9), temperature: 0.001 }).text).toBe(texts[0]);
});

test('tokens come as often as the model says', () => {
  const coin = train(['heads', 'tails'], { order: 1 });
  const expected = coin.read('\n\n').probabilities()['h'.charCodeAt(0)] ?? 0;
  const random = createRandom(11);
  const drawn = Array.from({ length: 4000 }, () => sampleAnswer(coin, '', { random, maxTokens: 1 }).text);
  const share = drawn.filter((text) => text === 'h').length / drawn.length;
  expect(Math.abs(share - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / drawn.length));
});

test('a character of several bytes is never cut by a piece', async () => {
  const dashes = train(['————————————————————————————————————————'], { order: 6 });
  const pieces = await collect(sample(dashes, '—', { ...options(1, 60), temperature: 0 }));
  expect(pieces.map(({ text }) => text).join('')).toBe('—'.repeat(20));
  expect(pieces.some(({ text }) => text.includes('\uFFFD'))).toBe(false);
});

test('a slowed stream takes its time', async () => {
  const begin = performance.now();
  const steady = { ...model, isEnd: () => false };
  const pieces = await collect(sample(steady, 'the', { ...options(1, 12), tokensPerSecond: 400 }));
  expect(pieces.length).toBe(4);
  // Three waits of 10 ms; a timer may be a millisecond early.
  expect(performance.now() - begin).toBeGreaterThan(26);
});

test('an aborted stream ends with the reason', async () => {
  const stop = new AbortController();
  const pieces = sample(model, 'the', { ...options(1, 10_000), signal: stop.signal });
  await pieces.next();
  stop.abort(new Error('the reader left'));
  await expect(pieces.next()).rejects.toThrow('the reader left');
});

test('an abort also ends the wait of a slowed stream', async () => {
  const stop = new AbortController();
  const pieces = sample(model, 'the', { ...options(1, 10_000), signal: stop.signal, tokensPerSecond: 0.01 });
  await pieces.next();
  const next = pieces.next();
  stop.abort();
  await expect(next).rejects.toThrow('aborted');
});
