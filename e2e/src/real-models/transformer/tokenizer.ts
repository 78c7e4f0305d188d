import { ModelFileBroken } from './errors.ts';

/** Pieces of text that a transformer reads and writes. */
export interface Tokenizer {
  /** Bytes of each token. */
  readonly pieces: readonly Uint8Array[];
  /** Tokens of a text that continues another; no mark of the beginning, no space put in front. */
  encode(text: string): number[];
}

interface Vocabulary {
  readonly pieces: readonly Uint8Array[];
  readonly numberOf: ReadonlyMap<string, number>;
  readonly scores: readonly number[];
}

// The first three are unknown, begin and end; then come the 256 bytes, for characters without a token.
const FIRST_BYTE = 3;
const FIRST_TEXT = FIRST_BYTE + 256;

/**
 * Reads a vocabulary of the llama2.c layout: the longest length, then score, length and bytes of each token.
 *
 * @throws {ModelFileBroken}
 */
export function readTokenizer(file: Uint8Array): Tokenizer {
  const vocabulary = readVocabulary(file);
  return {
    pieces: vocabulary.pieces,
    // No token crosses the front of a space, so words can be encoded one at a time, which keeps long texts cheap.
    encode: (text) => text.split(/(?= )/).flatMap((word) => encodeWord(vocabulary, word)),
  };
}

function readVocabulary(file: Uint8Array): Vocabulary {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const pieces: Uint8Array[] = [];
  const scores: number[] = [];
  const numberOf = new Map<string, number>();
  for (let offset = 4; offset < file.length; ) {
    const length = offset + 8 <= file.length ? view.getInt32(offset + 4, true) : -1;
    if (length < 0 || offset + 8 + length > file.length) {
      throw new ModelFileBroken(`The vocabulary breaks off in token ${pieces.length}, at byte ${offset}.`);
    }
    const text = file.subarray(offset + 8, offset + 8 + length);
    const token = pieces.length;
    if (token >= FIRST_TEXT) numberOf.set(Buffer.from(text).toString(), token);
    pieces.push(bytesOf(token, text));
    scores.push(view.getFloat32(offset, true));
    offset += 8 + length;
  }
  if (pieces.length < FIRST_TEXT) {
    throw new ModelFileBroken(
      `The vocabulary has ${pieces.length} tokens; the marks and bytes alone are ${FIRST_TEXT}.`,
    );
  }
  return { pieces, scores, numberOf };
}

function bytesOf(token: number, text: Uint8Array): Uint8Array {
  if (token < FIRST_BYTE) return new Uint8Array();
  return token < FIRST_TEXT ? Uint8Array.of(token - FIRST_BYTE) : text;
}

/** Byte-pair encoding: of all neighbours that together are a token, those with the highest score are joined first. */
function encodeWord({ pieces, numberOf, scores }: Vocabulary, word: string): number[] {
  let tokens = [...word].flatMap((character) => {
    const token = numberOf.get(character);
    return token === undefined ? [...Buffer.from(character)].map((byte) => FIRST_BYTE + byte) : [token];
  });
  for (;;) {
    let best = { score: Number.NEGATIVE_INFINITY, at: -1, token: -1 };
    for (let at = 0; at + 1 < tokens.length; at++) {
      const joined = Buffer.concat([pieces[tokens[at] ?? 0] ?? EMPTY, pieces[tokens[at + 1] ?? 0] ?? EMPTY]).toString();
      const token = numberOf.get(joined) ?? -1;
      const score = scores[token] ?? Number.NEGATIVE_INFINITY;
      if (score > best.score) best = { score, at, token };
    }
    if (best.at < 0) return tokens;
    tokens = tokens.toSpliced(best.at, 2, best.token);
  }
}

const EMPTY = new Uint8Array();
