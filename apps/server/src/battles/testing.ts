import type { ChatModel, ModelErrorCode } from '@agon/llm';
import { ModelError } from '@agon/llm';
import type { Kysely } from 'kysely';
import { pino } from 'pino';
import { json } from '../database/json.ts';
import type { Schema } from '../database/schema.ts';
import { openLedger } from '../ledger/ledger.ts';
import type { Contestant, Lineup } from '../models/lineup.ts';
import { createKeyring } from '../secrets/keyring.ts';
import { defaultSettings } from '../settings/settings.ts';
import { uuidv7 } from '../uuid.ts';
import { CONSENT_VERSION, createVisitors, type Visitor } from '../visitors/visitors.ts';
import { createDraw } from './draw.ts';
import { type Battles, createBattles } from './service.ts';

/** What a scripted model does when it is asked: a text, an error, or nothing until it is stopped. */
export type Script =
  | { readonly text: string; readonly inputTokens?: number }
  | { readonly error: ModelErrorCode }
  | 'hang';

/** Battles on a database, with two models whose answers a test writes. */
export interface TestArena {
  readonly battles: Battles;
  readonly db: Kysely<Schema>;
  readonly lineup: Lineup;
  /** The next answers of a model, in order; the last one stays. */
  readonly scripts: Map<string, Script[]>;
  /** Everything that was asked. */
  readonly asked: { readonly model: string; readonly messages: readonly string[] }[];
  visitor(): Promise<Visitor>;
  /** Marks a model as retired. */
  retire(name: string): void;
  /** The battles as a new start of the server finds them, the former start having been killed. */
  restarted(): Battles;
  close(): Promise<void>;
}

/** Names of the two models. */
export const names = ['plover-1', 'wren-2'] as const;

/** Sets up an arena on an empty, migrated database. `lag` moves the clock by so many milliseconds. */
export async function testArena(db: Kysely<Schema>, lag: () => number = () => 0): Promise<TestArena> {
  const now = () => Date.now() + lag();
  const scripts = new Map<string, Script[]>(
    names.map((name) => [name, [{ text: `A short answer by nobody in particular.` }]]),
  );
  const asked: { model: string; messages: readonly string[] }[] = [];
  const keyring = createKeyring('a secret of tests, of more than thirty-two characters');
  // Errors that no test expects are to be seen.
  const log = pino({ level: 'error' });
  const ledger = await openLedger({ db, keyring, log, now, checkpointEveryMs: 60_000 });
  await db
    .insertInto('policies')
    .values({ version: 1, policy: json<unknown>({ kind: 'uniform' }), created_at: now() })
    .execute();
  const contestants: Contestant[] = [];
  for (const name of names) contestants.push(await addModel(db, name, scriptedModel(name, scripts, asked)));
  const retired = new Set<string>();
  const lineup = lineupOf(contestants, retired);
  const settings = {
    current: () => ({ settings: { ...defaultSettings, policy: { kind: 'uniform' as const } }, policyVersion: 1 }),
  };
  const draw = createDraw({ lineup, settings, fit: async () => null, random: Math.random });
  const restarted = () => createBattles({ db, keyring, lineup, settings, draw, log, now, onRevealed: () => {} });
  const battles = restarted();
  const visitors = createVisitors({ db, keyring, now });
  return {
    battles,
    db,
    lineup,
    scripts,
    asked,
    retire: (name) => retired.add(name),
    restarted,
    visitor: async () => visitors.setConsent(await visitors.create(), 'private', CONSENT_VERSION),
    async close() {
      await battles.close(0);
      ledger.close();
    },
  };
}

/** Waits until something holds of a battle; fails after ten seconds. */
export async function until<Value>(read: () => Promise<Value>, holds: (value: Value) => boolean): Promise<Value> {
  for (const start = performance.now(); ; ) {
    const value = await read();
    if (holds(value)) return value;
    if (performance.now() - start > 10_000) throw new Error(`It never came: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function scriptedModel(name: string, scripts: Map<string, Script[]>, asked: TestArena['asked']): ChatModel {
  return {
    async *stream({ messages }, { signal }) {
      asked.push({ model: name, messages: messages.map(({ role, content }) => `${role}: ${content}`) });
      const queue = scripts.get(name) ?? [];
      const script = (queue.length > 1 ? queue.shift() : queue[0]) ?? 'hang';
      if (script === 'hang') {
        await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
        yield { type: 'error', error: new ModelError('cancelled', 'stopped') };
      } else if ('error' in script) yield { type: 'error', error: new ModelError(script.error, 'scripted') };
      else {
        yield { type: 'text', text: script.text };
        yield { type: 'usage', inputTokens: script.inputTokens ?? 10, outputTokens: 20 };
        yield { type: 'finish', reason: 'stop' };
      }
    },
  };
}

async function addModel(db: Kysely<Schema>, name: string, chat: ChatModel): Promise<Contestant> {
  const modelId = uuidv7(Date.now());
  const revision = uuidv7(Date.now());
  const facts = { organisation: `${name} & sons`, license: null, link: null, state: 'active' as const };
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('models')
      .values({
        id: modelId,
        name,
        ...facts,
        source: 'admin',
        concurrency: 8,
        daily_cap_usd: null,
        input_usd_per_million: 1,
        output_usd_per_million: 2,
        revision,
        created_at: 0,
        updated_at: 0,
      })
      .execute();
    await tx
      .insertInto('model_revisions')
      .values({
        id: revision,
        model_id: modelId,
        number: 1,
        provider: 'openai-compatible',
        base_url: 'http://127.0.0.1:9/v1',
        provider_model: name,
        secret_id: null,
        created_at: 0,
      })
      .execute();
  });
  return {
    revision,
    modelId,
    name,
    ...facts,
    demo: false,
    aliases: [],
    conditions: { temperature: null, maxOutputTokens: 1_000, reasoningEffort: null, systemPrompt: null },
    price: { inputUsdPerMillion: 1, outputUsdPerMillion: 2 },
    chat,
  };
}

function lineupOf(contestants: readonly Contestant[], retired: ReadonlySet<string>): Lineup {
  const ready = { weight: 1, isReady: true, canServe: true };
  const candidates = async () => contestants.map(({ revision, name }) => ({ revision, name, ...ready }));
  return {
    candidates,
    drawable: candidates,
    async contestant(revision) {
      const found = contestants.find((contestant) => contestant.revision === revision);
      if (found === undefined) throw new Error(`No contestant ${revision}.`);
      return retired.has(found.name) ? { ...found, state: 'retired' } : found;
    },
    everyone: async () => contestants,
    isDemo: async () => false,
    close: () => {},
  };
}
