import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { countMerged, tokenTable } from './byte-pairs.ts';

test('the pair of least rank is merged first', () => {
  expect(countMerged('aab', tokenTable(['a', 'b', 'ab']))).toBe(2);
  expect(countMerged('abc', tokenTable(['a', 'b', 'c', 'bc', 'ab']))).toBe(2);
  expect(countMerged('', tokenTable(['a']))).toBe(0);
});

test('of equal pairs the leftmost is merged first', () => {
  // aaa a and not a aaa; only then the rest is a token: aaab would be.
  expect(countMerged('aaab', tokenTable(['a', 'b', 'aa', 'ab', 'aaab']))).toBe(1);
});

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 40 });
const tables = fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 2, maxLength: 6 }), {
  maxLength: 20,
});

property.prop([letters, tables])('the heap gives what the textbook loop gives', (text, merged) => {
  const table = tokenTable(['a', 'b', 'c', ...merged]);
  expect(countMerged(text, table)).toBe(textbookCount(text, table.ranks));
});

function textbookCount(text: string, ranks: ReadonlyMap<string, number>): number {
  const parts = [...text];
  for (;;) {
    const pairs = parts.slice(1).map((part, at) => ranks.get(parts[at] + part) ?? Number.POSITIVE_INFINITY);
    const least = Math.min(...pairs);
    if (!Number.isFinite(least)) return parts.length;
    const at = pairs.indexOf(least);
    parts.splice(at, 2, parts[at] + parts[at + 1]);
  }
}
