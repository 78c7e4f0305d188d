import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '@agon/api';
import { type RunningArena, startArena } from '@agon/server';
import { defineConfig } from '@agon/server/config';
import { ensureBuilt } from '@agon/web/build';

type ConfigFile = Parameters<typeof defineConfig>[0];
type Model = NonNullable<ConfigFile['models']>[number];

/** What an arena of a test may have; the rest has defaults. */
export interface ArenaOptions {
  readonly models: readonly Model[];
  /** The key of its models, which the configuration finds in the environment. */
  readonly apiKey?: string;
  /** Where its data lies; a new folder, removed at the end, when left out. */
  readonly folder?: string;
  readonly settings?: Partial<Settings>;
  /** A free one when left out. */
  readonly port?: number;
  /** Whether it serves the pages; built first where that is needed. */
  readonly hasPages?: boolean;
  readonly databaseFiles?: URL;
}

/** The real server, in this process. */
export type TestArena = Pick<RunningArena, 'url' | 'adminLink'> & { close(): Promise<void> };

/** The environment variable that holds the key of the models. */
const keyName = 'E2E_KEY';

/** Two models of a provider, with names, makers and a further word each, all of which must stay hidden until the reveal. */
export function twoModels(baseUrl: string): readonly Model[] {
  const common = { baseUrl, apiKeyEnv: keyName, concurrency: 200 };
  return [
    { ...common, name: 'Amber Fox', model: 'amber', organisation: 'Menagerie Works', aliases: ['amber'] },
    { ...common, name: 'Jade Owl', model: 'jade', organisation: 'Aviary Labs', aliases: ['jade'] },
  ];
}

/** Models of a provider under the names that it gives them. */
export function modelsNamed(names: readonly string[], baseUrl: string): readonly Model[] {
  return names.map((name) => ({ name, model: name, baseUrl, apiKeyEnv: keyName, concurrency: 200 }));
}

/** Limits that no test runs into, and draws of which each is as likely. */
const roomy: Partial<Settings> = { policy: { kind: 'uniform' }, battlesPerWindow: 100_000 };

/** Starts the real server on a port and a data folder of its own. */
export async function startTestArena(options: ArenaOptions): Promise<TestArena> {
  const { hasPages = false, port = 0, apiKey = 'sk-e2e-0f7c2b9d51', databaseFiles } = options;
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'agon-e2e-'));
  const config = defineConfig({ settings: { ...roomy, ...options.settings }, models: [...options.models] });
  const configFile = join(folder, 'agon.config.json');
  writeFileSync(configFile, JSON.stringify(config));
  const arena = await startArena({
    dataFolder: folder,
    workingFolder: folder,
    configFile,
    host: '127.0.0.1',
    port,
    environment: { [keyName]: apiKey },
    version: '0.0.0-e2e',
    log: { level: 'error', stream: process.stderr },
    pages: hasPages ? (await ensureBuilt()).folder : null,
    checkpointEveryMs: 200,
    ...(databaseFiles !== undefined && { databaseFiles }),
  });
  return {
    url: arena.url,
    adminLink: arena.adminLink,
    async close() {
      await arena.close(0);
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
