// @vitest-environment jsdom
import type { Arena, BattleView } from '@agon/api';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { arenaQuery } from '../app/use-arena.ts';
import { aBattle } from './testing.ts';
import type { Commands } from './use-commands.ts';
import { type NextQuestion, useNextQuestion } from './use-next-question.ts';

let root: Root;
let queries: QueryClient;
let latest: NextQuestion;
let done: string[];
let isTaken: boolean;

const commands: Commands = {
  busy: null,
  problem: null,
  hasRevealed: false,
  ask: async (prompt) => done.push(`ask ${prompt}`) > 0,
  vote: async (token, outcome) => done.push(`vote ${token} ${outcome}`) > 0 && isTaken,
  run: async () => true,
};

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  done = [];
  isTaken = true;
  queries = new QueryClient();
  root = createRoot(document.createElement('div'));
});
afterEach(async () => {
  await act(async () => root.unmount());
  queries.clear();
  vi.unstubAllGlobals();
});

function Probe({ view }: { view: BattleView }) {
  latest = useNextQuestion(view, commands);
  return null;
}

async function show({ view = aBattle(), revealAtOnce = false, turns = 5 } = {}): Promise<void> {
  const limits = { turns, promptCharacters: 100 };
  // What the hook reads of an arena.
  const arena = { limits, visitor: { preferences: { revealAtOnce } } } as Arena;
  queries.setQueryData(arenaQuery.queryKey, arena);
  await act(async () =>
    root.render(
      <QueryClientProvider client={queries}>
        <Probe view={view} />
      </QueryClientProvider>,
    ),
  );
}

test('a vote sends what has been written with it, so that the names stay hidden', async () => {
  await show();
  await act(async () => latest.write(' And at night? '));
  expect(latest.goesWithVote).toBe(true);
  await act(async () => latest.vote('a'));
  expect(done).toEqual(['vote token-1 a', 'ask And at night?']);
  expect(latest.draft).toBe('');
});

test('a vote that was not taken sends nothing, and the draft stays', async () => {
  isTaken = false;
  await show();
  await act(async () => latest.write('And at night?'));
  await act(async () => latest.vote('b'));
  expect(done).toEqual(['vote token-1 b']);
  expect(latest.draft).toBe('And at night?');
});

test('nothing goes with a vote that shows the names at once, ends the battle, or has no question', async () => {
  await show();
  expect(latest.goesWithVote).toBe(false);
  await act(async () => latest.write('And at night?'));
  await show({ revealAtOnce: true });
  expect(latest.goesWithVote).toBe(false);
  await show({ turns: 1 });
  expect(latest.goesWithVote).toBe(false);
  await act(async () => latest.vote('tie'));
  expect(done).toEqual(['vote token-1 tie']);
});
