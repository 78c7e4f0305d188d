import { lookup } from 'node:dns/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { type Admin, createAdmin } from './admin/admin-sessions.ts';
import { adminRoutes } from './admin/routes.ts';
import { createDraw } from './battles/draw.ts';
import { createRateLimit } from './battles/rate-limit.ts';
import { battleRoutes } from './battles/routes.ts';
import { createBattles } from './battles/service.ts';
import type { ArenaConfig } from './config/config.ts';
import type { Schema } from './database/schema.ts';
import { createApp } from './http/app.ts';
import { healthRoute } from './http/health.ts';
import { createLiveBoards } from './leaderboards/live-board.ts';
import { leaderboardRoutes } from './leaderboards/routes.ts';
import { openLedger } from './ledger/ledger.ts';
import { ledgerRoutes } from './ledger/routes.ts';
import { createLineup } from './models/contestants.ts';
import { openModels } from './models/models-store.ts';
import { modelRoutes } from './models/routes.ts';
import { createSafeFetch } from './models/safe-fetch.ts';
import { createSpend } from './models/spend.ts';
import type { Keyring } from './secrets/keyring.ts';
import { requireSameSecret } from './secrets/same-secret.ts';
import { settingsRoutes } from './settings/routes.ts';
import { openSettings } from './settings/settings-store.ts';
import { visitorRoutes } from './visitors/routes.ts';
import { createSessions } from './visitors/sessions.ts';
import { createVisitors } from './visitors/visitors.ts';

/** What an arena is put together from. */
export interface ArenaParts {
  readonly db: Kysely<Schema>;
  readonly keyring: Keyring;
  readonly config: ArenaConfig;
  readonly log: Logger;
  readonly version: string;
  readonly isHttps: boolean;
  /** Whether only this machine can reach the arena. */
  readonly listensOnLoopback: boolean;
  readonly checkpointEveryMs: number;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

/** An arena that answers requests. */
export interface Arena {
  readonly app: Hono;
  readonly admin: Admin;
  /** Models that are drawn now. */
  lineup(): Promise<{ readonly demo: boolean; readonly models: readonly string[] }>;
  /** Takes no new questions, lets running answers end for a while, signs the ledger. The database is closed by its owner. */
  close(patienceMs: number): Promise<void>;
}

/** Puts the features of an arena together on an open database. */
export async function createArena(parts: ArenaParts): Promise<Arena> {
  const { db, keyring, config, log, version, isHttps, now, random } = parts;
  const { trustedProxies, privateHosts } = config;
  let isClosing = false;

  // Before the ledger, which signs at once: another secret would sign the same log under another key.
  await requireSameSecret(db, keyring, now());
  const ledger = await openLedger({ db, keyring, log, now, checkpointEveryMs: parts.checkpointEveryMs });
  const settings = await openSettings({ db, now, config });
  const models = await openModels({ db, keyring, now, config });
  const rules = { privateHosts, listensOnLoopback: parts.listensOnLoopback };
  const safeFetch = createSafeFetch({ rules, lookUp: (host) => lookup(host, { all: true }) });
  const spend = createSpend({ db, now, instanceCapUsd: () => settings.current().settings.dailyCapUsd });
  const runtime = { now, random, sleep: (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }) };
  const lineup = createLineup({ models, settings, spend, runtime, fetch: safeFetch.fetch });
  const boards = createLiveBoards({ db, lineup, ledger, now });
  const draw = createDraw({ lineup, settings, fit: boards.fit, random });
  const battles = createBattles({ db, keyring, lineup, settings, draw, log, now, onRevealed: boards.changed });
  await battles.resume();
  const visitors = createVisitors({ db, keyring, now });
  const sessions = createSessions(visitors, { isHttps });
  const rateLimit = createRateLimit(settings);
  const admin = createAdmin({ db, now, isHttps });

  const { app, mount } = createApp({ log, version, isHttps });
  const isAdmin = admin.isOpen;
  visitorRoutes(mount, { visitors, sessions, settings, lineup, rateLimit, isAdmin, trustedProxies });
  battleRoutes(mount, { battles, sessions, rateLimit, trustedProxies });
  leaderboardRoutes(mount, boards);
  ledgerRoutes(mount, ledger);
  adminRoutes(mount, admin);
  settingsRoutes(mount, {
    admin,
    settings,
    spentTodayUsd: async () => (await spend.today()).get('instance') ?? 0,
  });
  modelRoutes(mount, { db, admin, models, spend, safeFetch, runtime, onChanged: boards.changed });
  healthRoute(mount, { db, version, now, isClosing: () => isClosing });

  return {
    app,
    admin,
    async lineup() {
      const candidates = await lineup.candidates(0);
      return { demo: await lineup.isDemo(), models: candidates.map(({ name }) => name) };
    },
    async close(patienceMs) {
      isClosing = true;
      await battles.close(patienceMs);
      lineup.close();
      safeFetch.close();
      await ledger.sign();
      ledger.close();
    },
  };
}
