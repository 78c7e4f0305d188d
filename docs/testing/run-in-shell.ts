import { execFile } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { root } from './pages.ts';
import type { Printed } from './session.ts';

/** How far a long piece of work is; shown only where the machine is slow, so no page shows it. */
const progress = /^(Looking at|Converting|Counting|Reading|Bootstrap)\b.* {2}\d+ %.*\n/gm;

/** Runs a line of a page in a folder by a shell, `npx agon` being the program of this clone. */
export function runInShell(line: string, folder: string): Promise<Printed> {
  const script = ['exec 2>&1', 'agon() { "$AGON_NODE" "$AGON_MAIN" "$@"; }', 'npx() { shift; agon "$@"; }', line].join(
    '\n',
  );
  const env = {
    ...process.env,
    AGON_NODE: process.execPath,
    AGON_MAIN: join(root, 'apps/cli/src/main.ts'),
    FORCE_COLOR: '0',
    NO_COLOR: '1',
  };
  return new Promise((resolve, reject) => {
    execFile('sh', ['-c', script], { cwd: folder, env, maxBuffer: 1 << 26 }, (error, text) => {
      if (error !== null && typeof error.code !== 'number') reject(error);
      else resolve({ text: text.replaceAll(progress, ''), code: Number(error?.code ?? 0) });
    });
  });
}
