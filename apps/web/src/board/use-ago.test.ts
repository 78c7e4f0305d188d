import { expect, test } from 'vitest';
import { agoWords } from './use-ago.ts';

test.each([
  [-5_000, null],
  [9_999, null],
  [25_000, '20 sec. ago'],
  [125_000, '2 min. ago'],
  [7_200_000, '2 hr. ago'],
  [200_000_000, '2 days ago'],
])('%d ms have passed: %s', (passed, words) => {
  expect(agoWords(passed, 'en')).toBe(words);
});
