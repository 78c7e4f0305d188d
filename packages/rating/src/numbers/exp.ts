// ln 2 in two parts: the first has zeros at its end, so that k·LN2_HIGH is exact for every k in use.
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
// Adding and subtracting 1.5·2⁵² rounds to the nearest integer.
const ROUND = 6755399441055744;
const TWO_TO_MINUS_64 = 5.421010862427522e-20;
const SMALLEST_EXPONENT = -1074;
const POWERS_OF_TWO = powersOfTwo();

/**
 * eˣ with the same bits on every engine: error under 2 ulp (units in the last place) where the result is a normal number.
 *
 * The platform's `Math.exp` differs between engines; a board that must be recomputed bit for bit cannot use it. Reduction to
 * |r| ≤ ln 2 / 2, then the Taylor polynomial of degree 13 in Estrin's order, which a two-lane SIMD kernel can repeat exactly.
 *
 * @example exp(0) // 1
 */
export function exp(x: number): number {
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -745.1332191019411) return 0;
  const k = x * Math.LOG2E + ROUND - ROUND;
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  const r2 = r * r;
  const r4 = r2 * r2;
  const a0 = r2 * (1 / 2 + r * (1 / 6));
  const a1 = 1 / 24 + r * (1 / 120) + r2 * (1 / 720 + r * (1 / 5040));
  const a2 = 1 / 40320 + r * (1 / 362880) + r2 * (1 / 3628800 + r * (1 / 39916800));
  const a3 = 1 / 479001600 + r * (1 / 6227020800);
  const p = 1 + (r + (a0 + r4 * (a1 + r4 * (a2 + r4 * a3))));
  // 2¹⁰²⁴ is no double, and a subnormal result must be rounded once only: both take two steps.
  if (k > 1023) return p * 2 * POWERS_OF_TWO[1023 - SMALLEST_EXPONENT];
  if (k < -1022) return p * POWERS_OF_TWO[k + 64 - SMALLEST_EXPONENT] * TWO_TO_MINUS_64;
  return p * POWERS_OF_TWO[k - SMALLEST_EXPONENT];
}

/**
 * The logistic function 1 / (1 + e⁻ˣ), without overflow and with full relative precision on both sides.
 *
 * @example logistic(0) // 0.5
 */
export function logistic(x: number): number {
  const t = exp(x < 0 ? x : -x);
  return (x < 0 ? t : 1) / (1 + t);
}

function powersOfTwo(): Float64Array {
  const table = new Float64Array(1024 - SMALLEST_EXPONENT);
  let power = Number.MIN_VALUE;
  for (let k = 0; k < table.length; k++) {
    table[k] = power;
    power *= 2;
  }
  return table;
}
