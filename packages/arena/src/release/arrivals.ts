import type { Side } from '../battle.ts';

/** What has come in on one side. Times in ms, counts in release units. */
export interface Arrivals {
  readonly units: number;
  readonly ended: boolean;
  /** It is from an earlier try, and all shown. */
  readonly kept: boolean;
  readonly lastAt: number | null;
  /** Units and time of the last seconds, older ones weighing less: their quotient is the rate. */
  readonly recentUnits: number;
  readonly recentMs: number;
  /** Units a second at which the side comes in, without its last chunk; null where it came too fast, or not long enough, to tell. */
  readonly rate: number | null;
}

export type BothArrivals = Readonly<Record<Side, Arrivals>>;

export const noArrivals: Arrivals = {
  units: 0,
  ended: false,
  kept: false,
  lastAt: null,
  recentUnits: 0,
  recentMs: 0,
  rate: null,
};

/** How long an arrival counts for the rate: long enough to smooth chunks, short enough to follow a model that slows down. */
const MEMORY_MS = 10_000;

/** Below this time a rate is chance. */
const LEAST_MEASURED_MS = 300;

/**
 * The side with more units arrived. The first chunk starts the clock and is no part of the rate. Nor is the last one: it may be cut short
 * by the end of the answer, and would then tell whose end it is.
 */
export function withUnits(side: Arrivals, units: number, now: number): Arrivals {
  if (side.lastAt === null) return { ...side, units: side.units + units, lastAt: now };
  const gap = Math.max(0, now - side.lastAt);
  const kept = Math.exp(-gap / MEMORY_MS);
  return {
    ...side,
    units: side.units + units,
    lastAt: now,
    recentUnits: side.recentUnits * kept + units,
    recentMs: side.recentMs * kept + gap,
    rate: side.recentMs < LEAST_MEASURED_MS ? null : (side.recentUnits * 1000) / side.recentMs,
  };
}

/** How far both sides have come. */
export function commonUnits({ a, b }: BothArrivals): number {
  return Math.min(a.units, b.units);
}

/** Whether the shorter answer is known, and has all come in together with as much of the other. */
export function isCommonComplete({ a, b }: BothArrivals): boolean {
  return (a.ended && a.units <= b.units) || (b.ended && b.units <= a.units);
}
