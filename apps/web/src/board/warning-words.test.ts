import { expect, test } from 'vitest';
import { warningWords } from './warning-words.ts';

test('clusters are called what they are', () => {
  expect(warningWords('There are only 13 clusters (by voter); the intervals are themselves uncertain.')).toBe(
    'There are only 13 voters; the intervals are themselves uncertain.',
  );
  const both = 'There are only 13 clusters (by voter and prompt); the intervals are themselves uncertain.';
  expect(warningWords(both)).toBe(both);
});

test('percentages are written as elsewhere on the page', () => {
  expect(warningWords('One voter cast 99.0 % of the votes.')).toBe('One voter cast 99.0% of the votes.');
});
