const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const TWO_TO_54 = 18014398509481984;
// The only way to a double's bits is through memory; a buffer of its own for each call would cost twenty times the call.
const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
const HIGH_WORD = isLittleEndian() ? 1 : 0;

/**
 * Natural logarithm with the same bits on every engine: error under 2 ulp. NaN below 0, −∞ at 0.
 *
 * x = 2ᵏ·m with m in [√½, √2), then ln m = 2·artanh((m − 1)/(m + 1)) by its odd series.
 *
 * @example log(1) // 0
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  // A subnormal number has no exponent field to read.
  const isSubnormal = x < 2.2250738585072014e-308;
  double[0] = isSubnormal ? x * TWO_TO_54 : x;
  const high = words[HIGH_WORD];
  let exponent = (high >>> 20) - 1023 - (isSubnormal ? 54 : 0);
  words[HIGH_WORD] = (high & 0x000f_ffff) | 0x3ff0_0000;
  let m = double[0];
  if (m > Math.SQRT2) {
    m /= 2;
    exponent++;
  }
  const f = m - 1;
  const s = f / (m + 1);
  const z = s * s;
  const series =
    z *
    (1 / 3 +
      z *
        (1 / 5 +
          z *
            (1 / 7 +
              z *
                (1 / 9 +
                  z * (1 / 11 + z * (1 / 13 + z * (1 / 15 + z * (1 / 17 + z * (1 / 19 + z * (1 / 21 + z / 23))))))))));
  // 2s = f − s·f, which keeps the leading term exact.
  return exponent * LN2_HIGH + (f - (s * (f - 2 * series) - exponent * LN2_LOW));
}

function isLittleEndian(): boolean {
  return new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
}
