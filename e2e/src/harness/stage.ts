import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { startBrowser } from './browser.ts';
import { type ScriptedArena, startScriptedArena } from './scripted-arena.ts';

/** What the tests of one file share. */
export interface Stage {
  arena(): ScriptedArena;
  browser(): Browser;
}

/** The pages are built on first use, by one of the files that run at a time. */
const patienceMs = 180_000;

/** One server and one browser for all tests of the file that calls it. */
export function stage(): Stage {
  let arena: ScriptedArena | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    [arena, browser] = await Promise.all([startScriptedArena({ hasPages: true }), startBrowser()]);
  }, patienceMs);
  afterAll(async () => {
    await browser?.close();
    await arena?.close();
  }, patienceMs);
  const started = <Part>(part: Part | undefined): Part => {
    if (part === undefined) throw new Error('The stage is set only while tests run.');
    return part;
  };
  return { arena: () => started(arena), browser: () => started(browser) };
}
