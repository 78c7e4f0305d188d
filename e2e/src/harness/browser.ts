import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from './find-browser.ts';

const flags = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Starts a browser without a window. It works as root and as a user without a home. */
export async function startBrowser(): Promise<Browser> {
  const { executable, environment } = await findBrowser(process.env);
  const home = mkdtempSync(join(tmpdir(), 'agon-browser-home-'));
  const { PATH = '' } = process.env;
  const browser = await chromium.launch({
    executablePath: executable,
    headless: true,
    // Tests run as root too, and a machine may forbid the sandbox to others; the pages are our own.
    chromiumSandbox: false,
    args: flags,
    env: { ...environment, PATH, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home },
  });
  browser.on('disconnected', () => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  return browser;
}
