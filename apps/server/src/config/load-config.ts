import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { z } from 'zod';
import { AddressRefused, checkUrl } from '../models/address-rules.ts';
import { type ArenaConfig, type ConfiguredModel, noConfig } from './config.ts';
import { ConfigInvalid } from './config-invalid.ts';
import { type ConfigFileModel, configSchema } from './config-schema.ts';

/** Where a configuration is looked for. */
export interface LoadConfigOptions {
  /** The working folder, in which one of the usual names is looked for. */
  readonly folder: string;
  /** A file to read instead. */
  readonly file?: string;
  /** Holds the keys that the file names. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const usualNames = ['agon.config.ts', 'agon.config.js', 'agon.config.mjs', 'agon.config.json'];

/**
 * Reads the configuration of an arena; `noConfig` where there is no file.
 * @throws {ConfigInvalid} naming the file and the field
 */
export async function loadConfig({ folder, file, environment }: LoadConfigOptions): Promise<ArenaConfig> {
  const path = file === undefined ? findFile(folder) : resolve(folder, file);
  if (path === null) return noConfig;
  const name = basename(path);
  const read = configSchema.safeParse(await readValue(path, name));
  if (!read.success) throw invalid(name, read.error);
  const { name: arenaName, settings, models = [], privateHosts = [], trustedProxies = [] } = read.data;
  if (arenaName !== undefined && settings?.name !== undefined && settings.name !== arenaName) {
    throw new ConfigInvalid(name, 'settings.name', 'differs from name; give one of the two.');
  }
  requireUnlikeNames(name, models);
  requireAllowedAddresses(name, models, privateHosts);
  return {
    file: name,
    settings: { ...settings, ...(arenaName !== undefined && { name: arenaName }) },
    models: models.map((model, at) => configuredModel(model, { file: name, field: `models[${at}]`, environment })),
    privateHosts,
    trustedProxies,
  };
}

function findFile(folder: string): string | null {
  const found = usualNames.filter((name) => existsSync(resolve(folder, name)));
  const [first, second] = found;
  if (second !== undefined) {
    throw new ConfigInvalid(found.join(' and '), '', 'only one configuration can be in force; remove the others.');
  }
  return first === undefined ? null : resolve(folder, first);
}

async function readValue(path: string, name: string): Promise<unknown> {
  try {
    if (path.endsWith('.json')) return JSON.parse(await readFile(path, 'utf8'));
    const module: unknown = await import(pathToFileURL(path).href);
    if (typeof module === 'object' && module !== null && 'default' in module) return module.default;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigInvalid(name, '', `cannot be read: ${reason}`, cause);
  }
  throw new ConfigInvalid(name, '', 'has no default export; write `export default defineConfig({ … })`.');
}

function configuredModel(
  model: ConfigFileModel,
  {
    file,
    field,
    environment,
  }: { readonly file: string; readonly field: string; readonly environment: LoadConfigOptions['environment'] },
): ConfiguredModel {
  const { apiKeyEnv, price, state = 'active' } = model;
  const apiKey = apiKeyEnv === undefined ? null : (environment[apiKeyEnv]?.trim() ?? '');
  if (apiKey === '') {
    throw new ConfigInvalid(file, `${field}.apiKeyEnv`, `the environment variable ${apiKeyEnv} is not set.`);
  }
  return {
    apiKey,
    state,
    input: {
      name: model.name,
      organisation: model.organisation ?? null,
      license: model.license ?? null,
      link: model.link ?? null,
      baseUrl: model.baseUrl,
      providerModel: model.model,
      aliases: model.aliases ?? [],
      weight: model.weight ?? 1,
      concurrency: model.concurrency ?? 4,
      dailyCapUsd: model.dailyCapUsd ?? null,
      inputUsdPerMillion: price?.inputUsdPerMillion ?? null,
      outputUsdPerMillion: price?.outputUsdPerMillion ?? null,
      settings: {
        temperature: model.temperature ?? null,
        maxOutputTokens: model.maxOutputTokens ?? null,
        reasoningEffort: model.reasoningEffort ?? null,
        systemPrompt: model.systemPrompt ?? null,
        contextTokens: model.contextTokens ?? null,
      },
    },
  };
}

function requireUnlikeNames(file: string, models: readonly ConfigFileModel[]): void {
  for (const [at, { name }] of models.entries()) {
    const first = models.findIndex((model) => model.name === name);
    if (first < at)
      throw new ConfigInvalid(file, `models[${at}].name`, `"${name}" is the name of models[${first}] too.`);
  }
}

/** Only what can be seen without a network: names are looked up when they are asked. */
function requireAllowedAddresses(
  file: string,
  models: readonly ConfigFileModel[],
  privateHosts: readonly string[],
): void {
  for (const [at, { baseUrl }] of models.entries()) {
    try {
      // Whether this machine may be asked depends on where the arena will listen.
      checkUrl(new URL(baseUrl), { privateHosts, listensOnLoopback: true });
    } catch (error) {
      if (error instanceof AddressRefused) throw new ConfigInvalid(file, `models[${at}].baseUrl`, error.message, error);
      throw error;
    }
  }
}

function invalid(file: string, error: z.ZodError): ConfigInvalid {
  const issue = error.issues[0];
  const keys = issue?.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)) ?? [];
  return new ConfigInvalid(file, keys.join('').replace(/^\./, ''), issue?.message ?? 'is wrong', error);
}
