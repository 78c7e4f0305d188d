import type { BoardRow } from './board-rows.ts';

/** The range of ratings that the plot of a board spans, with round marks in it. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/** Share of the range left free at both ends, so that no interval touches the edge. */
const margin = 0.04;

/**
 * The axis that holds all intervals of a board; null where nothing is rated.
 *
 * @example axisOf(rows from 900 to 1100)?.ticks // [900, 950, 1000, 1050, 1100]
 */
export function axisOf(rows: readonly BoardRow[]): Axis | null {
  const ends = rows.flatMap(({ standing }) => (standing === null ? [] : [standing.lower, standing.upper]));
  const finite = ends.filter(Number.isFinite);
  if (finite.length === 0) return null;
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  const room = high > low ? (high - low) * margin : 10;
  const [from, to] = [low - room, high + room];
  return { from, to, ticks: roundValues(from, to, 5) };
}

/**
 * Where a rating lies on the axis, in percent from its start, held inside 0–100.
 *
 * @example placeOn({ from: 900, to: 1100, ticks: [] }, 950) // 25
 */
export function placeOn({ from, to }: Axis, rating: number): number {
  return Math.min(100, Math.max(0, ((rating - from) / (to - from)) * 100));
}

/** Values 1, 2 or 5 times a power of ten apart inside [from, to], about `count` of them. */
function roundValues(from: number, to: number, count: number): number[] {
  const wanted = (to - from) / count;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const lead = wanted / power;
  const step = power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  // Products, not sums, so that later marks do not carry the roundings of earlier ones.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** Decimals of the ratings of a board: none where the typical standard error is a point or more. */
export function ratingDigits(rows: readonly BoardRow[]): 0 | 1 {
  const errors = rows.flatMap(({ standing }) => standing?.stdErr ?? []).sort((a, b) => a - b);
  const median = errors[Math.floor(errors.length / 2)];
  return median === undefined || median >= 1 ? 0 : 1;
}
