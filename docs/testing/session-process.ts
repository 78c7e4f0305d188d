import process from 'node:process';
import { run } from '../../apps/cli/src/run.ts';

// The other end of a session: takes the words of a command line, answers with what it printed. Not a terminal, so tables are 100
// cells wide and without colour; the clock stands, so no progress is shown.
process.on('message', async (args: string[]) => {
  let text = '';
  const output = {
    write: (part: string | Uint8Array) => {
      text += typeof part === 'string' ? part : Buffer.from(part).toString('utf8');
    },
  };
  const code = await run({ args, stdin: process.stdin, out: output, err: output, now: () => 0, env: {} }, '0.1.0');
  process.send?.({ text, code });
});
