import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { bundledBrowser } from './bundled-browser.ts';

/** A browser that can be started. */
export interface FoundBrowser {
  readonly executable: string;
  readonly environment: Readonly<Record<string, string>>;
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Finds a browser: the one that `AGON_BROWSER` names, one of this machine, Playwright's own, or the one that came with the packages.
 *
 * @throws {Error} `AGON_BROWSER` names no program
 */
export async function findBrowser(environment: NodeJS.ProcessEnv): Promise<FoundBrowser> {
  const { AGON_BROWSER: chosen, PATH = '' } = environment;
  if (chosen !== undefined && chosen !== '' && chosen !== 'bundled') {
    if (isProgram(chosen)) return { executable: chosen, environment: {} };
    throw new Error(`AGON_BROWSER is ${chosen}, which is no program; name a Chromium by its whole path.`);
  }
  if (chosen !== 'bundled') {
    const ofMachine = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
    const found = [...ofMachine, chromium.executablePath()].find(isProgram);
    if (found !== undefined) return { executable: found, environment: {} };
  }
  return bundledBrowser();
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
