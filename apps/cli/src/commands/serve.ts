import { once } from 'node:events';
import type { RunningArena } from '@agon/server';
import type { Command } from 'commander';
import { hasColor, type Io } from '../io.ts';
import { UsageError } from '../options/errors.ts';
import { type Paint, paintFor } from '../terminal/paint.ts';

interface ServeFlags {
  readonly host?: string;
  readonly port?: number;
  readonly data?: string;
  readonly config?: string;
  readonly log: string;
}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'];

/** `agon serve`: the arena in the browser, until it is told to stop. */
export function addServe(program: Command, io: Io, version: string): void {
  program
    .command('serve')
    .description('run the arena: ask, compare two hidden models, vote, see the board')
    .option('--host <address>', 'address to listen on; HOST, or 127.0.0.1')
    .option('--port <number>', 'port, or the next free one; PORT, or 3000', readPort)
    .option('--data <folder>', 'folder of database and keys; AGON_DATA, or data')
    .option('--config <file>', 'configuration file, in place of agon.config.* of this folder')
    .option(
      '--log <level>',
      `JSON lines on standard error from this level on: ${logLevels.join(', ')}`,
      readLevel,
      'warn',
    )
    .action(async (flags: ServeFlags) => {
      await serve(flags, io, version);
    });
}

async function serve(flags: ServeFlags, io: Io, version: string): Promise<void> {
  const { env, err } = io;
  // Loaded here, so that no other command waits for them.
  const { startArena } = await import('@agon/server');
  const { ensureBuilt } = await import('@agon/web/build');
  const { folder } = await ensureBuilt({ log: (line) => err.write(`${line}\n`) });
  const arena = await startArena({
    dataFolder: dataFolderOf(flags, io),
    workingFolder: '.',
    ...(flags.config !== undefined && { configFile: flags.config }),
    host: flags.host ?? env.HOST ?? '127.0.0.1',
    port: flags.port ?? readPort(env.PORT ?? '3000'),
    environment: env,
    version,
    log: { level: flags.log, stream: err },
    pages: folder,
  });
  await attend(arena, io, version);
}

/** Greets, and stays until the arena is told to stop. An arena that cannot be announced is closed, since nobody would stop it. */
export async function attend(arena: RunningArena, io: Io, version: string): Promise<void> {
  try {
    io.out.write(await greeting(arena, version, paintFor(hasColor(io))));
  } catch (error) {
    await arena.close();
    throw error;
  }
  await untilStopped(arena, io);
}

/** The data folder that the flags or the environment name. */
export function dataFolderOf(flags: { readonly data?: string }, { env }: Io): string {
  return flags.data ?? env.AGON_DATA ?? 'data';
}

async function greeting(arena: RunningArena, version: string, { bold, dim, accent }: Paint): Promise<string> {
  const { demo, models } = await arena.lineup();
  const answering = demo
    ? `${models.length} demo characters answer until there is a real model`
    : `${models.length} answer: ${models.join(', ')}`;
  const lines = [
    ['Arena', accent(arena.url)],
    ...(arena.isNew || demo
      ? [['Admin', `${accent(await arena.adminLink())}  ${dim('once, within 15 minutes')}`]]
      : []),
    ['Models', answering],
    ['Data', arena.engine === 'postgres' ? `PostgreSQL, keys in ${arena.dataFolder}` : arena.dataFolder],
    ...(arena.configFile === null ? [] : [['Config', arena.configFile]]),
  ];
  const facts = lines.map(([name = '', value]) => `  ${name.padEnd(7)} ${value}\n`).join('');
  const hint = demo ? dim('  Real models: open the admin page, or see docs/arena.md.\n') : '';
  return `${bold(`Agon ${version} is running.`)}\n${facts}${hint}${dim('  Ctrl+C stops it.')}\n`;
}

/** Ends with the first signal gracefully, with the second at once; with a failure where the database is lost. */
async function untilStopped(arena: RunningArena, { err }: Io): Promise<void> {
  const controller = new AbortController();
  const { signal } = controller;
  const ends = ['SIGINT', 'SIGTERM', 'SIGHUP', ...(process.connected ? ['disconnect'] : [])];
  const stopped = Promise.race(ends.map((name) => once(process, name, { signal })));
  const lost = await Promise.race([stopped.then(() => null), arena.lost]);
  controller.abort();
  if (lost !== null) throw lost;
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => process.exit(130));
  err.write('Stopping: running answers have 10 seconds to end …\n');
  await arena.close();
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`The port "${text}" is no whole number from 0 to 65535.`);
  }
  return port;
}

function readLevel(text: string): string {
  if (!logLevels.includes(text)) throw new UsageError(`The log level "${text}" is none of ${logLevels.join(', ')}.`);
  return text;
}
