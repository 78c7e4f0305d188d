import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { root } from './pages.ts';
import type { Printed } from './session.ts';

/** A shell in a folder, in which variables live from line to line and `npx agon` is the program of this clone. */
export interface Shell {
  readonly run: (line: string) => Promise<Printed>;
  readonly close: () => Promise<void>;
}

/** How far a long piece of work is; shown only where the machine is slow, so no page shows it. */
const progress = /^(Looking at|Converting|Counting|Reading|Bootstrap)\b.* {2}\d+ %.*\n/gm;

const preamble = ['exec 2>&1', 'agon() { "$AGON_NODE" "$AGON_MAIN" "$@"; }', 'npx() { shift; agon "$@"; }', ''].join(
  '\n',
);

/** Opens a shell. */
export function openShell(folder: string): Shell {
  const env = {
    ...process.env,
    AGON_NODE: process.execPath,
    AGON_MAIN: join(root, 'apps/cli/src/main.ts'),
    FORCE_COLOR: '0',
    NO_COLOR: '1',
  };
  const child = spawn('sh', [], { cwd: folder, env, stdio: ['pipe', 'pipe', 'ignore'] });
  const exited = once(child, 'exit');
  child.stdout.setEncoding('utf8');
  child.stdin.write(preamble);
  return {
    async run(line) {
      const mark = randomUUID();
      // The commands of the line must not read the lines that are to come.
      child.stdin.write(`{ ${line}\n} </dev/null\necho "${mark} $?"\n`);
      let text = '';
      for await (const part of child.stdout.iterator({ destroyOnReturn: false })) {
        text += part;
        const end = text.indexOf(mark);
        if (end < 0 || !text.endsWith('\n')) continue;
        const code = Number(text.slice(end + mark.length));
        return { text: text.slice(0, end).replaceAll(progress, ''), code };
      }
      throw new Error(`The shell ended in: ${line}`);
    },
    async close() {
      child.stdin.end();
      await exited;
    },
  };
}
