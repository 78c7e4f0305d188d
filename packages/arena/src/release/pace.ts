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

/** What the pace of the common part depends on beside the rates. */
export interface PaceFacts {
  /** Units that have come in and are not shown. */
  readonly ahead: number;
  /** The longest pause of the common part. */
  readonly longestGapMs: number;
  /** Units a second for a side whose rate cannot be told; see `unmeasuredRate`. */
  readonly unmeasured: number;
}

/**
 * Units a second for a side whose rate cannot be told: that of the common part as a whole, of which both sides are parts. Whether a side
 * has ended says nothing here, or a slow model that writes the longer answer would be shown otherwise than one that writes the shorter.
 */
export function unmeasuredRate(units: number, elapsedMs: number | null): number {
  return elapsedMs === null ? FIRST_PACE : (units * 1000) / Math.max(1, elapsedMs);
}

/**
 * Units a second in the common part: the slower arrival rate, less where little is `ahead` of what is shown. A function of both sides
 * that does not change when they are swapped.
 */
export function commonPace(arrivals: BothArrivals, { ahead, longestGapMs, unmeasured }: PaceFacts): number {
  const slower = slowerRate(arrivals, { most: fastest(commonUnits(arrivals)), unmeasured });
  const lag = Math.min(MOST_LAG_MS, Math.max(LEAST_LAG_MS, LAG_PER_GAP * longestGapMs));
  const held = (ahead * 1000) / slower;
  return slower * Math.min(COMMON_SHARE, held / lag);
}

/** Units a second in the tail, from what the common part has told. */
export function tailPace(arrivals: BothArrivals, unmeasured: number): number {
  return TAIL_SHARE * slowerRate(arrivals, { most: fastest(commonUnits(arrivals)), unmeasured });
}

/** The pace that no rate takes further: of so many units, whichever side they are on. */
function fastest(units: number): number {
  return Math.max(FASTEST, units / LONGEST_SECONDS);
}

/** Both rates where they can be told. A side that came too fast, or not long enough, counts as `unmeasured`, whatever the other is. */
function slowerRate(
  { a, b }: BothArrivals,
  { most, unmeasured }: { readonly most: number; readonly unmeasured: number },
): number {
  return Math.min(most, a.rate ?? unmeasured, b.rate ?? unmeasured);
}
