// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterContextProvider,
} from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type LinkSession, useLinkSession } from './use-link-session.ts';

let requests: { readonly method: string; readonly body: unknown }[];
let isOpen: boolean;
let root: Root;
let latest: LinkSession | null;

function refusal(code: string): Response {
  return Response.json({ code, detail: code }, { status: 401 });
}

beforeEach(() => {
  requests = [];
  isOpen = false;
  latest = null;
  // The router moves on by itself, so the tests wait for what shows instead of wrapping each step.
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  vi.stubGlobal('fetch', async (_path: string, { method = 'GET', body }: RequestInit) => {
    const sent = body === undefined ? null : JSON.parse(String(body));
    requests.push({ method, body: sent });
    if (method === 'POST') isOpen ||= sent.link === 'good';
    if (method === 'POST' && sent.link !== 'good') return refusal('link-invalid');
    return isOpen ? Response.json({ expiresAt: 7 }) : refusal('admin-required');
  });
  root = createRoot(document.createElement('div'));
});
afterEach(() => {
  root.unmount();
  vi.unstubAllGlobals();
});

function Probe() {
  latest = useLinkSession();
  return null;
}

/** Opens the page at an address; gives the address that stands there afterwards. */
async function openAt(address: string, until: LinkSession['state']): Promise<string> {
  const history = createMemoryHistory({ initialEntries: [address] });
  const base = createRootRoute();
  const admin = createRoute({ getParentRoute: () => base, path: '/admin' });
  const router = createRouter({ routeTree: base.addChildren([admin]), history });
  await router.load();
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  root.render(
    <StrictMode>
      <RouterContextProvider router={router}>
        <QueryClientProvider client={queries}>
          <Probe />
        </QueryClientProvider>
      </RouterContextProvider>
    </StrictMode>,
  );
  await vi.waitFor(() => expect(latest?.state).toBe(until));
  return history.location.href;
}

test('a good link opens a session once, and its token leaves the address', async () => {
  expect(await openAt('/admin#good', 'open')).toBe('/admin');
  expect(latest).toMatchObject({ expiresAt: 7 });
  expect(requests.filter(({ method }) => method === 'POST')).toEqual([{ method: 'POST', body: { link: 'good' } }]);
});

test('a spent link is told apart from a missing one', async () => {
  expect(await openAt('/admin#spent', 'link-refused')).toBe('/admin');
});

test('without a link and without a session one is asked for', async () => {
  await openAt('/admin', 'needed');
  expect(requests.every(({ method }) => method === 'GET')).toBe(true);
});

test('a spent link does no harm where a session is open', async () => {
  isOpen = true;
  await openAt('/admin#spent', 'open');
});
