import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';

/** What a page did that it must never do. */
export interface Offences {
  /** Requests to other hosts. */
  readonly foreign: readonly string[];
  /** What the content security policy refused. */
  readonly refused: readonly string[];
  /** Errors that nothing caught. */
  readonly uncaught: readonly string[];
}

/** A visitor's browser: cookies of its own, and every page of it is watched. */
export interface WatchedContext {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly offences: Offences;
  /** Another tab of the same visitor. */
  tab(): Promise<Page>;
}

const stepMs = 15_000;

/**
 * Opens a visitor's browser for the test that calls it, and closes it afterwards. The test fails where a page asked another host, ran
 * into the content security policy, or threw.
 */
export async function openContext(
  browser: Browser,
  { url, ...options }: BrowserContextOptions & { readonly url: string },
): Promise<WatchedContext> {
  const context = await browser.newContext({ baseURL: url, reducedMotion: 'no-preference', ...options });
  context.setDefaultTimeout(stepMs);
  const offences = { foreign: [] as string[], refused: [] as string[], uncaught: [] as string[] };
  const { host } = new URL(url);
  context.on('request', (request) => {
    const asked = new URL(request.url());
    if (asked.protocol !== 'data:' && asked.host !== host) offences.foreign.push(request.url());
  });
  context.on('console', (message) => {
    if (/content security policy/i.test(message.text())) offences.refused.push(message.text());
  });
  context.on('weberror', (error) => offences.uncaught.push(String(error.error())));
  onTestFinished(async () => {
    await context.close();
    expect(offences).toEqual({ foreign: [], refused: [], uncaught: [] });
  });
  return { context, page: await context.newPage(), offences, tab: () => context.newPage() };
}
