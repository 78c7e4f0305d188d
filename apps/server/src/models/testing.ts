import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { ModelInput } from '@agon/api';
import type { ChatEvent, ChatModel, Runtime } from '@agon/llm';
import type { Kysely } from 'kysely';
import { pino } from 'pino';
import { type ArenaConfig, type ConfiguredModel, noConfig } from '../config/config.ts';
import type { Schema } from '../database/schema.ts';
import { openLedger } from '../ledger/ledger.ts';
import { createKeyring, type Keyring } from '../secrets/keyring.ts';
import { openSettings, type SettingsStore } from '../settings/settings-store.ts';
import { type ModelsStore, openModels } from './models-store.ts';
import { createSpend, type Spend } from './spend.ts';

/** A Tuesday, 10:00 UTC. */
export const morning = Date.UTC(2026, 10, 24, 10);

export const aKeyring = (): Keyring => createKeyring('a secret for tests, longer than 32 characters');

/** A key that no random text holds by chance. */
export const plantedKey = 'planted-7Qf2xKd9LmZt4RwB8vNc';

export function anInput(fields: Partial<ModelInput> = {}): ModelInput {
  const open = { temperature: null, maxOutputTokens: null, reasoningEffort: null, systemPrompt: null };
  return {
    name: 'Plover 2',
    organisation: 'Shore Labs',
    license: 'Apache-2.0',
    link: null,
    baseUrl: 'http://127.0.0.1:8000/v1',
    providerModel: 'plover-2',
    aliases: [],
    weight: 1,
    concurrency: 4,
    dailyCapUsd: null,
    inputUsdPerMillion: null,
    outputUsdPerMillion: null,
    settings: { ...open, contextTokens: null },
    ...fields,
  };
}

export function aConfiguredModel(fields: Partial<ModelInput> = {}, apiKey: string | null = null): ConfiguredModel {
  const { apiKey: _, ...input } = anInput(fields);
  return { input, apiKey, state: 'active' };
}

export interface StoreOptions {
  readonly config?: Partial<ArenaConfig>;
  readonly keyring?: Keyring;
  readonly now?: () => number;
}

/** The stores of an arena on a database without rows. */
export interface Stores {
  readonly models: ModelsStore;
  readonly settings: SettingsStore;
  readonly spend: Spend;
}

/** Opens an arena's stores, as a start of the server does. */
export async function openStores(db: Kysely<Schema>, options: StoreOptions = {}): Promise<Stores> {
  const { keyring = aKeyring(), now = () => morning } = options;
  const config = { ...noConfig, ...options.config };
  const log = pino({ level: 'silent' });
  const ledger = await openLedger({ db, keyring, log, now, checkpointEveryMs: 3_600_000 });
  ledger.close();
  const settings = await openSettings({ db, now, config });
  const models = await openModels({ db, keyring, now, config });
  const spend = createSpend({ db, now, instanceCapUsd: () => settings.current().settings.dailyCapUsd });
  return { models, settings, spend };
}

/** Records of one type in the ledger, in its order. */
export async function leavesOf(db: Kysely<Schema>, type: string): Promise<Record<string, unknown>[]> {
  const rows = await db
    .selectFrom('ledger_leaves')
    .select('record')
    .where('type', '=', type)
    .orderBy('index')
    .execute();
  return rows.map(({ record }) => JSON.parse(record ?? 'null'));
}

/** A clock that stands still: nothing times out and nothing is tried again. */
export const stillRuntime: Runtime = {
  now: () => morning,
  sleep: () => new Promise(() => undefined),
  random: () => 0.5,
};

/** All events of an answer to one word. */
export async function answerOf(
  model: ChatModel,
  signal: AbortSignal = new AbortController().signal,
): Promise<ChatEvent[]> {
  const request = { messages: [{ role: 'user', content: 'Hello' }], maxOutputTokens: 100 } as const;
  const events: ChatEvent[] = [];
  for await (const event of model.stream(request, { signal })) events.push(event);
  return events;
}

/** A request to a model server. */
export interface Asked {
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

export type Reply = (response: ServerResponse, asked: Asked) => void;

/** Says `words`, with 10 tokens read and 5 written. */
export const says =
  (words: string): Reply =>
  (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const send = (value: unknown) => response.write(`data: ${JSON.stringify(value)}\n\n`);
    send({ choices: [{ delta: { content: words } }] });
    send({ choices: [{ delta: {}, finish_reason: 'stop' }] });
    send({ choices: [], usage: { prompt_tokens: 10, completion_tokens: 5 } });
    response.end('data: [DONE]\n\n');
  };

/** An OpenAI-compatible server on this machine while the work goes on. */
export async function withModelServer(
  reply: Reply,
  work: (baseUrl: string, asked: readonly Asked[]) => Promise<void>,
): Promise<void> {
  const asked: Asked[] = [];
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const one = { authorization: request.headers.authorization, body: JSON.parse((await text(request)) || '{}') };
    asked.push(one);
    reply(response, one);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // A server that listens on a port has an address of this kind.
  try {
    await work(`http://127.0.0.1:${port}/v1`, asked);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
