import type { LiveBoard } from '@agon/api';
import { useQuery } from '@tanstack/react-query';
import { call } from '../call.ts';

const everyMs = 3_000;

/** The board, asked for again every three seconds while the page is looked at; an unchanged one costs an empty answer. */
export function useLiveBoard() {
  return useQuery<LiveBoard>({
    queryKey: ['board'],
    queryFn: () => call('board'),
    refetchInterval: everyMs,
    // An arena on this machine can be reached without any network.
    networkMode: 'always',
  });
}
