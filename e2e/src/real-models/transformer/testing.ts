import { createRandom } from '@agon/rating';
import type { Config } from './checkpoint.ts';

/** A small shape in which every size differs, so that a mix-up shows. */
export const SMALL: Config = { width: 8, hidden: 6, layers: 3, heads: 4, keyHeads: 2, vocabulary: 262, context: 10 };

/** The bytes of a checkpoint with random weights; `ownClassifier` gives the classifier weights of its own. */
export function checkpointFile(config: Config = SMALL, ownClassifier = false): Uint8Array {
  const { width, hidden, layers, heads, keyHeads, vocabulary, context } = config;
  const head = width / heads;
  const perLayer = 2 * width + 2 * width * width + 2 * head * keyHeads * width + 3 * hidden * width;
  const classifier = ownClassifier ? vocabulary * width : 0;
  const count = vocabulary * width + layers * perLayer + width + context * head + classifier;
  const random = createRandom(1);
  const weights = Float32Array.from({ length: count }, () => random.normal() * 0.5);
  const marked = ownClassifier ? -vocabulary : vocabulary;
  const header = Int32Array.of(width, hidden, layers, heads, keyHeads, marked, context);
  return Buffer.concat([Buffer.from(header.buffer), Buffer.from(weights.buffer)]);
}

/** The bytes of a vocabulary: the marks, the 256 bytes, then texts; earlier ones are joined first. */
export function vocabularyFile(texts: readonly string[]): Uint8Array {
  const bytes = Array.from({ length: 256 }, (_, byte) => `<0x${byte.toString(16).padStart(2, '0')}>`);
  const pieces = ['<unk>', '<s>', '</s>', ...bytes, ...texts].map((text, k) => {
    const head = Buffer.alloc(8);
    head.writeFloatLE(-k, 0);
    head.writeInt32LE(Buffer.byteLength(text), 4);
    return Buffer.concat([head, Buffer.from(text)]);
  });
  return Buffer.concat([Buffer.alloc(4), ...pieces]);
}
