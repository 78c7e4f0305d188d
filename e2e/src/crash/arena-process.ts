import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** A server in a process of its own. */
export interface ArenaProcess {
  readonly url: string;
  /** Kills it as the system would: without a word. Resolves when it is gone. */
  kill(): Promise<void>;
}

/** Where a server keeps its data, and where its models are. */
export interface ProcessOptions {
  readonly folder: string;
  /** Address of the provider that answers for its two models. */
  readonly provider: string;
}

/** Starts a server on a data folder, in a process that can be killed; it is killed with the test that started it. */
export async function startArenaProcess({ folder, provider }: ProcessOptions): Promise<ArenaProcess> {
  const child = spawn(
    process.execPath,
    ['--no-memory-protection-keys', fileURLToPath(new URL('./serve.ts', import.meta.url)), folder, provider],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  onTestFinished(kill);
  return { url: await addressOf(child), kill };
}

/** The first line that the process writes. */
async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The server has no output.');
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) return line;
  throw new Error('The server ended before it had an address.');
}
