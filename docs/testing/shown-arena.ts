import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { root } from './pages.ts';

/** The arena that runs while pages are played: what `npm start` and `npx agon serve` show, and what other lines of a page speak to. */
export interface ShownArena {
  /** What it printed until it was ready, as pages show it. */
  readonly greeting: string;
  readonly dataFolder: string;
  /** A line of a page with the real address in place of the one that pages show. */
  withRealAddress(line: string): string;
  /** Something printed with the address and folder that pages show; secrets and folders of this machine left out. */
  asShown(text: string): string;
  stop(): Promise<void>;
}

/** Where an arena is on every page. */
export const shownAddress = 'http://127.0.0.1:3000';
const shownFolder = '…/agon';
const lastLine = 'Ctrl+C stops it.\n';

/** Starts an arena in a folder of its own as a reader would, but on a free port. */
export async function startShownArena(): Promise<ShownArena> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'agon-docs-arena-')));
  const child = spawn(process.execPath, ['--no-memory-protection-keys', join(root, 'apps/cli/src/main.ts'), 'serve'], {
    cwd: folder,
    env: environment(),
  });
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const printed = await greetingOf(child);
    const [address = shownAddress] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
    const asShown = (text: string) =>
      text
        .replaceAll(address, shownAddress)
        .replaceAll(/(?<=\/admin#)[\w-]+/g, '…')
        .replaceAll(folder, shownFolder);
    return {
      greeting: asShown(printed),
      dataFolder: join(folder, 'data'),
      withRealAddress: (line) => line.replaceAll(shownAddress, address),
      asShown,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The environment of the tests without what an arena would read out of it. */
function environment(): NodeJS.ProcessEnv {
  const { HOST, AGON_DATA, AGON_SECRET, AGON_ORIGIN, DATABASE_URL, FORCE_COLOR, ...rest } = process.env;
  return { ...rest, PORT: '0', NO_COLOR: '1' };
}

/** What an arena prints on standard output until it is ready. */
async function greetingOf(child: ChildProcessWithoutNullStreams): Promise<string> {
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  let printed = '';
  for await (const text of child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    printed += text;
    if (printed.endsWith(lastLine)) {
      child.stdout.resume();
      return printed;
    }
  }
  throw new Error(`The arena did not start:\n${printed}${complaint}`);
}
