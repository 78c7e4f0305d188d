import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What a command line printed, both streams as a terminal shows them, and how it ended. */
export interface Printed {
  readonly text: string;
  readonly code: number;
}

/** A process in a folder that runs command lines of agon one after the other. */
export interface Session {
  readonly run: (args: readonly string[]) => Promise<Printed>;
  readonly close: () => Promise<void>;
}

const program = fileURLToPath(new URL('session-process.ts', import.meta.url));

/**
 * Opens a session. Paths of a command are relative to the folder of its process, and a thread of the test runner cannot change its
 * own; one process for many commands saves most of the time that they take.
 */
export function openSession(folder: string): Session {
  const child = fork(program, { cwd: folder, execArgv: [] });
  const exited = once(child, 'exit');
  return {
    run: async (args) => {
      const ended = exited.then(([code]) => {
        throw new Error(`The session ended with ${code} in: agon ${args.join(' ')}`);
      });
      ended.catch(() => undefined);
      const answered = once(child, 'message');
      child.send([...args]);
      const [printed]: unknown[] = await Promise.race([answered, ended]);
      if (!isPrinted(printed)) throw new Error(`The session answered ${JSON.stringify(printed)}.`);
      return printed;
    },
    close: async () => {
      child.disconnect();
      await exited;
    },
  };
}

function isPrinted(value: unknown): value is Printed {
  return typeof value === 'object' && value !== null && 'text' in value && 'code' in value;
}
