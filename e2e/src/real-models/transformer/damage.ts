import { createRandom } from '@agon/rating';
import { at } from './arithmetic.ts';
import { mapMatrices } from './checkpoint.ts';
import { DamageRefused } from './errors.ts';
import { type Transformer, transformer } from './transformer.ts';

/** Ways to make a transformer worse; more of one way is worse. */
export type Damage =
  /** The last layers are left out. */
  | { readonly kind: 'layers'; readonly dropped: number }
  /** Weights are rounded to so many bits, as a crude quantisation does. */
  | { readonly kind: 'rounding'; readonly bits: number }
  /** Noise of a share of each matrix's root mean square is added to its weights. */
  | { readonly kind: 'noise'; readonly share: number; readonly seed: number };

/**
 * A damaged copy; the transformer given stays as it is.
 *
 * @throws {DamageRefused}
 * @example damage(model, { kind: 'noise', share: 0.2, seed: 1 })
 */
export function damage(model: Transformer, how: Damage): Transformer {
  const { checkpoint, tokenizer } = model;
  switch (how.kind) {
    case 'layers': {
      const layers = checkpoint.layers.length;
      if (!Number.isInteger(how.dropped) || how.dropped < 0 || how.dropped > layers) {
        throw new DamageRefused(`${how.dropped} layers cannot be dropped from ${layers}.`);
      }
      return transformer({ ...checkpoint, layers: checkpoint.layers.slice(0, layers - how.dropped) }, tokenizer);
    }
    case 'rounding': {
      if (!Number.isInteger(how.bits) || how.bits < 2 || how.bits > 16) {
        throw new DamageRefused(`Weights cannot be rounded to ${how.bits} bits; give a whole number from 2 to 16.`);
      }
      return transformer(mapMatrices(checkpoint, rounded(how.bits)), tokenizer);
    }
    case 'noise': {
      if (!(how.share >= 0 && how.share <= 10)) {
        throw new DamageRefused(`The share of noise is ${how.share}; give a number from 0 to 10.`);
      }
      return transformer(mapMatrices(checkpoint, noisy(how.share, how.seed)), tokenizer);
    }
  }
}

function rounded(bits: number): (matrix: Float32Array) => Float32Array {
  return (matrix) => {
    const largest = matrix.reduce((found, weight) => Math.max(found, Math.abs(weight)), 0);
    const unit = largest / (2 ** (bits - 1) - 1);
    return unit === 0 ? matrix : matrix.map((weight) => Math.round(weight / unit) * unit);
  };
}

function noisy(share: number, seed: number): (matrix: Float32Array) => Float32Array {
  // One stream for all matrices: equal seeds give the same noise at each share, only weaker or stronger.
  const random = createRandom(seed);
  return (matrix) => {
    let squares = 0;
    for (let k = 0; k < matrix.length; k++) squares += at(matrix, k) ** 2;
    const size = share * Math.sqrt(squares / matrix.length);
    return matrix.map((weight) => weight + size * random.normal());
  };
}
