import { describe, expect, test } from 'vitest';
import type { Side } from '../battle.ts';
import { InvalidInput } from '../errors.ts';
import {
  advance,
  measuredRate,
  type ReleaseClock,
  showWhenFinished,
  sideEnded,
  startClock,
  unitsArrived,
} from './release-clock.ts';

interface Run {
  readonly clock: ReleaseClock;
  readonly shown: Readonly<Record<Side, number>>;
  readonly doneAt: number | null;
  readonly bufferedMs: number;
}

/** Lets the clock run to `until` with answers that come in evenly: `rate` units a second from `from` on, `length` in all. */
function run(
  clock: ReleaseClock,
  plan: Readonly<Partial<Record<Side, { readonly rate: number; readonly length: number; readonly from?: number }>>>,
  until: number,
): Run {
  let next = clock;
  let doneAt: number | null = null;
  let bufferedMs = 0;
  for (let now = clock.tickAt + 80; now <= until; now += 80) {
    for (const side of ['a', 'b'] as const) {
      const answer = plan[side];
      if (answer === undefined || next.arrivals[side].ended) continue;
      const arrived = Math.min(
        answer.length,
        Math.max(0, Math.floor(((now - (answer.from ?? 0)) * answer.rate) / 1000)),
      );
      next = unitsArrived(next, { side, units: arrived - next.arrivals[side].units, now });
      if (arrived === answer.length) next = sideEnded(next, side);
    }
    const release = advance(next, now);
    next = release.clock;
    bufferedMs = Math.max(bufferedMs, release.bufferedMs);
    if (release.done) doneAt ??= now;
    // Both sides stand alike until the shorter answer is at its end.
    const { a, b } = next.shown;
    if (clock.shown.a === 0 && clock.shown.b === 0 && a !== b) {
      const [short, side] = a < b ? ([a, 'a'] as const) : ([b, 'b'] as const);
      expect(short).toBe(next.arrivals[side].units);
      expect(next.arrivals[side].ended).toBe(true);
    }
  }
  return { clock: next, shown: next.shown, doneAt, bufferedMs };
}

test('nothing is shown until both sides have text', () => {
  const { shown } = run(startClock({ now: 0 }), { a: { rate: 50, length: 200 } }, 8000);
  expect(shown).toEqual({ a: 0, b: 0 });
});

test('both sides advance alike, a little behind the slower one', () => {
  const { shown, doneAt } = run(
    startClock({ now: 0 }),
    { a: { rate: 80, length: 400 }, b: { rate: 20, length: 400 } },
    10_000,
  );
  expect(shown.a).toBe(shown.b);
  expect(shown.a).toBeGreaterThan(130);
  expect(shown.a).toBeLessThan(200);
  expect(doneAt).toBeNull();
});

test('the rest of a longer answer goes on at the slower rate, though it is all there', () => {
  const plan = { a: { rate: 100, length: 300 }, b: { rate: 20, length: 100 } };
  const { doneAt, clock } = run(startClock({ now: 0 }), plan, 60_000);
  expect(clock.tail).toBeGreaterThan(14);
  expect(clock.tail).toBeLessThan(20);
  expect(doneAt).toBeGreaterThan(15_000);
});

test('the two are done at once, however the sides and the lengths fall', () => {
  const quick = { rate: 100, length: 300 };
  const slow = { rate: 20, length: 100 };
  const one = run(startClock({ now: 0 }), { a: quick, b: slow }, 60_000);
  const other = run(startClock({ now: 0 }), { a: slow, b: quick }, 60_000);
  expect(one.doneAt).toBe(other.doneAt);
  const swapped = run(startClock({ now: 0 }), { a: { ...quick, length: 100 }, b: { ...slow, length: 300 } }, 60_000);
  expect(Math.abs((swapped.doneAt ?? 0) - (one.doneAt ?? 0))).toBeLessThan(1000);
});

test('all at once in the end, and not before the longer text would be there at the slower rate', () => {
  const plan = { a: { rate: 100, length: 300 }, b: { rate: 20, length: 100 } };
  const before = run(startClock({ now: 0, mode: 'when-finished' }), plan, 14_000);
  expect(before.shown).toEqual({ a: 0, b: 0 });
  const after = run(startClock({ now: 0, mode: 'when-finished' }), plan, 20_000);
  expect(after.shown).toEqual({ a: 300, b: 100 });
});

test('the offer taken in the middle holds what is not shown yet', () => {
  const plan = { a: { rate: 100, length: 300 }, b: { rate: 20, length: 200 } };
  const { clock, shown } = run(startClock({ now: 0 }), plan, 4000);
  const held = run(showWhenFinished(clock), plan, 9000);
  expect(held.shown).toEqual(shown);
  expect(run(held.clock, plan, 40_000).shown).toEqual({ a: 300, b: 200 });
});

