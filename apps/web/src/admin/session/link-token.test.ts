import { expect, test } from 'vitest';
import { linkToken } from './link-token.ts';

test('the token stands behind the sign, and without one there is none', () => {
  expect(linkToken('#q3X9')).toBe('q3X9');
  expect(linkToken('q3X9')).toBe('q3X9');
  expect(linkToken('')).toBeNull();
  expect(linkToken('#')).toBeNull();
});
