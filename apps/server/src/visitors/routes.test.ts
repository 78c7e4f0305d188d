import { createClient } from '@agon/api/client';
import { test } from '@fast-check/vitest';
import { pino } from 'pino';
import { expect } from 'vitest';
import { testDatabases } from '../database/testing/test-databases.ts';
import { createApp } from '../http/app.ts';
import { createLineup } from '../models/contestants.ts';
import { aKeyring, anInput, morning, openStores, stillRuntime } from '../models/testing.ts';
import { visitorRoutes } from './routes.ts';
import { createSessions } from './sessions.ts';
import { CONSENT_VERSION, createVisitors } from './visitors.ts';

testDatabases('the page of an arena', (database) => {
  test('stays open when the money of the day is spent, with all its models', async () => {
    const { db } = database();
    const stores = await openStores(db);
    for (const name of ['Plover', 'Wren'])
      await stores.models.add(anInput({ name, inputUsdPerMillion: 1, outputUsdPerMillion: 1 }));
    await stores.settings.set({ ...stores.settings.current().settings, dailyCapUsd: 0 });
    const lineup = createLineup({ ...stores, runtime: stillRuntime, fetch });
    const visitors = createVisitors({ db, keyring: aKeyring(), now: () => morning });
    const { app, mount } = createApp({ log: pino({ level: 'silent' }), version: '1', isHttps: false });
    visitorRoutes(mount, {
      ...{ visitors, sessions: createSessions(visitors, { isHttps: false }), settings: stores.settings, lineup },
      rateLimit: {
        allowance: async () => ({ left: 5, retryAfterSeconds: 0 }),
        take: async () => undefined,
        takeTurn: async () => undefined,
      },
      isAdmin: async () => false,
      trustedProxies: [],
    });
    const call = createClient({
      origin: 'http://arena.test',
      fetch: async (input, init) =>
        app.request(String(input), init, { incoming: { socket: { remoteAddress: '203.0.113.7' } } }),
    });
    expect(await call('arena')).toMatchObject({ demo: false, models: 2 });
    const consent = await call('setConsent', { body: { choice: 'private', version: CONSENT_VERSION } });
    expect(consent.visitor.consent).toBe('private');
    const preferences = await call('setPreferences', { body: { revealAtOnce: true } });
    expect(preferences.visitor.preferences).toMatchObject({ revealAtOnce: true });
    await expect(lineup.drawable(10)).rejects.toMatchObject({ code: 'budget-spent' });
  });
});
