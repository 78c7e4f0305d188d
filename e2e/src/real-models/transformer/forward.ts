import { add, at, multiply, normalise, rotate, softmax } from './arithmetic.ts';
import type { Checkpoint, Config, Layer } from './checkpoint.ts';

/** Keys and values of the tokens read so far, by layer and position: what makes the next token cost one step only. */
interface Memory {
  readonly keys: readonly Float32Array[];
  readonly values: readonly Float32Array[];
}

interface Work {
  readonly config: Config;
  readonly headWidth: number;
  readonly keyWidth: number;
  readonly stream: Float32Array;
  readonly normed: Float32Array;
  readonly query: Float32Array;
  readonly mixed: Float32Array;
  readonly change: Float32Array;
  readonly gate: Float32Array;
  readonly up: Float32Array;
  readonly attention: Float32Array;
}

/**
 * A transformer of the Llama family at work on one text: `step(token, position)` reads a token and gives the logits of the next,
 * overwritten by the next step. Positions come in order from 0; going back to 0 begins another text. Cost of a step: two
 * operations for each weight, and four times the width for each earlier position and layer.
 */
export function forward(checkpoint: Checkpoint): (token: number, position: number) => Float32Array {
  const { config, embedding, layers, finalNorm, classifier } = checkpoint;
  const work = workspace(config);
  const { stream, normed } = work;
  const room = (): Float32Array => new Float32Array(config.context * work.keyWidth);
  const memory: Memory = { keys: layers.map(room), values: layers.map(room) };
  const logits = new Float32Array(config.vocabulary);
  return (token, position) => {
    stream.set(embedding.subarray(token * config.width, (token + 1) * config.width));
    for (const [index, layer] of layers.entries()) {
      const [keys, values] = [memory.keys[index], memory.values[index]];
      if (keys && values) attend(work, layer, { keys, values, position });
      feedForward(work, layer);
    }
    normalise(normed, stream, finalNorm);
    multiply(logits, classifier, normed);
    return logits;
  };
}

function workspace(config: Config): Work {
  const headWidth = config.width / config.heads;
  const wide = (): Float32Array => new Float32Array(config.width);
  return {
    config,
    headWidth,
    keyWidth: headWidth * config.keyHeads,
    stream: wide(),
    normed: wide(),
    query: wide(),
    mixed: wide(),
    change: wide(),
    gate: new Float32Array(config.hidden),
    up: new Float32Array(config.hidden),
    attention: new Float32Array(config.context),
  };
}

interface Seen {
  readonly keys: Float32Array;
  readonly values: Float32Array;
  readonly position: number;
}

function attend(work: Work, layer: Layer, seen: Seen): void {
  const { config, headWidth, keyWidth, stream, normed, query, mixed, change } = work;
  const here = seen.position * keyWidth;
  const key = seen.keys.subarray(here, here + keyWidth);
  normalise(normed, stream, layer.attentionNorm);
  multiply(query, layer.query, normed);
  multiply(key, layer.key, normed);
  multiply(seen.values.subarray(here, here + keyWidth), layer.value, normed);
  rotate(query, seen.position, headWidth);
  rotate(key, seen.position, headWidth);
  mixed.fill(0);
  for (let head = 0; head < config.heads; head++) attendHead(work, head, seen);
  multiply(change, layer.output, mixed);
  add(stream, change);
}

function attendHead({ config, headWidth, keyWidth, query, mixed, attention }: Work, head: number, seen: Seen): void {
  const from = head * headWidth;
  const keyFrom = Math.floor((head * config.keyHeads) / config.heads) * headWidth;
  const scale = 1 / Math.sqrt(headWidth);
  for (let past = 0; past <= seen.position; past++) {
    const row = past * keyWidth + keyFrom;
    let sum = 0;
    for (let k = 0; k < headWidth; k++) sum += at(query, from + k) * at(seen.keys, row + k);
    attention[past] = sum * scale;
  }
  softmax(attention, seen.position + 1);
  for (let past = 0; past <= seen.position; past++) {
    const row = past * keyWidth + keyFrom;
    const share = at(attention, past);
    for (let k = 0; k < headWidth; k++) mixed[from + k] = at(mixed, from + k) + share * at(seen.values, row + k);
  }
}

/** The feed-forward part with a SiLU gate (Shazeer 2020, SwiGLU). */
function feedForward({ stream, normed, gate, up, change }: Work, layer: Layer): void {
  normalise(normed, stream, layer.feedNorm);
  multiply(gate, layer.gate, normed);
  multiply(up, layer.up, normed);
  for (let k = 0; k < gate.length; k++) {
    const open = at(gate, k);
    gate[k] = (open / (1 + Math.exp(-open))) * at(up, k);
  }
  multiply(change, layer.down, gate);
  add(stream, change);
}
