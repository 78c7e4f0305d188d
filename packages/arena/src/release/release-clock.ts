import type { Side } from '../battle.ts';
import { InvalidInput } from '../errors.ts';
import { type Arrivals, type BothArrivals, commonUnits, isCommonComplete, noArrivals, withUnits } from './arrivals.ts';
import { commonPace, FIRST_PACE, tailPace, unmeasuredRate } from './pace.ts';

/**
 * Releases both answers of a battle so that timing does not tell which model is which.
 *
 * Who is to be kept in the dark: a reader who knows that the pair is {fast, slow}, knows both speeds well, and times every byte. The
 * rule against that reader is symmetry: what is shown when is a function of both answers that does not change when the two models
 * swap their sides, as far as causality allows.
 *
 * 1. *Start.* Nothing is shown until both have sent text: the start tells the later of two first-token times, not whose it is.
 * 2. *Common part*, as long as both answers are. Both sides stand at the same unit at every tick. The pace follows the slower of the two
 *    arrival rates and lags behind what has come in, so that chunk sizes and short stalls of either are smoothed away.
 * 3. *Tail*, the rest of the longer answer. Its pace is fixed when the common part has come in, from the common part alone, and a little
 *    below the slower rate. If the longer answer is the fast model's, it is all there and is held to that pace. If it is the slow
 *    model's, it comes in faster than it is shown, on top of the lag already held. Both look alike.
 * 4. *End.* A side's own end is never announced; both are done at once, when everything is shown. A failed answer ends like another.
 *    While one side has ended without any text, nothing is shown of the other until it has ended too.
 * 5. *Show when finished.* Showing at the end of the slower would tell (long and late: then the longer one is slow). It is shown when the
 *    longer text would have come in at the slower rate, whoever wrote it.
 *
 * What still can be learned: (a) the lengths, which the texts show anyway, and whatever a reader knows of each model's habits of length;
 * (b) in the tail, a slow model that stalls for longer than the lag, or loses much of its rate there, is seen to pause, which a
 * fast model's tail never does; (c) after one side has failed without text, the time until the other is shown with its length tells its
 * rate: such a turn has no vote. All times are cut to ticks.
 *
 * Plain data that survives JSON; every function returns a new clock. Times are in ms on any clock that only goes forward.
 */
export interface ReleaseClock {
  readonly mode: ReleaseMode;
  /** The last tick. */
  readonly tickAt: number;
  readonly arrivals: BothArrivals;
  /** When both sides had text, when the common part last grew, and its longest pause so far; null before. */
  readonly common: { readonly startedAt: number; readonly grewAt: number; readonly longestGapMs: number } | null;
  /** Where the release stands, in units, on both sides alike. */
  readonly position: number;
  /** Units shown. */
  readonly shown: Readonly<Record<Side, number>>;
  /** Units a second in the tail; null before. */
  readonly tail: number | null;
  readonly bufferedMs: number;
}

/** `paced`: as it comes; `when-finished`: all at once at the end. */
export type ReleaseMode = 'paced' | 'when-finished';

/** What a tick releases. */
export interface Release {
  readonly clock: ReleaseClock;
  /** Further units to show. */
  readonly a: number;
  readonly b: number;
  /** Everything is shown, of both: say so for both at once. */
  readonly done: boolean;
  /**
   * How far the faster side would be ahead of what is shown if it never ended, in ms at the slower rate; beyond 8 s offer to show when
   * finished. It is made of rates, not of texts, so that the offer does not tell how long the faster answer is; in the tail it stands. 0 in a retry.
   */
  readonly bufferedMs: number;
}

export interface ClockOptions {
  readonly now: number;
  readonly mode?: ReleaseMode;
  /**
   * In a retry: the side that keeps its answer, all of it shown already, and the rate at which it came in (null: not known, then a
   * slow one is assumed). The side tried again is shown no faster, or its speed would stand alone.
   */
  readonly kept?: { readonly side: Side; readonly units: number; readonly rate: number | null };
}

const TICK_MS = 80;
/** After a pause of the server longer than this, the ticks missed are not made up one by one. */
const MOST_TICKS = 50;
/** What the offer needs to know is only that it is far. */
const MOST_BUFFERED_MS = 600_000;

/** A clock before anything came in. */
export function startClock({ now, mode = 'paced', kept }: ClockOptions): ReleaseClock {
  const keptSide: Arrivals = kept
    ? { ...noArrivals, units: kept.units, ended: true, kept: true, lastAt: now, rate: kept.rate ?? FIRST_PACE }
    : noArrivals;
  const of = (side: Side) => (kept?.side === side ? keptSide : noArrivals);
  return {
    mode,
    tickAt: now,
    arrivals: { a: of('a'), b: of('b') },
    common: null,
    position: 0,
    shown: { a: of('a').units, b: of('b').units },
    tail: null,
    bufferedMs: 0,
  };
}

/**
 * More of one answer came in.
 *
 * @throws {InvalidInput} the side has ended, or `units` is no count
 */
