import type { CallOutput } from '@agon/api/client';
import { discoverServers, type Runtime } from '@agon/llm';
import type { SafeFetch } from './safe-fetch.ts';

/** What looking needs. */
export interface DiscoverOptions {
  readonly safeFetch: Pick<SafeFetch, 'fetch'>;
  readonly runtime: Runtime;
  /** Other places than the usual ports of this machine. */
  readonly places?: NonNullable<Parameters<typeof discoverServers>[0]['places']>;
}

/** Model servers of this machine that the arena may ask; none where it can be reached from other machines. */
export async function localServers({ safeFetch, runtime, places }: DiscoverOptions): Promise<CallOutput<'discover'>> {
  const found = await discoverServers({ fetch: safeFetch.fetch, runtime, ...(places !== undefined && { places }) });
  return found.map(({ server, baseUrl, models }) => ({ server, baseUrl, models: [...models] }));
}
