import { test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { testDatabases } from '../database/testing/test-databases.ts';
import { createSpend, instanceScope, untilNextDayMs } from './spend.ts';
import { morning } from './testing.ts';

const now = () => morning;
const dayMs = 86_400_000;
const plover = '0199f0a0-5c1e-7a44-9a52-1f0c6e5b7d01';
const wren = '0199f0a0-5c1e-7a44-9a52-1f0c6e5b7d02';

testDatabases('spending', (database) => {
  test('what is reserved counts until it is settled, for the model and for the arena', async () => {
    const spend = createSpend({ db: database().db, now, instanceCapUsd: () => 10 });
    const budget = spend.budgetOf({ id: plover, dailyCapUsd: 4 });
    const reservation = await budget.reserve(3);
    if (!reservation.isGranted) throw new Error(reservation.reason);
    expect(Object.fromEntries(await spend.today())).toStrictEqual({ [instanceScope]: 3, [plover]: 3 });
    await budget.settle(reservation, 1);
    await budget.settle(reservation, 1);
    expect(Object.fromEntries(await spend.today())).toStrictEqual({ [instanceScope]: 1, [plover]: 1 });
  });

  test('a hundred reservations at once never overdraw the cap of the arena', async () => {
    const spend = createSpend({ db: database().db, now, instanceCapUsd: () => 5 });
    const budgets = [plover, wren].map((id) => spend.budgetOf({ id, dailyCapUsd: null }));
    const asked = await Promise.all(Array.from({ length: 100 }, (_, k) => budgets[k % 2]?.reserve(0.25)));
    expect(asked.filter((answer) => answer?.isGranted)).toHaveLength(20);
    const today = await spend.today();
    expect(today.get(instanceScope)).toBe(5);
    expect((today.get(plover) ?? 0) + (today.get(wren) ?? 0)).toBe(5);
  });

  test('a hundred reservations at once never overdraw the cap of a model, and leave nothing on the arena', async () => {
    const spend = createSpend({ db: database().db, now, instanceCapUsd: () => 100 });
    const budget = spend.budgetOf({ id: plover, dailyCapUsd: 2 });
    const asked = await Promise.all(Array.from({ length: 100 }, () => budget.reserve(0.25)));
    const granted = asked.filter((answer) => answer.isGranted);
    expect(granted).toHaveLength(8);
    expect(Object.fromEntries(await spend.today())).toStrictEqual({ [instanceScope]: 2, [plover]: 2 });
    for (const reservation of granted) await budget.settle(reservation, 0.125);
    expect(Object.fromEntries(await spend.today())).toStrictEqual({ [instanceScope]: 1, [plover]: 1 });
  });

  test('a refusal says whose cap it was', async () => {
    const spend = createSpend({ db: database().db, now, instanceCapUsd: () => 1 });
    const ofModel = await spend.budgetOf({ id: plover, dailyCapUsd: 0.5 }).reserve(0.75);
    const ofArena = await spend.budgetOf({ id: plover, dailyCapUsd: null }).reserve(2);
    expect(ofModel).toMatchObject({ isGranted: false, reason: expect.stringContaining('this model, 0.5 USD') });
    expect(ofArena).toMatchObject({ isGranted: false, reason: expect.stringContaining('the arena, 1 USD') });
  });

  test('a new day begins at midnight UTC, and an answer over midnight is settled on its own day', async () => {
    let time = morning;
    const { db } = database();
    const spend = createSpend({ db, now: () => time, instanceCapUsd: () => 1 });
    const budget = spend.budgetOf({ id: plover, dailyCapUsd: null });
    const late = await budget.reserve(1);
    time += untilNextDayMs(time);
    expect((await spend.today()).get(instanceScope)).toBeUndefined();
    expect(await budget.reserve(1)).toMatchObject({ isGranted: true });
    if (late.isGranted) await budget.settle(late, 0.5);
    const rows = await db.selectFrom('spend').selectAll().where('scope', '=', plover).orderBy('day').execute();
    expect(rows).toMatchObject([
      { day: '2026-11-24', reserved_usd: 0, settled_usd: 0.5 },
      { day: '2026-11-25', reserved_usd: 1, settled_usd: 0 },
    ]);
  });

  test('what a crash left reserved counts for the rest of the day', async () => {
    const { db } = database();
    const before = createSpend({ db, now, instanceCapUsd: () => 1 });
    await before.budgetOf({ id: plover, dailyCapUsd: null }).reserve(0.75);
    const after = createSpend({ db, now, instanceCapUsd: () => 1 });
    expect(await after.budgetOf({ id: plover, dailyCapUsd: null }).reserve(0.5)).toMatchObject({ isGranted: false });
    const tomorrow = createSpend({ db, now: () => morning + dayMs, instanceCapUsd: () => 1 });
    expect(await tomorrow.budgetOf({ id: plover, dailyCapUsd: null }).reserve(0.5)).toMatchObject({ isGranted: true });
  });

  test('fractions leave no debt behind', async () => {
    const { db } = database();
    const spend = createSpend({ db, now, instanceCapUsd: () => null });
    const budget = spend.budgetOf({ id: plover, dailyCapUsd: null });
    for (const amount of [0.1, 0.2, 0.3]) {
      const reservation = await budget.reserve(amount);
      if (reservation.isGranted) await budget.settle(reservation, 0);
    }
    for (const spent of (await spend.today()).values()) expect(spent).toBe(0);
  });
});
