import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { run } from './run.ts';

const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const version =
  typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown';

// A reader that has seen enough (`agon … | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`agon: cannot write the answer: ${error.message}\n`);
  process.exit(1);
});

const io = {
  args: process.argv.slice(2),
  stdin: process.stdin,
  out: {
    write: (text: string | Uint8Array) => process.stdout.write(text),
    drained: () => once(process.stdout, 'drain'),
    isTTY: process.stdout.isTTY,
    columns: process.stdout.columns,
  },
  err: process.stderr,
  now: () => performance.now(),
  env: process.env,
};
process.exitCode = await run(io, version);
