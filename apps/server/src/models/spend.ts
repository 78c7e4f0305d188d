import type { Budget } from '@agon/llm';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { uuidv7 } from '../uuid.ts';

/** Money spent on models, counted for each day in UTC. */
export interface Spend {
  /** The budget of one model, under its own cap and the instance's as they are when an answer is paid for. */
  budgetOf(model: { readonly id: string; readonly dailyCapUsd: number | null }): Budget;
  /** US dollars spent today, reservations included, by scope: the id of a model, or {@link instanceScope}. */
  today(): Promise<ReadonlyMap<string, number>>;
}

/** What spending is counted with. */
export interface SpendOptions {
  readonly db: Kysely<Schema>;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** Limit of a day's spending on all models, US dollars; null: none. */
  readonly instanceCapUsd: () => number | null;
}

/** The scope of all models together. */
export const instanceScope = 'instance';

/** A cap and what it is on. */
interface Cap {
  readonly scope: string;
  readonly capUsd: number | null;
}

/**
 * Spending in the database. A reservation is taken from both caps in one transaction or not at all, so that no number of answers at a time
 * overdraws. One that a crash left unsettled counts until the end of its day: what was really spent is not known.
 */
export function createSpend({ db, now, instanceCapUsd }: SpendOptions): Spend {
  /** Open reservations by id, with the day that they were taken from. */
  const open = new Map<string, string>();
  return {
    budgetOf: ({ id: model, dailyCapUsd }) => ({
      async reserve(amountUsd) {
        const day = dayOf(now());
        // The instance's row first, in every transaction: two that hold one row each and wait for the other would never end.
        const caps = [
          { scope: instanceScope, capUsd: instanceCapUsd() },
          { scope: model, capUsd: dailyCapUsd },
        ];
        const spent = await take(db, { day, caps, amountUsd });
        if (spent !== null) return { isGranted: false, reason: reasonOf(spent, amountUsd) };
        const id = uuidv7(now());
        open.set(id, day);
        return { isGranted: true, id, amountUsd };
      },
      async settle({ id, amountUsd }, actualUsd) {
        const day = open.get(id);
        // A second settlement of one reservation must not count twice.
        if (day === undefined) return;
        open.delete(id);
        await db.transaction().execute(async (tx) => {
          for (const scope of [instanceScope, model]) await settleOne(tx, { day, scope, amountUsd, actualUsd });
        });
      },
    }),
    async today() {
      const rows = await db.selectFrom('spend').selectAll().where('day', '=', dayOf(now())).execute();
      return new Map(rows.map(({ scope, reserved_usd, settled_usd }) => [scope, reserved_usd + settled_usd]));
    },
  };
}

/** Milliseconds until a new day begins for the caps. */
export function untilNextDayMs(now: number): number {
  const dayMs = 86_400_000;
  return dayMs - (now % dayMs);
}

/** Ends a transaction without an error to tell. */
class CapReached extends Error {
  readonly cap: Cap;
  constructor(cap: Cap) {
    super(`The cap of ${cap.scope} is reached.`);
    this.cap = cap;
  }
}

/** Takes an amount from every cap; gives the cap that refused it, and then has taken nothing. */
async function take(
  db: Kysely<Schema>,
  { day, caps, amountUsd }: { readonly day: string; readonly caps: readonly Cap[]; readonly amountUsd: number },
): Promise<Cap | null> {
  try {
    await db.transaction().execute(async (tx) => {
      for (const cap of caps) if (!(await takeOne(tx, { ...cap, day, amountUsd }))) throw new CapReached(cap);
    });
    return null;
  } catch (error) {
    if (error instanceof CapReached) return error.cap;
    throw error;
  }
}

async function takeOne(
  tx: Transaction<Schema>,
  { day, scope, capUsd, amountUsd }: Cap & { readonly day: string; readonly amountUsd: number },
): Promise<boolean> {
  await tx
    .insertInto('spend')
    .values({ day, scope })
    .onConflict((conflict) => conflict.columns(['day', 'scope']).doNothing())
    .execute();
  // Condition and change are one statement: it waits for the row, and then sees what others have taken.
  const taken = await tx
    .updateTable('spend')
    .set((eb) => ({ reserved_usd: eb('reserved_usd', '+', amountUsd) }))
    .where('day', '=', day)
    .where('scope', '=', scope)
    .$if(capUsd !== null, (query) => query.where(sql`reserved_usd + settled_usd + ${amountUsd}`, '<=', capUsd ?? 0))
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n;
}

async function settleOne(
  tx: Transaction<Schema>,
  { day, scope, amountUsd, actualUsd }: { day: string; scope: string; amountUsd: number; actualUsd: number },
): Promise<void> {
  await tx
    .updateTable('spend')
    .set((eb) => ({
      // Sums of fractions leave a rest of the last digit, which must not become a debt.
      reserved_usd: sql<number>`greatest(0, reserved_usd - ${amountUsd})`,
      settled_usd: eb('settled_usd', '+', actualUsd),
    }))
    .where('day', '=', day)
    .where('scope', '=', scope)
    .execute();
}

function reasonOf({ scope, capUsd }: Cap, amountUsd: number): string {
  const whose = scope === instanceScope ? 'the arena' : 'this model';
  return `${amountUsd.toFixed(4)} USD may be needed and the daily cap of ${whose}, ${capUsd} USD, does not leave that`;
}

function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}
