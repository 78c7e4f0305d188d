import type { Log } from '../log.ts';

/** A log that nobody reads. */
export const quiet: Log = { info: () => undefined, error: () => undefined };
