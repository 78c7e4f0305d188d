import { test } from '@fast-check/vitest';
import { Hono } from 'hono';
import type { Kysely } from 'kysely';
import { pino } from 'pino';
import { expect } from 'vitest';
import type { Schema } from '../database/schema.ts';
import { testDatabases } from '../database/testing/test-databases.ts';
import { mountOn } from '../http/mount.ts';
import { answerProblem } from '../http/problems.ts';
import { createAdmin } from './admin-sessions.ts';
import { adminRoutes } from './routes.ts';

const morning = Date.UTC(2026, 10, 24, 10);
const minuteMs = 60_000;
const dayMs = 86_400_000;

/** The session routes under a clock that the test moves. */
function aSite(db: Kysely<Schema>, isHttps = false) {
  const clock = { now: morning };
  const admin = createAdmin({ db, now: () => clock.now, isHttps });
  const app = new Hono();
  app.onError((error, context) => answerProblem(error, context, pino({ level: 'silent' })));
  adminRoutes(mountOn(app), admin);
  app.get('/open', async (context) => context.text(String(await admin.isOpen(context))));
  const session = (method: string, cookie: string, body?: object) =>
    app.request('/api/admin/session', {
      method,
      headers: { cookie, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
  return { admin, clock, app, session };
}

const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';

testDatabases('sessions of admins', (database) => {
  test('a link opens one session for seven days', async () => {
    const { admin, clock, session } = aSite(database().db);
    const opened = await session('POST', '', { link: await admin.createLink() });
    expect(opened.status).toBe(200);
    expect(await opened.json()).toStrictEqual({ expiresAt: morning + 7 * dayMs });
    const cookie = cookieOf(opened);
    clock.now += 7 * dayMs - 1;
    expect((await session('GET', cookie)).status).toBe(200);
    clock.now += 1;
    expect((await session('GET', cookie)).status).toBe(401);
  });

  test('the cookie is out of reach of scripts and of other sites', async () => {
    const { db } = database();
    for (const isHttps of [false, true]) {
      const { admin, session } = aSite(db, isHttps);
      const opened = await session('POST', '', { link: await admin.createLink() });
      const cookie = opened.headers.get('set-cookie') ?? '';
      expect(cookie).toContain('HttpOnly');
      expect(cookie).toContain('SameSite=Strict');
      expect(cookie.includes('Secure')).toBe(isHttps);
    }
  });

  test('a link works once, even for two at the same moment, and for 15 minutes', async () => {
    const { admin, clock, session } = aSite(database().db);
    const link = await admin.createLink();
    const both = await Promise.all([session('POST', '', { link }), session('POST', '', { link })]);
    expect(both.map(({ status }) => status).toSorted()).toStrictEqual([200, 401]);
    const late = await admin.createLink();
    clock.now += 15 * minuteMs;
    const refused = await session('POST', '', { link: late });
    expect([refused.status, await refused.json()]).toMatchObject([401, { code: 'link-invalid' }]);
  });

  test('nothing that is stored opens anything', async () => {
    const { db } = database();
    const { admin, session } = aSite(db);
    const link = await admin.createLink();
    const [stored] = await db.selectFrom('admin_links').selectAll().execute();
    const hash = Buffer.from(stored?.hash ?? []);
    for (const guess of [hash.toString('base64url'), hash.toString('hex'), `${link}x`, link.slice(1)]) {
      expect((await session('POST', '', { link: guess })).status).toBe(401);
    }
    const cookie = cookieOf(await session('POST', '', { link }));
    const [kept] = await db.selectFrom('admin_sessions').selectAll().execute();
    const forged = `agon_admin=${Buffer.from(kept?.hash ?? []).toString('base64url')}`;
    expect((await session('GET', forged)).status).toBe(401);
    expect(cookie).not.toContain(forged);
  });

  test('a session that is closed is closed everywhere, and no other with it', async () => {
    const { admin, app, session } = aSite(database().db);
    const one = cookieOf(await session('POST', '', { link: await admin.createLink() }));
    const other = cookieOf(await session('POST', '', { link: await admin.createLink() }));
    const closed = await session('DELETE', one);
    expect(closed.headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await session('GET', one)).status).toBe(401);
    expect(await (await app.request('/open', { headers: { cookie: other } })).text()).toBe('true');
    expect(await (await app.request('/open')).text()).toBe('false');
  });

  test('what has run out is swept away', async () => {
    const { db } = database();
    const { admin, clock, session } = aSite(db);
    await session('POST', '', { link: await admin.createLink() });
    clock.now += 8 * dayMs;
    await session('POST', '', { link: await admin.createLink() });
    expect(await db.selectFrom('admin_links').selectAll().execute()).toHaveLength(1);
    expect(await db.selectFrom('admin_sessions').selectAll().execute()).toHaveLength(1);
  });
});
