import { type BothArrivals, commonUnits } from './arrivals.ts';

/** Units a second; more cannot be followed with the eye. */
const FASTEST = 60;
/** Answers too long to be followed to their end are shown in about this time where both come faster. */
const LONGEST_SECONDS = 20;

/** While a rate cannot be told yet. */
export const FIRST_PACE = 12;

/** The common part is shown a little slower than it comes in, so that the lag that hides stalls grows and does not shrink. */
const COMMON_SHARE = 0.96;

/** The tail is slower still: an estimate of the rate may be some per cent too high. */
const TAIL_SHARE = 0.85;

/** The lag aimed at: what is on the way to the reader while nothing comes in. */
const LEAST_LAG_MS = 1500;
const MOST_LAG_MS = 5000;
/** The lag covers the longest pause seen with this to spare. */
const LAG_PER_GAP = 2;

/**
 * Units a second in the common part: the slower arrival rate, less where little is `ahead` of what is shown. A function of both sides
 * that does not change when they are swapped.
 */
export function commonPace(
  arrivals: BothArrivals,
  { ahead, longestGapMs }: { readonly ahead: number; readonly longestGapMs: number },
): number {
  const slower = slowerRate(arrivals, fastest(commonUnits(arrivals)));
  const lag = Math.min(MOST_LAG_MS, Math.max(LEAST_LAG_MS, LAG_PER_GAP * longestGapMs));
  const held = (ahead * 1000) / slower;
  return slower * Math.min(COMMON_SHARE, held / lag);
}

/** Units a second in the tail, from what the common part has told. */
export function tailPace(arrivals: BothArrivals): number {
  return TAIL_SHARE * slowerRate(arrivals, fastest(commonUnits(arrivals)));
}

/** The pace that no rate takes further: of so many units, whichever side they are on. */
function fastest(units: number): number {
  return Math.max(FASTEST, units / LONGEST_SECONDS);
}

/** Two answers that came at once, too fast to measure, need no caution; one that may be slow does, whatever the other is. */
function slowerRate({ a, b }: BothArrivals, most: number): number {
  if (a.rate === null && b.rate === null && a.ended && b.ended) return most;
  return Math.min(most, a.rate ?? FIRST_PACE, b.rate ?? FIRST_PACE);
}