describe('the offer to show when finished', () => {
  const offered = (length: number) =>
    run(startClock({ now: 0 }), { a: { rate: 100, length }, b: { rate: 10, length: 100 } }, 60_000).bufferedMs;
  test('comes for a pair of unlike speed, whatever the length of the faster answer', () => {
    expect(offered(101)).toBeGreaterThan(8000);
    expect(offered(1000)).toBeCloseTo(offered(101), 6);
  });
  test('does not come before both speeds are known', () => {
    const plan = { a: { rate: 50, length: 300 }, b: { rate: 50, length: 300, from: 1500 } };
    expect(run(startClock({ now: 0 }), plan, 4000).bufferedMs).toBeLessThan(8000);
  });
  test('comes where one answer came all at once', () => {
    const plan = { a: { rate: 1e6, length: 300 }, b: { rate: 10, length: 300 } };
    expect(run(startClock({ now: 0 }), plan, 5000).bufferedMs).toBeGreaterThan(8000);
  });
  test('does not come for a pair of like speed', () => {
    const plan = { a: { rate: 22, length: 300 }, b: { rate: 20, length: 300 } };
    expect(run(startClock({ now: 0 }), plan, 60_000).bufferedMs).toBeLessThan(8000);
  });
});

describe('failures', () => {
  test('a side that fails without text keeps the other hidden until its end', () => {
    const clock = sideEnded(startClock({ now: 0 }), 'a');
    expect(run(clock, { b: { rate: 20, length: 100 } }, 4900).shown.b).toBe(0);
    expect(run(clock, { b: { rate: 20, length: 100 } }, 60_000).shown.b).toBe(100);
  });

  test('two sides that fail are done at once', () => {
    const clock = sideEnded(sideEnded(startClock({ now: 0 }), 'a'), 'b');
    expect(advance(clock, 80)).toMatchObject({ a: 0, b: 0, done: true });
  });

  test('a retried side comes no faster than the answer that was kept', () => {
    const first = run(startClock({ now: 0 }), { a: { rate: 15, length: 60 } }, 8000).clock;
    const rate = measuredRate(first, 'a');
    expect(rate).toBeCloseTo(15, 0);
    const retry = startClock({ now: 0, kept: { side: 'a', units: 60, rate } });
    const { shown } = run(retry, { b: { rate: 200, length: 60 } }, 3000);
    expect(shown.a).toBe(60);
    expect(shown.b).toBeLessThan(45);
    expect(run(retry, { b: { rate: 200, length: 60 } }, 10_000).doneAt).not.toBeNull();
  });
});

test('a retry beside an answer of unknown rate is slow, and offers nothing', () => {
  const retry = startClock({ now: 0, kept: { side: 'a', units: 60, rate: null } });
  const { shown, bufferedMs } = run(retry, { b: { rate: 200, length: 60 } }, 4000);
  expect(shown.b).toBeLessThan(48);
  expect(bufferedMs).toBe(0);
});

test('two answers that come all at once are shown at the fastest pace', () => {
  let clock = startClock({ now: 0 });
  for (const side of ['a', 'b'] as const) clock = sideEnded(unitsArrived(clock, { side, units: 120, now: 0 }), side);
  expect(run(clock, {}, 3000).shown).toEqual({ a: 120, b: 120 });
});

test('a clock that was kept as JSON goes on as if nothing had happened', () => {
  const plan = { a: { rate: 100, length: 300 }, b: { rate: 20, length: 100 } };
  const { clock } = run(startClock({ now: 0 }), plan, 3040);
  expect(run(JSON.parse(JSON.stringify(clock)), plan, 30_000)).toEqual(run(clock, plan, 30_000));
});

test('one late call releases what the missed ticks would have', () => {
  const { clock } = run(startClock({ now: 0 }), { a: { rate: 100, length: 300 }, b: { rate: 20, length: 300 } }, 4000);
  let ticked = clock;
  for (let now = 4080; now <= 6000; now += 80) ticked = advance(ticked, now).clock;
  expect(advance(clock, 6000).clock.shown).toEqual(ticked.shown);
});

test('what cannot arrive is refused by name', () => {
  const clock = startClock({ now: 0 });
  expect(() => unitsArrived(clock, { side: 'a', units: 0.5, now: 0 })).toThrow(InvalidInput);
  expect(() => unitsArrived(sideEnded(clock, 'a'), { side: 'a', units: 1, now: 0 })).toThrow('side a');
});
