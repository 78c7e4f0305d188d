import { expect, test } from 'vitest';
import { addAliases } from './aliases.ts';

test('typed words are cut at commas and added once, in any case', () => {
  expect(addAliases(['Heron'], 'heron, Aviary,, the grey one ')).toEqual(['Heron', 'Aviary', 'the grey one']);
});

test('a single letter is no alias', () => {
  expect(addAliases([], 'x')).toEqual([]);
});

test('there are at most fifty', () => {
  const many = Array.from({ length: 60 }, (_, index) => `alias ${index}`).join(',');
  expect(addAliases([], many)).toHaveLength(50);
});
