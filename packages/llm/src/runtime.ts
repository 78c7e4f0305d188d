/** Time and chance, handed in so that tests take no time and repeat exactly. */
export interface Runtime {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Waits; ends early, by resolving or rejecting, when the signal is aborted. `node:timers/promises` has it. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** A uniform number in [0, 1). */
  readonly random: () => number;
}

/** The part of `fetch` that models need. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Waits and says whether the whole time went by. Never rejects. */
export async function pause(sleep: Runtime['sleep'], ms: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false;
  try {
    await sleep(ms, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return !signal.aborted;
}

/** The promise, or a rejection with the signal's reason as soon as it is aborted, even where the promise never ends. */
export function abortable<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
