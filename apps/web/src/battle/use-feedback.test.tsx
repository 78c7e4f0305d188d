// @vitest-environment jsdom
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aBattle, aTurn } from './testing.ts';
import { toggleReason, useFeedback } from './use-feedback.ts';

type Feedback = ReturnType<typeof useFeedback>;

const turn = aTurn({
  turn: 2,
  vote: {
    outcome: 'a',
    reasons: { a: ['clear'], b: [] },
    comment: null,
    weight: null,
    weightReasons: [],
    receipt: { index: 1, leafHash: 'ab', record: null, salt: null },
  },
});
let sent: unknown[];
let root: Root;
let latest: Feedback;

beforeEach(() => {
  sent = [];
  vi.useFakeTimers();
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('fetch', async (_path: string, { body }: RequestInit) => {
    sent.push(JSON.parse(String(body)));
    return Response.json(aBattle());
  });
  root = createRoot(document.createElement('div'));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function Probe(): ReactNode {
  latest = useFeedback({ id: 'battle-1', turn, apply: () => {} });
  return null;
}

test('it begins with what the server has', async () => {
  await act(async () => root.render(<Probe />));
  expect(latest.draft.reasons.a).toEqual(['clear']);
  expect(sent).toEqual([]);
});

test('several changes in a row are saved once, a moment after the last', async () => {
  await act(async () => root.render(<Probe />));
  await act(async () => latest.change(toggleReason(latest.draft, 'b', 'wrong')));
  await act(async () => latest.change({ ...latest.draft, comment: '  why  ' }));
  expect(latest.status).toBe('saving');
  expect(sent).toEqual([]);
  await act(async () => vi.advanceTimersByTimeAsync(600));
  expect(sent).toEqual([{ turn: 2, reasons: { a: ['clear'], b: ['wrong'] }, comment: 'why' }]);
  expect(latest.status).toBe('saved');
});

test('leaving the page saves what was not saved yet', async () => {
  await act(async () => root.render(<Probe />));
  await act(async () => latest.change(toggleReason(latest.draft, 'a', 'clear')));
  await act(async () => root.unmount());
  expect(sent).toEqual([{ turn: 2, reasons: { a: [], b: [] }, comment: null }]);
});

test('what could not be saved is kept and can be sent again', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('offline');
  });
  await act(async () => root.render(<Probe />));
  await act(async () => latest.change({ ...latest.draft, comment: 'kept' }));
  await act(async () => vi.advanceTimersByTimeAsync(600));
  expect(latest.status).toBe('failed');
  expect(latest.draft.comment).toBe('kept');
  vi.stubGlobal('fetch', async () => Response.json(aBattle()));
  await act(async () => latest.save());
  expect(latest.status).toBe('saved');
});
