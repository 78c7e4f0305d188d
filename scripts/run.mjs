// Runs a command of the project on the project's own Node, installing first what the lock file names and the clone lacks.
//
//   node scripts/run.mjs vitest run
//
// Plain JavaScript for the machine's Node (20 or newer). The install is skipped while package-lock.json is the one installed last.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.agon-installed');
const [command, ...args] = process.argv.slice(2);

if (command === undefined) fail('run.mjs: name a command, for example: node scripts/run.mjs vitest run', 2);
install();
const isWindows = process.platform === 'win32';
const bin = join(modules, '.bin');
// V8 keeps one map of its code pages for all threads, and with protection keys (on newer processors) it can lose one where WebAssembly
// comes and goes in several threads: the process ends with "Check failed: jit_page.has_value()". The embedded database is such a thread.
const flags = ['--no-memory-protection-keys'];
const scripts = { agon: 'bin/agon.mjs', vitest: 'node_modules/vitest/vitest.mjs' };
const script = scripts[command];
const [file, rest] =
  script === undefined ? [join(bin, command), args] : [join(bin, 'node'), [...flags, join(root, script), ...args]];
const child = spawn(file, rest, {
  cwd: root,
  // The channel tells agon when this process is gone, however it went.
  stdio: command === 'agon' ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
  shell: isWindows && script === undefined,
  env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
});
// Ctrl+C reaches the command by itself; it alone decides how to end. A signal to this process is passed on.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => fail(`run.mjs: cannot start ${command}: ${error.message}`, 1));
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});

function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if ((existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) || isInstalledByHand()) return;
  console.error('Installing what package-lock.json names (once, well under a minute on most lines) …');
  const npm = spawnSync('npm', ['ci', '--loglevel=error', '--no-progress'], {
    cwd: root,
    // The install's own report must not stand in the way of what the command prints on standard output.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0)
    fail('The install failed; the lines above say why. Mend that and run the same command again.', 1);
  writeFileSync(stamp, lock);
}

// After a plain `npm install` there is no stamp, but npm's own record of what it installed.
function isInstalledByHand() {
  const record = join(modules, '.package-lock.json');
  if (existsSync(stamp) || !existsSync(record) || !existsSync(join(modules, 'node/bin/node'))) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const found = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) =>
      !path.startsWith('node_modules/') || link || optional || found[path]?.version === version,
  );
}

function fail(message, code) {
  console.error(message);
  process.exit(code);
}
