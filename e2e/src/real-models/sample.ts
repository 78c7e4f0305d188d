import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Random } from '@agon/rating';
import type { LanguageModel } from './language-model.ts';

export interface SampleOptions {
  readonly random: Random;
  readonly maxTokens: number;
  /** 1 draws from the model as it is, 0 always takes the likeliest token; 1 when left out. */
  readonly temperature?: number;
}

export interface StreamOptions extends SampleOptions {
  /** Ends the stream with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Slows the stream down to so many tokens a second; as fast as the model goes when left out. */
  readonly tokensPerSecond?: number | undefined;
}

/** Why an answer is over: the model ended it, or it reached the limit. */
export type Finish = 'stop' | 'length';

/** A part of an answer as it is made. Only the last has `finish`. */
export interface Piece {
  readonly text: string;
  readonly tokens: number;
  readonly finish?: Finish;
}

export interface Answer {
  readonly text: string;
  readonly tokens: number;
  readonly finish: Finish;
}

// Long enough that events are not bytes, short enough that an answer looks as if it were being written.
const TOKENS_PER_PIECE = 4;

/**
 * An answer to `prompt` as a stream of pieces. Other work gets its turn after each piece. Equal seeds give equal answers.
 *
 * @example for await (const { text } of sample(model, 'What is a board?', { random: createRandom(1), maxTokens: 200 })) show(text)
 */
export async function* sample(
  model: LanguageModel,
  prompt: string,
  options: StreamOptions,
): AsyncGenerator<Piece, void, undefined> {
  const { signal, tokensPerSecond } = options;
  for (const piece of pieces(model, prompt, options)) {
    signal?.throwIfAborted();
    yield piece;
    if (tokensPerSecond === undefined) await setImmediate();
    else await setTimeout((1000 * piece.tokens) / tokensPerSecond, undefined, { signal });
  }
}

/** A whole answer at once, the same that {@link sample} streams. */
export function sampleAnswer(model: LanguageModel, prompt: string, options: SampleOptions): Answer {
  const made = [...pieces(model, prompt, options)];
  return {
    text: made.map(({ text }) => text).join(''),
    tokens: made.reduce((sum, { tokens }) => sum + tokens, 0),
    finish: made.at(-1)?.finish ?? 'length',
  };
}

function* pieces(model: LanguageModel, prompt: string, options: SampleOptions): Generator<Piece, void, undefined> {
  const { random, maxTokens, temperature = 1 } = options;
  const reading = model.read(prompt + model.turnBreak);
  const decoder = new TextDecoder();
  let [text, tokens] = ['', 0];
  for (let made = 0; made < maxTokens; made++) {
    const probabilities = reading.probabilities();
    // An answer of nothing would be a failure to its reader.
    if (made === 0) for (const token of probabilities.keys()) if (model.isEnd(token)) probabilities[token] = 0;
    const token = draw(probabilities, temperature, random);
    if (model.isEnd(token)) {
      yield { text: text + decoder.decode(), tokens, finish: 'stop' };
      return;
    }
    text += decoder.decode(model.bytesOf(token), { stream: true });
    tokens++;
    reading.take(token);
    if (tokens < TOKENS_PER_PIECE) continue;
    yield { text, tokens };
    [text, tokens] = ['', 0];
  }
  yield { text: text + decoder.decode(), tokens, finish: 'length' };
}

function draw(probabilities: Float64Array, temperature: number, random: Random): number {
  const likeliest = Math.max(...probabilities);
  if (temperature === 0) return probabilities.indexOf(likeliest);
  // Relative to the likeliest, so that low temperatures do not underflow to 0 everywhere.
  const weights = temperature === 1 ? probabilities : probabilities.map((p) => (p / likeliest) ** (1 / temperature));
  let left = random.uniform() * weights.reduce((sum, weight) => sum + weight, 0);
  const drawn = weights.findIndex((weight) => {
    left -= weight;
    return left <= 0;
  });
  // Rounding may leave a hair over; the likeliest token takes it.
  return drawn < 0 ? probabilities.indexOf(likeliest) : drawn;
}
