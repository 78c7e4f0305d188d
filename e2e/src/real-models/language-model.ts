/**
 * What the server, the sampler and the judge need of a model, whatever it is made of. Texts enter as tokens and leave as bytes,
 * because a token may be a part of a character.
 */
export interface LanguageModel {
  /** Text that follows each message of a chat, so that an answer begins where the model expects a beginning. */
  readonly turnBreak: string;
  /** Number of tokens. */
  readonly vocabulary: number;
  /** The tokens of a text that continues another. */
  encode(text: string): readonly number[];
  bytesOf(token: number): Uint8Array;
  /** True for a token that says that the text is over. */
  isEnd(token: number): boolean;
  /** A reader that has just read `context`. Readers of one model do not disturb each other. */
  read(context: string): Reading;
}

/** A place in a text: what may come next there, and the step to the next place. */
export interface Reading {
  /** Probability of each token to come next; overwritten by the next call. */
  probabilities(): Float64Array;
  take(token: number): void;
}

// A probability that rounding has made 0 must not make a whole text impossible.
const SMALLEST = 1e-30;

/**
 * Natural logarithm of the probability that `text` follows `context`. Cost: one step of the model for each token.
 *
 * @example Math.exp(logProbability(model, 'a', '')) // how often a text begins with "a"
 */
export function logProbability(model: LanguageModel, text: string, context: string): number {
  const reading = model.read(context);
  let sum = 0;
  for (const token of model.encode(text)) {
    sum += Math.log(Math.max(reading.probabilities()[token] ?? 0, SMALLEST));
    reading.take(token);
  }
  return sum;
}

/** Bits that the model needs for each byte of `text` after `context`; lower is better. NaN for an empty text. */
export function bitsPerByte(model: LanguageModel, text: string, context = ''): number {
  return -logProbability(model, text, context) / Math.LN2 / Buffer.byteLength(text);
}
