/** Money set aside for one answer. */
export interface Reservation {
  readonly isGranted: true;
  readonly id: string;
  readonly amountUsd: number;
}

/** No money for an answer, and why, for the admin. */
export interface BudgetRefusal {
  readonly isGranted: false;
  readonly reason: string;
}

/**
 * Where spending is counted. `reserve` comes before a request and counts as spent until `settle` says what it was
 * really; so that requests at the same time cannot overdraw together. Who fails to settle leaves the reservation.
 */
export interface Budget {
  reserve(amountUsd: number): Promise<Reservation | BudgetRefusal>;
  settle(reservation: Reservation, actualUsd: number): Promise<void>;
}

/** A budget that can tell how much is gone. */
export interface MemoryBudget extends Budget {
  /** What was spent, reservations included, in US dollars. */
  spentUsd(): number;
}

/**
 * A budget in memory, for the command line and for tests: one cap, forgotten with the process.
 *
 * @example
 * const budget = memoryBudget(5);
 * budget.spentUsd(); // 0
 */
export function memoryBudget(capUsd: number): MemoryBudget {
  const held = new Map<string, number>();
  let settledUsd = 0;
  let count = 0;
  const spentUsd = (): number => [...held.values()].reduce((sum, amount) => sum + amount, settledUsd);
  return {
    spentUsd,
    async reserve(amountUsd) {
      const free = capUsd - spentUsd();
      if (amountUsd > free) {
        const facts = `${amountUsd.toFixed(4)} USD may be needed and ${Math.max(0, free).toFixed(4)} USD are left`;
        return { isGranted: false, reason: `${facts} of the cap of ${capUsd} USD` };
      }
      const id = String(++count);
      held.set(id, amountUsd);
      return { isGranted: true, id, amountUsd };
    },
    async settle(reservation, actualUsd) {
      // A second settlement of one reservation must not count twice.
      if (held.delete(reservation.id)) settledUsd += actualUsd;
    },
  };
}
