/** A linear map from data to a drawing: `from` at `start`, `to` at `end`. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Where a value lies in the drawing.
 *
 * @example place({ from: 0, to: 10, start: 100, end: 200 }, 5) // 150
 */
export function place(scale: Scale, value: number): number {
  return scale.start + ((value - scale.from) / (scale.to - scale.from)) * (scale.end - scale.start);
}

/**
 * Round values (1, 2 or 5 times a power of ten apart) inside [from, to], about `count` of them.
 *
 * @example ticks(0, 10, 5) // [0, 2, 4, 6, 8, 10]
 */
export function ticks(from: number, to: number, count: number): number[] {
  if (!(to > from) || count < 1) return [from];
  const step = roundStep((to - from) / count);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  // Products, not sums: the hundredth tick must not carry a hundred roundings.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** How many decimals the labels of these ticks need so that neighbours differ. */
export function tickDigits(values: readonly number[]): number {
  const gap = Math.abs((values[1] ?? 1) - (values[0] ?? 0));
  return gap > 0 && gap < 1 ? Math.min(6, Math.ceil(-Math.log10(gap) - 1e-9)) : 0;
}

/** The range of the values, widened by `margin` (a share of it) on both sides; never empty. */
export function paddedRange(values: readonly number[], margin: number): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return [0, 1];
  const room = high > low ? (high - low) * margin : Math.max(1, Math.abs(low) * margin);
  return [low - room, high + room];
}

function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const lead = step / power;
  const nice = lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10;
  return nice * power;
}
