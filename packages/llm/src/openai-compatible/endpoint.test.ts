import { expect, test } from 'vitest';
import { checkEndpoint } from './endpoint.ts';

test.each([
  ['http://127.0.0.1:11434/v1', 'http://127.0.0.1:11434/v1/chat/completions'],
  ['https://models.example/api/v1/', 'https://models.example/api/v1/chat/completions'],
  ['https://models.example/v1/chat/completions', 'https://models.example/v1/chat/completions'],
  ['https://models.example/openai/v1?api-version=3', 'https://models.example/openai/v1/chat/completions?api-version=3'],
  ['http://models.example', 'http://models.example/chat/completions'],
])('%s is asked at %s', (baseUrl, url) => {
  expect(checkEndpoint({ baseUrl, model: 'm' }).url).toBe(url);
});

test.each([
  ['baseUrl', { baseUrl: 'models.example/v1' }],
  ['baseUrl', { baseUrl: 'file:///etc/passwd' }],
  ['baseUrl', { baseUrl: 'https://user:hunter2-pass@models.example/v1' }],
  ['model', { model: ' ' }],
  ['apiKey', { apiKey: 'hunter2-pass\n' }],
  ['apiKey', { apiKey: 'hunter2-pass…' }],
  ['headers', { headers: { 'x y': 'hunter2-pass' } }],
  ['headers["x"]', { headers: { x: 'hunter2-pass\r\nhost: y' } }],
])('a bad %s is refused by name and not quoted', (field, part) => {
  const check = (): unknown => checkEndpoint({ baseUrl: 'https://models.example/v1', model: 'm', ...part });
  expect(check).toThrow(expect.objectContaining({ code: 'invalid-request', message: expect.stringContaining(field) }));
  expect(check).not.toThrow(/hunter2/);
});
