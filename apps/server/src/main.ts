import { resolve } from 'node:path';
import type { ServerType } from '@hono/node-server';
import { pino } from 'pino';
import { createArena } from './arena.ts';
import { loadConfig } from './config/load-config.ts';
import { openControl } from './control/control-server.ts';
import { openDataFolder } from './database/data-folder.ts';
import { holdServer } from './database/hold-server.ts';
import { openDatabase } from './database/open-database.ts';
import { listen, urlOf } from './http/listen.ts';
import { createKeyring } from './secrets/keyring.ts';
import { loadSecret } from './secrets/secret-file.ts';
import { servePages } from './web/pages.ts';

export { askRunningServer } from './control/ask-running-server.ts';

/** Where and how an arena runs. */
export interface StartOptions {
  /** Database, keys and control socket; made where there is none. */
  readonly dataFolder: string;
  /** Looked through for `agon.config.*`. */
  readonly workingFolder: string;
  /** A configuration file, in place of the one in the working folder. */
  readonly configFile?: string;
  readonly host: string;
  /** The next free port is taken where this one is not; 0 lets the system choose. */
  readonly port: number;
  /** `DATABASE_URL`, `AGON_SECRET`, `AGON_ORIGIN` and the keys that the configuration names. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  readonly log: { readonly level: string; readonly stream: { write(line: string): void } };
  /** The folder of the built pages; null serves none. */
  readonly pages: string | null;
  /** Milliseconds between signed checkpoints while there are votes; a minute if not given. */
  readonly checkpointEveryMs?: number;
  /** The module that makes the files of the embedded database; for tests of power cuts. */
  readonly databaseFiles?: URL;
}

/** An arena that can be visited. */
export interface RunningArena {
  readonly url: string;
  readonly dataFolder: string;
  readonly engine: 'pglite' | 'postgres';
  /** The configuration file in force. */
  readonly configFile: string | null;
  /** Whether this is the arena's first start on its database. */
  readonly isNew: boolean;
  /** Address of the admin page for one visit within 15 minutes. */
  adminLink(): Promise<string>;
  lineup(): Promise<{ readonly demo: boolean; readonly models: readonly string[] }>;
  /** Resolves where the database is lost: nothing more can be done but to end. */
  readonly lost: Promise<Error>;
  /** Lets running answers end, up to `patienceMs` (10 seconds), then stops. */
  close(patienceMs?: number): Promise<void>;
}

/** What must be undone at the end, last things first. */
type Undo = () => Promise<void> | void;

/**
 * Starts an arena: takes the data folder, opens the database, reads the configuration, listens.
 *
 * @throws an error whose message says what to do: folder in use, database not opened, configuration invalid, no free port
 */
export async function startArena(options: StartOptions): Promise<RunningArena> {
  const undo: Undo[] = [];
  const unwind = async () => {
    const steps = undo.splice(0).toReversed();
    const errors: unknown[] = [];
    // A step that fails must not leave the ones after it undone.
    for (const step of steps) await (async () => step())().catch((error: unknown) => errors.push(error));
    if (errors.length > 0) throw errors[0];
  };
  try {
    return await start(options, undo, unwind);
  } catch (error) {
    await unwind();
    throw error;
  }
}

async function start(options: StartOptions, undo: Undo[], unwind: () => Promise<void>): Promise<RunningArena> {
  const { environment, host, version } = options;
  const log = pino({ level: options.log.level, base: null }, options.log.stream);
  const now = () => Date.now();

  const config = await loadConfig({
    folder: options.workingFolder,
    environment,
    ...(options.configFile !== undefined && { file: options.configFile }),
  });
  const folder = openDataFolder(resolve(options.dataFolder), new Date());
  undo.push(() => folder.release());
  const keyring = createKeyring(loadSecret({ dataFolder: folder.path, fromEnvironment: environment.AGON_SECRET }));
  const url = environment.DATABASE_URL;
  const database = await openDatabase(url ? { url } : { dataFolder: folder }, {
    log,
    now,
    ...(options.databaseFiles !== undefined && { files: options.databaseFiles }),
  });
  undo.push(() => database.close());
  if (database.engine === 'postgres') undo.push(await holdServer(database.db));
  const isNew = (await database.db.selectFrom('ledger_head').select('id').executeTakeFirst()) === undefined;

  const publicOrigin = environment.AGON_ORIGIN;
  const arena = await createArena({
    db: database.db,
    keyring,
    config,
    log,
    version,
    isHttps: publicOrigin?.startsWith('https:') ?? false,
    listensOnLoopback: isLoopback(host),
    checkpointEveryMs: options.checkpointEveryMs ?? 60_000,
    now,
    random: Math.random,
  });
  let patience = 10_000;
  let server: ServerType | null = null;
  undo.push(() => hangUp(server));
  // Before the server: running answers are seen to their end, and whoever asks meanwhile is told.
  undo.push(() => arena.close(patience));
  if (options.pages !== null) await servePages(arena.app, options.pages);

  const listening = await listen(arena.app, { host, port: options.port });
  server = listening.server;
  const origin = publicOrigin ?? urlOf(host, listening.port);
  const adminLink = async () => `${origin}/admin#${await arena.admin.createLink()}`;
  const control = await openControl({
    dataFolder: folder.path,
    log,
    commands: { 'admin-link': async () => ({ url: await adminLink() }) },
  });
  undo.push(() => control.close());
  log.info({ origin, engine: database.engine }, 'arena started');

  return {
    url: origin,
    dataFolder: folder.path,
    engine: database.engine,
    configFile: config.file,
    isNew,
    adminLink,
    lineup: arena.lineup,
    lost: database.lost,
    async close(patienceMs = patience) {
      patience = patienceMs;
      await unwind();
    },
  };
}

function hangUp(server: ServerType | null): void {
  server?.close();
  if (server !== null && 'closeAllConnections' in server) server.closeAllConnections();
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
