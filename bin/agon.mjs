#!/usr/bin/env node
// Entry of the `agon` command. Plain JavaScript that any Node can parse, so that an old one gets a sentence and not a syntax error.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const ownNode = fileURLToPath(new URL('node_modules/node/bin/node', root));
const main = new URL('apps/cli/src/main.ts', root);
const isInstalled = existsSync(new URL('node_modules/commander/', root));
const [major, minor] = process.versions.node.split('.').map(Number);
// Without it V8 can end a process whose embedded database runs WebAssembly in a thread; see scripts/run.mjs.
const flag = '--no-memory-protection-keys';
const isServing = process.argv[2] === 'serve';
const isNewEnough = major > 22 || (major === 22 && minor >= 18);

if (!isInstalled) {
  console.error(
    `agon is not installed yet (this is Node ${process.versions.node}). Run: npm install   in ${fileURLToPath(root)}, then npx agon again.`,
  );
  process.exitCode = 1;
} else if (isNewEnough && !(isServing && !process.execArgv.includes(flag))) {
  // The sources are TypeScript: stripped and compiled once, not at every start.
  module.enableCompileCache?.(fileURLToPath(new URL('node_modules/.compile-cache', root)));
  await import(main.href);
} else if (isNewEnough || existsSync(ownNode)) {
  const node = isNewEnough ? process.execPath : ownNode;
  const child = spawn(node, [flag, fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    // The channel tells the child when this process is gone, however it went.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // Ctrl+C reaches the child by itself; passed on, it would be a second one.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
} else {
  console.error(
    `agon needs Node 22.18 or newer; this is ${process.versions.node}. Run: npm install   which brings its own Node.`,
  );
  process.exitCode = 1;
}
