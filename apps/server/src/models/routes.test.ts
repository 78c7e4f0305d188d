import { Writable } from 'node:stream';
import { createClient } from '@agon/api/client';
import type { Runtime } from '@agon/llm';
import { test } from '@fast-check/vitest';
import { type Kysely, sql } from 'kysely';
import { pino } from 'pino';
import { expect } from 'vitest';
import { createAdmin } from '../admin/admin-sessions.ts';
import { adminRoutes } from '../admin/routes.ts';
import type { Schema } from '../database/schema.ts';
import { testDatabases } from '../database/testing/test-databases.ts';
import { createApp } from '../http/app.ts';
import { createKeyring } from '../secrets/keyring.ts';
import { settingsRoutes } from '../settings/routes.ts';
import { defaultSettings } from '../settings/settings.ts';
import { createLineup } from './contestants.ts';
import { modelRoutes } from './routes.ts';
import { createSafeFetch } from './safe-fetch.ts';
import { instanceScope } from './spend.ts';
import {
  aConfiguredModel,
  anInput,
  answerOf,
  morning,
  openStores,
  plantedKey,
  type Reply,
  type StoreOptions,
  says,
  stillRuntime,
  withModelServer,
} from './testing.ts';

/** Tries again at once, and still times nothing out. */
const hastyRuntime: Runtime = {
  ...stillRuntime,
  sleep: (ms, signal) => (ms < 10_000 ? Promise.resolve() : stillRuntime.sleep(ms, signal)),
};

/** The admin's part of a server, called as a browser does. */
async function openAdminSite(db: Kysely<Schema>, options: StoreOptions = {}) {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const now = () => morning;
  const log = pino({ level: 'trace' }, stream);
  const stores = await openStores(db, options);
  const rules = { privateHosts: options.config?.privateHosts ?? [], listensOnLoopback: true };
  const safeFetch = createSafeFetch({ rules, lookUp: () => Promise.reject(new Error('No names here.')) });
  const admin = createAdmin({ db, now, isHttps: false });
  const { app, mount } = createApp({ log, version: '1', isHttps: false });
  const changes: number[] = [];
  const { models, settings, spend } = stores;
  adminRoutes(mount, admin);
  settingsRoutes(mount, { admin, settings, spentTodayUsd: async () => (await spend.today()).get(instanceScope) ?? 0 });
  modelRoutes(mount, {
    ...{ db, admin, models, spend, safeFetch, runtime: stillRuntime, places: [] },
    onChanged: () => changes.push(1),
  });
  const answers: string[] = [];
  let cookie = '';
  const call = createClient({
    origin: 'http://arena.test',
    fetch: async (input, init) => {
      const response = await app.request(String(input), { ...init, headers: { ...init?.headers, cookie } });
      const set = response.headers.get('set-cookie');
      if (set !== null) cookie = set.split(';')[0] ?? '';
      answers.push(JSON.stringify([...response.headers]) + (await response.clone().text()));
      return response;
    },
  });
  const lineup = createLineup({ ...stores, runtime: hastyRuntime, fetch: safeFetch.fetch });
  return { ...stores, admin, call, lineup, lines, answers, changes, close: () => safeFetch.close() };
}

/** The same, with a session open. */
async function openAsAdmin(db: Kysely<Schema>, options: StoreOptions = {}) {
  const site = await openAdminSite(db, options);
  await site.call('openAdminSession', { body: { link: await site.admin.createLink() } });
  return site;
}

const refusal = (code: string, field?: string) => ({ problem: { code, ...(field !== undefined && { field }) } });

