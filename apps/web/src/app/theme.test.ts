import { expect, test } from 'vitest';
import { nextTheme, readTheme } from './theme.ts';

test('the toggle goes round system, light and dark', () => {
  expect(nextTheme('system')).toBe('light');
  expect(nextTheme('light')).toBe('dark');
  expect(nextTheme('dark')).toBe('system');
});

test('what is stored and no theme means the system’s', () => {
  expect(readTheme({ getItem: () => 'dark' })).toBe('dark');
  expect(readTheme({ getItem: () => 'mauve' })).toBe('system');
  expect(readTheme({ getItem: () => null })).toBe('system');
});
