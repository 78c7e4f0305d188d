// @vitest-environment jsdom
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  RouterProvider,
} from '@tanstack/react-router';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { common } from '../messages/en/common.ts';
import { createMessages } from '../messages/messages.ts';
import { BrokenPage, NoSuchPage } from './fallbacks.tsx';
import { fetched } from './page-not-fetched.ts';

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('scrollTo', () => {});
  // What a component throws is told to the console too.
  for (const look of ['error', 'warn'] as const) vi.spyOn(console, look).mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** An arena of one page, whose code arrives as `load` has it, opened at `path`. */
async function openAt(path: string, load: () => Promise<{ Board: () => string }>) {
  const root = createRootRoute();
  const board = createRoute({
    getParentRoute: () => root,
    path: '/board',
    component: lazyRouteComponent(() => fetched(load()), 'Board'),
  });
  const router = createRouter({
    routeTree: root.addChildren([board]),
    history: createMemoryHistory({ initialEntries: [path] }),
    defaultErrorComponent: BrokenPage,
    defaultNotFoundComponent: NoSuchPage,
  });
  const place = document.createElement('div');
  const drawing = createRoot(place);
  await act(async () => {
    drawing.render(
      <I18nextProvider i18n={createMessages()}>
        <RouterProvider router={router} />
      </I18nextProvider>,
    );
    await router.load();
  });
  return { place, close: () => act(async () => drawing.unmount()) };
}

test('a page whose code does not arrive offers another try, and the document is not loaded anew', async () => {
  let isOnline = false;
  const load = async () => {
    if (!isOnline) throw new TypeError('Failed to fetch dynamically imported module: /assets/board.js');
    return { Board: () => 'The board.' };
  };
  const { place, close } = await openAt('/board', load);
  expect(place.textContent).toContain(common.unfetchedTitle);
  // The router notes here that it has loaded the document anew.
  expect(sessionStorage).toHaveLength(0);

  const again = [...place.querySelectorAll('button')].find(({ textContent }) => textContent === common.tryAgain);
  await act(async () => again?.click());
  expect(place.textContent).toContain(common.unfetchedTitle);
  isOnline = true;
  const next = [...place.querySelectorAll('button')].find(({ textContent }) => textContent === common.tryAgain);
  await act(async () => next?.click());
  await vi.waitFor(() => expect(place.textContent).toBe('The board.'));
  await close();
});

test('an address without a page says so', async () => {
  const { place, close } = await openAt('/nowhere', async () => ({ Board: () => 'The board.' }));
  expect(place.textContent).toContain(common.notFoundTitle);
  await close();
});
