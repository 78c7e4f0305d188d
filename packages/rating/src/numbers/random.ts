import { checkRange } from '../options.ts';
import { exp } from './exp.ts';
import { log } from './log.ts';
import { normalQuantile } from './normal.ts';

/** A seeded source of random numbers: the same seed gives the same numbers on every engine. */
export interface Random {
  /** A whole number from 0 to 2³² − 1. */
  uint32(): number;
  /** A number in (0, 1), never an end point. */
  uniform(): number;
  /** A standard normal number. */
  normal(): number;
  /** A whole number from 0 to `bound` − 1; `bound` at most 2³². */
  below(bound: number): number;
  /** A Poisson count of the given mean. */
  poisson(mean: number): number;
}

/**
 * A seeded generator: xoshiro128** (Blackman & Vigna 2018), its state filled by splitmix32 from the seed.
 * Streams of different seeds are independent for every purpose here; not for secrets.
 *
 * @example createRandom(1).uint32() === createRandom(1).uint32() // true
 */
export function createRandom(seed: number): Random {
  const split = splitmix32(seed);
  let a = split();
  let b = split();
  let c = split();
  let d = split();

  function uint32(): number {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return result >>> 0;
  }
  const uniform = (): number => (uint32() + 0.5) / 4294967296;
  const normal = (): number => normalQuantile(uniform());
  const below = (bound: number): number => Math.floor((uint32() / 4294967296) * bound);
  const poisson = (mean: number): number => {
    checkRange('The mean of a Poisson count', mean, { from: 0, to: 1e12 });
    return mean < 10 ? poissonByInversion(mean, uniform) : poissonByRejection(mean, uniform);
  };
  return { uint32, uniform, normal, below, poisson };
}

/** Scrambles a 32-bit number: neighbouring seeds give unrelated streams. */
function splitmix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  };
}

function poissonByInversion(mean: number, uniform: () => number): number {
  const u = uniform();
  let count = 0;
  let term = exp(-mean);
  let sum = term;
  // The bound is never reached by a fair draw; it ends the loop where the sum's rounding stops short of u.
  while (u > sum && count < 200) {
    count++;
    term *= mean / count;
    sum += term;
  }
  return count;
}

/** Transformed rejection with squeeze (Hörmann 1993, algorithm PTRS); for means of 10 and more. */
function poissonByRejection(mean: number, uniform: () => number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const inside = 0.9277 - 3.6224 / (b - 2);
  const logMean = log(mean);
  for (;;) {
    const u = uniform() - 0.5;
    const v = uniform();
    const us = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= inside) return count;
    if (count < 0 || (us < 0.013 && v > us)) continue;
    const accept = log((v * inverseAlpha) / (a / (us * us) + b));
    if (accept <= count * logMean - mean - logFactorial(count)) return count;
  }
}

/** ln n! by Stirling's series after lifting n above 8; absolute error about 1e-11. */
function logFactorial(n: number): number {
  let x = n + 1;
  let product = 1;
  while (x < 8) {
    product *= x;
    x++;
  }
  const r = 1 / (x * x);
  const series = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r / 1188)))) / x;
  return (x - 0.5) * log(x) - x + 0.9189385332046727 + series - log(product);
}
