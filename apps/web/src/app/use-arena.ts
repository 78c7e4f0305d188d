import type { Arena } from '@agon/api';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '../call.ts';

/** What this arena allows and knows of the visitor; every page shares one copy. */
export const arenaQuery = queryOptions<Arena>({
  queryKey: ['arena'],
  queryFn: () => call('arena'),
  staleTime: 15_000,
});

/** See {@link arenaQuery}. */
export function useArena() {
  return useQuery(arenaQuery);
}
