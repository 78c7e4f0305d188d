import type { LanguageModel, Reading } from '../language-model.ts';
import { softmax } from './arithmetic.ts';
import { type Checkpoint, readCheckpoint } from './checkpoint.ts';
import { ModelFileBroken } from './errors.ts';
import { forward } from './forward.ts';
import { readTokenizer, type Tokenizer } from './tokenizer.ts';

/** A transformer with its weights at hand, so that they can be damaged. */
export interface Transformer extends LanguageModel {
  readonly checkpoint: Checkpoint;
  readonly tokenizer: Tokenizer;
}

/** The bytes of the two files of a model of the llama2.c layout. */
export interface ModelFiles {
  readonly checkpoint: Uint8Array;
  readonly tokenizer: Uint8Array;
}

const BEGIN = 1;
const END = 2;

/**
 * A transformer from the bytes of its checkpoint and of its vocabulary.
 *
 * @throws {ModelFileBroken}
 */
export function openTransformer(files: ModelFiles): Transformer {
  const checkpoint = readCheckpoint(files.checkpoint);
  const tokenizer = readTokenizer(files.tokenizer);
  const [inFile, inModel] = [tokenizer.pieces.length, checkpoint.config.vocabulary];
  if (inFile !== inModel) {
    throw new ModelFileBroken(
      `The vocabulary has ${inFile} tokens where the checkpoint has ${inModel}; they do not belong together.`,
    );
  }
  return transformer(checkpoint, tokenizer);
}

/** A transformer of weights and vocabulary that belong together. */
export function transformer(checkpoint: Checkpoint, tokenizer: Tokenizer): Transformer {
  return {
    checkpoint,
    tokenizer,
    // Stories are not written in turns: an answer goes on where the question ended.
    turnBreak: '',
    vocabulary: checkpoint.config.vocabulary,
    encode: tokenizer.encode,
    bytesOf: (token) => tokenizer.pieces[token] ?? new Uint8Array(),
    // The stories it learnt from lay one after another, so that the beginning of the next is the end of one.
    isEnd: (token) => token === BEGIN || token === END,
    read: (context) => read(checkpoint, context === '' ? [] : tokenizer.encode(` ${context}`)),
  };
}

/**
 * Reads on past the end of the model's context by beginning anew with its later half, so a text may have any length. For the same
 * reason a long beginning is read from its last half context on.
 */
function read(checkpoint: Checkpoint, tokens: readonly number[]): Reading {
  const half = Math.floor(checkpoint.config.context / 2);
  const step = forward(checkpoint);
  const probabilities = new Float64Array(checkpoint.config.vocabulary);
  let seen: number[] = [];
  let logits: Float32Array = new Float32Array();
  const put = (token: number): void => {
    logits = step(token, seen.length);
    seen.push(token);
  };
  const take = (token: number): void => {
    if (seen.length === checkpoint.config.context) {
      const kept = seen.slice(-half);
      seen = [];
      for (const earlier of [BEGIN, ...kept]) put(earlier);
    }
    put(token);
  };
  for (const token of [BEGIN, ...tokens.slice(-half)]) put(token);
  return {
    take,
    probabilities: () => {
      const shares = logits.slice();
      softmax(shares, shares.length);
      probabilities.set(shares);
      return probabilities;
    },
  };
}
