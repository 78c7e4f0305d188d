import { contract, type EndpointName, endpoints } from '@agon/api';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createApp } from './app.ts';
import { Refused } from './refused.ts';

function anApp() {
  const { app, mount } = createApp({ log: pino({ level: 'silent' }), version: '1.2.3', isHttps: false });
  mount.on('openAdminSession', async ({ body }) => {
    if (body.link === 'broken') throw new Error('a secret detail');
    if (body.link !== 'good') throw new Refused('link-invalid', 'This link was used.', { retryAfterSeconds: 7 });
    return { expiresAt: 5 };
  });
  return app;
}

const post = (body: string, headers: Record<string, string> = {}) =>
  anApp().request('http://arena.test/api/admin/session', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', host: 'arena.test', ...headers },
  });

test('a call of the contract is parsed, called and answered', async () => {
  const response = await post('{"link":"good"}');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ expiresAt: 5 });
  expect(response.headers.get('cache-control')).toBe('no-store');
});

test('a refusal is a problem with a stable code, and says when to come back', async () => {
  const response = await post('{"link":"old"}');
  expect(response.status).toBe(401);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('retry-after')).toBe('7');
  expect(await response.json()).toEqual({
    type: '/problems/link-invalid',
    code: 'link-invalid',
    title: 'Link invalid',
    status: 401,
    detail: 'This link was used.',
    retryAfterSeconds: 7,
  });
});

test('a body that is wrong is refused with the field, one that is not JSON with a sentence', async () => {
  expect(await (await post('{"link":""}')).json()).toMatchObject({ code: 'invalid-request', field: 'link' });
  expect(await (await post('{')).json()).toMatchObject({ code: 'invalid-request', detail: 'The body is not JSON.' });
  expect(await (await post('link=good', { 'content-type': 'text/plain' })).json()).toMatchObject({
    code: 'invalid-request',
  });
  expect(await (await post(`{"link":"${'x'.repeat(9_000_000)}"}`)).json()).toMatchObject({ code: 'body-too-large' });
});

test('an unexpected error tells nobody what it was', async () => {
  const response = await post('{"link":"broken"}');
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('secret');
});

test('writes from pages of other sites are refused', async () => {
  for (const headers of [{ origin: 'https://evil.test' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }]) {
    expect(await (await post('{"link":"good"}', headers)).json(), JSON.stringify(headers)).toMatchObject({
      code: 'origin-refused',
    });
  }
  expect((await post('{"link":"good"}', { origin: 'http://arena.test', 'sec-fetch-site': 'same-origin' })).status).toBe(
    200,
  );
});

test('every answer carries the security headers, errors and unknown addresses too', async () => {
  const answers = [
    await post('{"link":"good"}'),
    await post('{'),
    await post('{"link":"broken"}'),
    await anApp().request('/nothing/here'),
  ];
  for (const { headers } of answers) {
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('strict-transport-security')).toBeNull();
  }
  expect(await answers[3]?.json()).toMatchObject({ code: 'not-found' });
});

test('the contract is served as OpenAPI 3.1, each call with its refusals', async () => {
  const document = JSON.parse(await (await anApp().request('/api/openapi.json')).text());
  expect(document.openapi).toBe('3.1.0');
  for (const name of Object.keys(contract) as EndpointName[]) {
    const { method, path } = endpoints[name];
    const operation = document.paths[path][method.toLowerCase()];
    expect(operation.operationId).toBe(name);
    const described = Object.values(operation.responses as Record<string, { description: string }>).map(
      ({ description }) => description,
    );
    for (const code of contract[name].refusals) expect(described.join(), `${name} ${code}`).toContain(code);
  }
});