testDatabases('the admin of models', (database) => {
  test('is nobody without a session', async () => {
    const { call, models, close } = await openAdminSite(database().db);
    const [demo] = models.all();
    const params = { model: demo?.id ?? '' };
    const calls = {
      adminModels: () => call('adminModels'),
      addModel: () => call('addModel', { body: anInput() }),
      editModel: () => call('editModel', { params, body: anInput() }),
      setModelState: () => call('setModelState', { params, body: { state: 'paused' } }),
      testModel: () => call('testModel', { params }),
      testNewModel: () => call('testNewModel', { body: anInput() }),
      discover: () => call('discover'),
      settings: () => call('settings'),
      setSettings: () => call('setSettings', { body: defaultSettings }),
      adminSession: () => call('adminSession'),
      closeAdminSession: () => call('closeAdminSession'),
    };
    for (const [name, refused] of Object.entries(calls)) {
      await expect(refused(), name).rejects.toMatchObject(refusal('admin-required'));
    }
    expect(models.all().every(({ source, state }) => source === 'demo' && state === 'active')).toBe(true);
    close();
  });

  test('adds, edits, pauses and sees a model, its key never', async () => {
    const { call, changes, answers, close } = await openAsAdmin(database().db);
    const added = await call('addModel', { body: anInput({ apiKey: plantedKey }) });
    expect(added).toMatchObject({
      name: 'Plover 2',
      source: 'admin',
      drawn: true,
      key: 'stored',
      revision: 1,
      spentTodayUsd: 0,
    });
    const params = { model: added.id };
    const edited = await call('editModel', { params, body: anInput({ providerModel: 'plover-3' }) });
    expect(edited).toMatchObject({ revision: 2, key: 'stored', providerModel: 'plover-3' });
    expect(await call('setModelState', { params, body: { state: 'paused' } })).toMatchObject({
      state: 'paused',
      drawn: false,
    });
    const all = await call('adminModels');
    expect(all.filter(({ drawn }) => drawn).every(({ source, baseUrl }) => source === 'demo' && baseUrl === null)).toBe(
      true,
    );
    expect(all.at(-1)).toMatchObject({ id: added.id, health: { battles: 0, answers: 0, failures: {} } });
    expect(changes).toHaveLength(3);
    expect(answers.join()).not.toContain(plantedKey);
    close();
  });

  test('is refused addresses that the configuration does not allow, with the line that would', async () => {
    const { call, close } = await openAsAdmin(database().db);
    const body = anInput({ baseUrl: 'http://10.0.0.5:8000/v1' });
    const refused = refusal('address-refused', 'baseUrl');
    await expect(call('addModel', { body })).rejects.toMatchObject(refused);
    await expect(call('addModel', { body })).rejects.toThrow('"privateHosts": ["10.0.0.5:8000"]');
    await expect(call('testNewModel', { body })).rejects.toMatchObject(refused);
    const { id } = await call('addModel', { body: anInput() });
    await expect(call('editModel', { params: { model: id }, body })).rejects.toMatchObject(refused);
    close();
  });

  test('is told which model is taken, gone, or set by the file', async () => {
    const config = { file: 'agon.config.json', models: [aConfiguredModel({ name: 'Wren' }, plantedKey)] };
    const { call, close } = await openAsAdmin(database().db, { config });
    await call('addModel', { body: anInput() });
    await expect(call('addModel', { body: anInput() })).rejects.toMatchObject(refusal('model-exists', 'name'));
    const params = { model: '0199f0a0-5c1e-7a44-9a52-1f0c6e5b7d01' };
    await expect(call('testModel', { params })).rejects.toMatchObject(refusal('model-not-found'));
    const wren = (await call('adminModels')).find(({ name }) => name === 'Wren');
    expect(wren).toMatchObject({ source: 'config', key: 'environment' });
    const ofFile = { params: { model: wren?.id ?? '' } };
    await expect(call('editModel', { ...ofFile, body: anInput() })).rejects.toMatchObject(refusal('model-from-config'));
    await expect(call('setModelState', { ...ofFile, body: { state: 'paused' } })).rejects.toThrow('agon.config.json');
    close();
  });

  test('sees and changes the settings, and what they spent', async () => {
    const config = { file: 'agon.config.json', settings: { turns: 5 } };
    const { call, spend, models, close } = await openAsAdmin(database().db, { config });
    const [model] = models.all();
    if (model !== undefined) await spend.budgetOf(model).reserve(0.5);
    const view = await call('settings');
    expect(view).toMatchObject({
      config: { file: 'agon.config.json', fields: ['turns'] },
      spentTodayUsd: 0.5,
      policyVersion: 1,
    });
    const changed = await call('setSettings', { body: { ...view.settings, policy: { kind: 'uniform' } } });
    expect(changed).toMatchObject({ policyVersion: 2, settings: { turns: 5, policy: { kind: 'uniform' } } });
    await expect(call('setSettings', { body: { ...view.settings, turns: 6 } })).rejects.toMatchObject(
      refusal('invalid-request', 'turns'),
    );
    close();
  });
});

