// exp and log in whole numbers of 320 binary places: far beyond doubles, by the plainest series there are.
const PLACES = 320n;
const ONE = 1n << PLACES;
const LN2 = lnTwo();

/** How far a double is from eˣ, in units of its last place. */
export function errorOfExp(x: number, computed: number): number {
  const fixed = toFixedPoint(x);
  const halves = (2n * fixed + LN2) / (2n * LN2) - (fixed < 0n ? 1n : 0n);
  const rest = fixed - halves * LN2;
  let sum = ONE;
  let term = ONE;
  for (let n = 1n; term !== 0n && n < 400n; n++) {
    term = (term * rest) / (n * ONE);
    sum += term;
  }
  return distance(computed, sum, Number(halves));
}

/** How far a double is from ln x, in units of its last place. */
export function errorOfLog(x: number, computed: number): number {
  let { mantissa, exponent } = parts(x);
  // x = m·2ᵉ with m in [1, 2).
  let m = mantissa << PLACES;
  while (m >= 2n * ONE) {
    m /= 2n;
    exponent++;
  }
  const s = ((m - ONE) * ONE) / (m + ONE);
  const square = (s * s) / ONE;
  let sum = 0n;
  let power = s;
  for (let n = 1n; power !== 0n; n += 2n) {
    sum += power / n;
    power = (power * square) / ONE;
  }
  return distance(computed, 2n * sum + BigInt(exponent) * LN2, 0);
}

/** |computed − value·2^(shift − PLACES)| in units of the last place of `computed`. */
function distance(computed: number, value: bigint, shift: number): number {
  const { mantissa, exponent } = parts(Math.abs(computed));
  const places = PLACES + BigInt(exponent - shift);
  const difference = (mantissa << places) - (value < 0n ? -value : value);
  return Math.abs(Number((difference * 1_000_000n) >> places)) / 1e6;
}

/** A positive double as mantissa·2^exponent, the mantissa a whole number of 53 bits (fewer where x is subnormal). */
function parts(x: number): { mantissa: bigint; exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const field = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xf_ffff_ffff_ffffn;
  if (field === 0) return { mantissa: fraction, exponent: -1074 };
  return { mantissa: fraction | (1n << 52n), exponent: field - 1075 };
}

function toFixedPoint(x: number): bigint {
  const { mantissa, exponent } = parts(Math.abs(x));
  const places = PLACES + BigInt(exponent);
  const size = places >= 0n ? mantissa << places : mantissa >> -places;
  return x < 0 ? -size : size;
}

function lnTwo(): bigint {
  let sum = 0n;
  for (let n = 1n; n <= PLACES; n++) sum += (ONE >> n) / n;
  return sum;
}
