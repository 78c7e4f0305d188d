import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, expect, test } from 'vitest';
import { createApp } from '../http/app.ts';
import { servePages } from './pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'agon-pages-'));
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'index.html'), '<script nonce="__NONCE__"></script>');
writeFileSync(join(folder, 'assets', 'page-1.js'), '1');
afterAll(() => rmSync(folder, { recursive: true }));

const get = async (path: string, accept = 'text/html') => {
  const { app } = createApp({ log: pino({ level: 'silent' }), version: '1', isHttps: false });
  await servePages(app, folder);
  return app.request(`http://arena.test${path}`, { headers: { accept } });
};

test('each answer with the page has a nonce of its own, which its policy names', async () => {
  const nonces = new Set<string>();
  for (const path of ['/', '/board', '/battles/x']) {
    const response = await get(path);
    const nonce = /nonce="([^"]+)"/.exec(await response.text())?.[1] ?? '';
    expect(response.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});

test('files are kept for a year', async () => {
  const response = await get('/assets/page-1.js');
  expect([await response.text(), response.headers.get('cache-control')]).toEqual([
    '1',
    'public, max-age=31536000, immutable',
  ]);
});

test('an unknown address is a page for people and a problem for programs, and never a file from elsewhere', async () => {
  const forPeople = await get('/nowhere');
  expect([forPeople.status, forPeople.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8']);
  for (const [path, accept] of [
    ['/nowhere', 'application/json'],
    ['/api/nowhere', 'text/html'],
    ['/assets/nowhere.js', 'text/html'],
  ] as const) {
    expect(await (await get(path, accept)).json(), path).toMatchObject({ code: 'not-found' });
  }
  expect((await get('/assets/..%2f..%2f..%2fetc%2fpasswd')).status).toBe(404);
});