testDatabases('saying hi', (database) => {
  test('a saved model and one that is not saved answer with latency, tokens and cost', async () => {
    await withModelServer(says('Hi there!'), async (baseUrl, asked) => {
      const { call, spend, close } = await openAsAdmin(database().db);
      const body = anInput({ baseUrl, apiKey: plantedKey, inputUsdPerMillion: 1, outputUsdPerMillion: 2 });
      const hi = { ok: true, text: 'Hi there!', inputTokens: 10, outputTokens: 5, costUsd: 0.00002 };
      expect(await call('testNewModel', { body })).toMatchObject(hi);
      expect((await spend.today()).size).toBe(0);
      const { id } = await call('addModel', { body });
      expect(await call('testModel', { params: { model: id } })).toMatchObject(hi);
      expect((await spend.today()).get(id)).toBeCloseTo(0.00002, 12);
      expect(asked.map(({ authorization }) => authorization)).toStrictEqual(Array(2).fill(`Bearer ${plantedKey}`));
      close();
    });
  });

  test('a key stored under another secret is told as lost, and the model is not asked', async () => {
    const { db } = database();
    await withModelServer(says('Hi'), async (baseUrl, asked) => {
      const first = await openAsAdmin(db);
      const { id } = await first.call('addModel', { body: anInput({ baseUrl, apiKey: plantedKey }) });
      const second = await openAsAdmin(db, {
        keyring: createKeyring('a second secret, also longer than 32 characters'),
      });
      expect(await second.call('testModel', { params: { model: id } })).toMatchObject({
        ok: false,
        code: 'secret-lost',
      });
      expect((await second.call('adminModels')).at(-1)).toMatchObject({ key: 'stored' });
      expect(asked).toHaveLength(0);
      first.close();
      second.close();
    });
  });

  test('an address that is no longer allowed is told with what to do', async () => {
    const { db } = database();
    const config = { privateHosts: ['10.0.0.5:8000'] };
    const first = await openAsAdmin(db, { config });
    const { id } = await first.call('addModel', { body: anInput({ baseUrl: 'http://10.0.0.5:8000/v1' }) });
    const second = await openAsAdmin(db);
    expect(await second.call('testModel', { params: { model: id } })).toMatchObject({
      ok: false,
      code: 'address-refused',
      message: expect.stringContaining('privateHosts'),
    });
    first.close();
    second.close();
  });

  test('no servers are found where none are', async () => {
    const { call, close } = await openAsAdmin(database().db);
    expect(await call('discover')).toStrictEqual([]);
    close();
  });
});

/** Servers that fail in the ways that repeat what they were sent. */
const echoes: readonly Reply[] = [
  (response, { authorization }) => {
    const error = { message: `Incorrect API key provided: ${authorization}`, type: 'invalid_request_error' };
    response
      .writeHead(401, { 'content-type': 'application/json', 'x-key': authorization })
      .end(JSON.stringify({ error }));
  },
  (response, { authorization }) => response.writeHead(500).end(`<html>${authorization}</html>`),
  (response, { authorization }) =>
    response.writeHead(302, { location: `http://127.0.0.1/?k=${plantedKey}` }).end(authorization),
  (response, { authorization }) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(`data: ${JSON.stringify({ error: { message: authorization } })}\n\n`);
  },
  (response) => response.destroy(),
];

testDatabases('a key', (database) => {
  test('is in no table, log line, error or response of a run full of errors', async () => {
    const { db } = database();
    const site = await openAsAdmin(db);
    for (const [k, reply] of echoes.entries()) {
      await withModelServer(reply, async (baseUrl) => {
        const body = anInput({ name: `Echo ${k}`, baseUrl, apiKey: plantedKey });
        expect(await site.call('testNewModel', { body })).toMatchObject({ ok: false });
        const { id } = await site.call('addModel', { body });
        expect(await site.call('testModel', { params: { model: id } })).toMatchObject({ ok: false });
        await expect(site.call('addModel', { body })).rejects.toMatchObject(refusal('model-exists'));
        await expect(site.call('addModel', { body: { ...body, weight: -1 } })).rejects.toMatchObject(
          refusal('invalid-request'),
        );
        const broken = { ...body, apiKey: `${plantedKey}\n${plantedKey}` };
        await expect(site.call('addModel', { body: broken })).rejects.toMatchObject(
          refusal('invalid-request', 'apiKey'),
        );
        const { chat } = await site.lineup.contestant(site.models.find(id).revision.id);
        const end = (await answerOf(chat)).at(-1);
        expect(end).toMatchObject({ type: 'error' });
        if (end?.type === 'error')
          site.lines.push(end.error.message, JSON.stringify(end.error), String(end.error.stack));
      });
    }
    await site.call('adminModels');
    const dump = site.lines.join('\n') + site.answers.join('\n') + (await dumpOf(db));
    expect(dump.length).toBeGreaterThan(5_000);
    for (const piece of [
      plantedKey,
      plantedKey.slice(0, 12),
      plantedKey.slice(-12),
      hexOf(plantedKey),
      base64Of(plantedKey),
    ]) {
      expect(dump).not.toContain(piece);
    }
    site.close();
  });
});

async function dumpOf(db: Kysely<Schema>): Promise<string> {
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = current_schema()`.execute(db);
  let dump = '';
  for (const { name } of tables.rows) {
    // Bytes come as hexadecimal text.
    const rows = await sql<{ row: string }>`select row_to_json(t)::text as row from ${sql.table(name)} t`.execute(db);
    dump += rows.rows.map(({ row }) => row).join('\n');
  }
  return dump;
}

const hexOf = (text: string) => Buffer.from(text).toString('hex');
const base64Of = (text: string) => Buffer.from(text).toString('base64').replace(/=+$/, '');
