import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { redact } from './redact.ts';

test('a key is hidden', () => {
  expect(redact('Incorrect API key: sk-live-12345678', ['sk-live-12345678'])).toBe('Incorrect API key: [hidden]');
});

test.each([
  ['a bearer token of somebody else', 'Authorization: Bearer abc.def', 'Authorization: Bearer [hidden]'],
  ['a header in JSON', '{"x-api-key":"abc123"}', '{"x-api-key":"[hidden]"}'],
  ['a key that the server masked', 'key abcd********wxyz is wrong', 'key [hidden] is wrong'],
  ['a key of a known form', 'use sk-proj-a1b2c3d4 now', 'use [hidden] now'],
])('%s is hidden without being known', (_, text, shown) => {
  expect(redact(text, [])).toBe(shown);
});

test('ordinary words stay', () => {
  const text = 'The model `qwen3:8b` does not exist; basic checks failed (HTTP 404).';
  expect(redact(text, ['a-key-of-no-importance'])).toContain('The model `qwen3:8b` does not exist');
});

test.prop([fc.string({ minLength: 6, maxLength: 80 }), fc.string(), fc.string()])(
  'no piece of six characters of a secret is left',
  (secret, before, after) => {
    const shown = redact(`${before}${secret}${after}`, [secret]);
    for (let k = 0; k + 6 <= secret.length; k++)
      expect(shown.replaceAll('[hidden]', '')).not.toContain(secret.slice(k, k + 6));
  },
);