export function unitsArrived(
  clock: ReleaseClock,
  { side, units, now }: { readonly side: Side; readonly units: number; readonly now: number },
): ReleaseClock {
  if (!Number.isInteger(units) || units < 0) throw new InvalidInput('units', units, 'a whole number of 0 or more');
  if (clock.arrivals[side].ended) throw new InvalidInput(`side ${side}`, 'ended', 'open to take more units');
  if (units === 0) return clock;
  const arrivals = { ...clock.arrivals, [side]: withUnits(clock.arrivals[side], units, now) };
  const grown = commonUnits(arrivals) > commonUnits(clock.arrivals);
  return { ...clock, arrivals, common: grown ? grow(clock.common, now) : clock.common };
}

/** One answer came to its end, complete or failed. Ending twice changes nothing. */
export function sideEnded(clock: ReleaseClock, side: Side): ReleaseClock {
  return { ...clock, arrivals: { ...clock.arrivals, [side]: { ...clock.arrivals[side], ended: true } } };
}

/** The reader takes the offer: what is not shown yet is held until the end. */
export function showWhenFinished(clock: ReleaseClock): ReleaseClock {
  return { ...clock, mode: 'when-finished' };
}

/** Units a second at which a side came in, or null if that cannot be told: for the `kept` side of a retry. */
export function measuredRate(clock: ReleaseClock, side: Side): number | null {
  return clock.arrivals[side].rate;
}

/**
 * Lets time pass until `now`, and says what to show. Call it on a timer of one tick (80 ms) or more.
 *
 * @example
 * const clock = sideEnded(sideEnded(startClock({ now: 0 }), 'a'), 'b');
 * advance(clock, 80).done // true: both ended without text
 */
export function advance(clock: ReleaseClock, now: number): Release {
  const ticks = Math.floor((now - clock.tickAt) / TICK_MS);
  let next = clock;
  for (let tick = Math.max(0, ticks - MOST_TICKS); tick < ticks; tick++)
    next = afterTick(next, clock.tickAt + (tick + 1) * TICK_MS);
  const shown = { a: shownOf(next, 'a'), b: shownOf(next, 'b') };
  const { arrivals, bufferedMs } = next;
  return {
    clock: { ...next, shown },
    a: shown.a - clock.shown.a,
    b: shown.b - clock.shown.b,
    done: arrivals.a.ended && arrivals.b.ended && shown.a >= arrivals.a.units && shown.b >= arrivals.b.units,
    bufferedMs,
  };
}

function grow(common: ReleaseClock['common'], now: number): ReleaseClock['common'] {
  if (common === null) return { startedAt: now, grewAt: now, longestGapMs: 0 };
  return { ...common, grewAt: now, longestGapMs: Math.max(common.longestGapMs, now - common.grewAt) };
}

function afterTick(clock: ReleaseClock, tickAt: number): ReleaseClock {
  const { common, arrivals } = clock;
  const unmeasured = unmeasuredRate(commonUnits(arrivals), common === null ? null : common.grewAt - common.startedAt);
  const tail = clock.tail ?? (mayStartTail(clock) ? tailPace(clock.arrivals, unmeasured) : null);
  const limit = tail === null ? commonUnits(clock.arrivals) : Math.max(clock.arrivals.a.units, clock.arrivals.b.units);
  const pace =
    tail ??
    commonPace(clock.arrivals, {
      ahead: limit - clock.position,
      longestGapMs: clock.common?.longestGapMs ?? 0,
      unmeasured,
    });
  // Shown when finished, the common part is not for the eye: it needs no lag.
  const leap = clock.mode === 'when-finished' && tail === null;
  const position = Math.max(clock.position, leap ? limit : Math.min(limit, clock.position + (pace * TICK_MS) / 1000));
  const moved = { ...clock, tickAt, tail, position };
  return tail === null ? { ...moved, bufferedMs: bufferedMs(moved) } : moved;
}

/** An answer that ended without text makes no common part: the other then waits for its own end. */
function mayStartTail({ arrivals }: ReleaseClock): boolean {
  const { a, b } = arrivals;
  return isCommonComplete(arrivals) && (commonUnits(arrivals) > 0 || (a.ended && b.ended));
}

function shownOf({ mode, position, arrivals, shown }: ReleaseClock, side: Side): number {
  const { a, b } = arrivals;
  const held = mode === 'when-finished' && !(a.ended && b.ended && position >= Math.max(a.units, b.units));
  return held ? shown[side] : Math.max(shown[side], Math.min(Math.floor(position), arrivals[side].units));
}

/** At the slower rate and not at the pace of the moment, which falls to nothing while the slower side stalls. */
function bufferedMs({ arrivals, common, position, tickAt }: ReleaseClock): number {
  // The offer would tell how the one side tried again compares with the other.
  if (arrivals.a.kept || arrivals.b.kept) return 0;
  const [a, b] = [rateOrBurst(arrivals.a), rateOrBurst(arrivals.b)];
  const slower = Math.min(a, b);
  if (common === null || Number.isNaN(slower) || slower === Number.POSITIVE_INFINITY) return 0;
  const arrived = (Math.max(a, b) * (tickAt - common.startedAt)) / 1000;
  return Math.min(MOST_BUFFERED_MS, Math.max(0, ((arrived - position) * 1000) / slower));
}

/** Infinity for an answer that came all at once; NaN while the rate cannot be told. */
function rateOrBurst({ rate, ended }: Arrivals): number {
  return rate ?? (ended ? Number.POSITIVE_INFINITY : Number.NaN);
}
