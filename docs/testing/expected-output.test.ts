import { expect, test } from 'vitest';
import { matches, refreshed } from './expected-output.ts';

const lines = (text: string): string[] => text.split(' ');

test('shown output is the real output', () => {
  expect(matches(lines('a b'), lines('a b'))).toBe(true);
  expect(matches(lines('a b'), lines('a c'))).toBe(false);
  expect(matches(lines('a b'), lines('a b c'))).toBe(false);
});

test('a line of … stands for any number of lines, none too', () => {
  expect(matches(lines('a … d'), lines('a b c d'))).toBe(true);
  expect(matches(lines('a … b'), lines('a b'))).toBe(true);
  expect(matches(lines('… b'), lines('a b c'))).toBe(false);
});

test('refreshed output is cut as the page cut it', () => {
  expect(refreshed(lines('x …'), lines('a b c'))).toEqual(lines('a …'));
  expect(refreshed(lines('… x'), lines('a b c'))).toEqual(lines('… c'));
  expect(refreshed(['x', '…', 'Votes 1', '…'], ['a', 'b', 'Votes 2', 'c'])).toEqual(['a', '…', 'Votes 2', '…']);
});
