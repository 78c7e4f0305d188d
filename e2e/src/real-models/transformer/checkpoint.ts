import { ModelFileBroken } from './errors.ts';

/** Sizes of a transformer of the Llama family. */
export interface Config {
  /** Width of the stream that runs through the layers. */
  readonly width: number;
  readonly hidden: number;
  readonly layers: number;
  readonly heads: number;
  /** Heads of keys and values; several heads share one. */
  readonly keyHeads: number;
  readonly vocabulary: number;
  /** Tokens that the model can see. */
  readonly context: number;
}

/** Weights of one layer, matrices row by row. */
export interface Layer {
  readonly attentionNorm: Float32Array;
  readonly query: Float32Array;
  readonly key: Float32Array;
  readonly value: Float32Array;
  readonly output: Float32Array;
  readonly feedNorm: Float32Array;
  readonly gate: Float32Array;
  readonly down: Float32Array;
  readonly up: Float32Array;
}

export interface Checkpoint {
  readonly config: Config;
  readonly embedding: Float32Array;
  readonly layers: readonly Layer[];
  readonly finalNorm: Float32Array;
  readonly classifier: Float32Array;
}

const HEADER_BYTES = 28;

/**
 * Reads a checkpoint of the llama2.c layout, version 0: seven 32-bit numbers, then float32 weights, each kind for all layers
 * before the next kind (Karpathy, llama2.c, `export.py`, `legacy_export`). A negative vocabulary says that the classifier has
 * weights of its own.
 *
 * @throws {ModelFileBroken}
 */
export function readCheckpoint(bytes: Uint8Array): Checkpoint {
  const { config, sharesEmbedding } = readConfig(bytes);
  const { width, hidden, layers, heads, keyHeads, vocabulary, context } = config;
  const keyWidth = (width / heads) * keyHeads;
  // A copy, because floats must begin at a multiple of four bytes.
  const weights = new Float32Array(
    Uint8Array.from(bytes.subarray(HEADER_BYTES, bytes.length - (bytes.length % 4))).buffer,
  );
  let offset = 0;
  const take = (length: number): Float32Array => {
    const part = weights.subarray(offset, offset + length);
    offset += length;
    return part;
  };
  const perLayer = (length: number): Float32Array[] => Array.from({ length: layers }, () => take(length));
  const embedding = take(vocabulary * width);
  const kinds = {
    attentionNorm: perLayer(width),
    query: perLayer(width * width),
    key: perLayer(keyWidth * width),
    value: perLayer(keyWidth * width),
    output: perLayer(width * width),
    feedNorm: perLayer(width),
    gate: perLayer(hidden * width),
    down: perLayer(width * hidden),
    up: perLayer(hidden * width),
  };
  const finalNorm = take(width);
  // Sines and cosines of the positions, which are computed here instead.
  take(context * (width / heads));
  const classifier = sharesEmbedding ? embedding : take(vocabulary * width);
  if (offset !== weights.length || bytes.length % 4 !== 0) {
    const expected = HEADER_BYTES + 4 * offset;
    throw new ModelFileBroken(`The checkpoint has ${bytes.length} bytes where its header asks for ${expected}.`);
  }
  return { config, embedding, layers: layersOf(kinds, layers), finalNorm, classifier };
}

function readConfig(bytes: Uint8Array): { config: Config; sharesEmbedding: boolean } {
  if (bytes.length < HEADER_BYTES) {
    throw new ModelFileBroken(`The checkpoint has ${bytes.length} bytes; its header alone takes ${HEADER_BYTES}.`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const number = (index: number): number => view.getInt32(4 * index, true);
  const config: Config = {
    width: number(0),
    hidden: number(1),
    layers: number(2),
    heads: number(3),
    keyHeads: number(4),
    vocabulary: Math.abs(number(5)),
    context: number(6),
  };
  for (const [name, size] of Object.entries(config)) {
    if (size < 1 || size > 1e6)
      throw new ModelFileBroken(`The checkpoint's ${name} is ${size}: no llama2.c checkpoint.`);
  }
  const { width, heads, keyHeads, context } = config;
  if (width % (2 * heads) !== 0 || heads % keyHeads !== 0) {
    throw new ModelFileBroken(`A width of ${width} cannot be shared by ${heads} heads with ${keyHeads} key heads.`);
  }
  if (context < 4)
    throw new ModelFileBroken(`A context of ${context} tokens is too short to read on in; 4 is the least.`);
  return { config, sharesEmbedding: number(5) > 0 };
}

type Kinds = Readonly<Record<keyof Layer, readonly Float32Array[]>>;

function layersOf(kinds: Kinds, layers: number): Layer[] {
  return Array.from({ length: layers }, (_, layer) => {
    const of = (kind: keyof Layer): Float32Array => kinds[kind][layer] ?? new Float32Array();
    return {
      attentionNorm: of('attentionNorm'),
      query: of('query'),
      key: of('key'),
      value: of('value'),
      output: of('output'),
      feedNorm: of('feedNorm'),
      gate: of('gate'),
      down: of('down'),
      up: of('up'),
    };
  });
}

/** The same checkpoint with each matrix replaced; norms, which are small and delicate, stay. */
export function mapMatrices(checkpoint: Checkpoint, change: (matrix: Float32Array) => Float32Array): Checkpoint {
  const embedding = change(checkpoint.embedding);
  return {
    ...checkpoint,
    embedding,
    classifier: checkpoint.classifier === checkpoint.embedding ? embedding : change(checkpoint.classifier),
    layers: checkpoint.layers.map((layer) => ({
      ...layer,
      query: change(layer.query),
      key: change(layer.key),
      value: change(layer.value),
      output: change(layer.output),
      gate: change(layer.gate),
      down: change(layer.down),
      up: change(layer.up),
    })),
  };
}
