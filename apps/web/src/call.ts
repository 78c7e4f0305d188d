import { createClient } from '@agon/api/client';

/** Calls the arena that served this page. Looks `fetch` up at each call, so that tests can answer in its place. */
export const call = createClient({ fetch: (...request) => globalThis.fetch(...request) });
