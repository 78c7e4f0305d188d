import type { Random } from '@agon/rating';
import type { Side } from '../battle.ts';
import { advance, type ReleaseClock, type ReleaseMode, sideEnded, startClock, unitsArrived } from './release-clock.ts';

/** A simulated model: how it sends its text. */
export interface Speed {
  readonly firstTokenMs: number;
  readonly unitsPerSecond: number;
  readonly unitsPerChunk: number;
  /** Now and then it stalls, for a time around this. */
  readonly stallMs: number;
}

interface Arrival {
  readonly at: number;
  readonly side: Side;
  readonly units: number;
}

/** What a reader who times everything sees of one battle: for each side, when how many units came. */
export type Seen = Readonly<Record<Side, readonly { readonly at: number; readonly units: number }[]>>;

/** Chunks of one answer: exponential gaps around the rate, and a stall in one of 25. */
export function arrivalsOf(
  side: Side,
  length: number,
  { speed, random }: { readonly speed: Speed; readonly random: Random },
): readonly Arrival[] {
  const gap = (1000 * speed.unitsPerChunk) / speed.unitsPerSecond;
  const arrivals: Arrival[] = [];
  let at = speed.firstTokenMs * (0.6 + 0.8 * random.uniform());
  for (let sent = 0; sent < length; sent += speed.unitsPerChunk) {
    arrivals.push({ at, side, units: Math.min(speed.unitsPerChunk, length - sent) });
    at += gap * (0.5 - 0.5 * Math.log(random.uniform()));
    if (random.uniform() < 0.04) at += speed.stallMs * random.uniform();
  }
  return arrivals;
}

/** Plays one battle through the clock, to the end. */
export function play(
  answers: Readonly<Record<Side, { readonly speed: Speed; readonly length: number }>>,
  { random, mode = 'paced' }: { readonly random: Random; readonly mode?: ReleaseMode },
): Seen {
  const coming = (['a', 'b'] as const).flatMap((side) =>
    arrivalsOf(side, answers[side].length, { speed: answers[side].speed, random }),
  );
  coming.sort((one, other) => one.at - other.at);
  const seen: Record<Side, { at: number; units: number }[]> = { a: [], b: [] };
  let clock: ReleaseClock = startClock({ now: 0, mode });
  let next = 0;
  for (let now = 80; now < 3_600_000; now += 80) {
    for (let arrival = coming[next]; arrival !== undefined && arrival.at <= now; arrival = coming[++next]) {
      clock = unitsArrived(clock, { ...arrival, now: arrival.at });
      if (clock.arrivals[arrival.side].units === answers[arrival.side].length) clock = sideEnded(clock, arrival.side);
    }
    const released = advance(clock, now);
    clock = released.clock;
    if (released.a > 0) seen.a.push({ at: now, units: released.a });
    if (released.b > 0) seen.b.push({ at: now, units: released.b });
    if (released.done) break;
  }
  return seen;
}

/** What a reader would see without a clock: every chunk as it comes. */
export function seenRaw(
  answers: Readonly<Record<Side, { readonly speed: Speed; readonly length: number }>>,
  random: Random,
): Seen {
  const of = (side: Side) => arrivalsOf(side, answers[side].length, { speed: answers[side].speed, random });
  return { a: of('a'), b: of('b') };
}
