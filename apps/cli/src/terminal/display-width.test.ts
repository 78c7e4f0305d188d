import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { displayWidth } from './display-width.ts';
import { fitText, padLeft, padRight, wrapText } from './fit-text.ts';

test.each([
  ['日本 ok', 7],
  ['e\u0301', 1],
  ['🎉', 2],
  ['👩‍🚀', 2],
  ['🇪🇺', 2],
  ['❤️', 2],
  ['한국어', 6],
  ['ｆｕｌｌ', 8],
  ['ﾊﾝｶｸ', 4],
  ['مرحبا', 5],
  ['', 0],
])('%s takes %i cells', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('a long name loses its middle', () => {
  expect(fitText('heron-7b-instruct-2026', 12)).toBe('heron-…-2026');
  expect(fitText('short', 12)).toBe('short');
  expect(fitText('日本語のモデル', 8)).toBe('日本…ル');
});

test('padding counts cells', () => {
  expect([padRight('日', 4), padLeft('日', 4)]).toEqual(['日  ', '  日']);
});

const anyText = fc.string({ unit: 'grapheme', maxLength: 60 });

test.prop([anyText, fc.integer({ min: 0, max: 40 })])('a fitted text never exceeds its width', (text, width) => {
  expect(displayWidth(fitText(text, width))).toBeLessThanOrEqual(width);
});

test.prop([anyText, fc.integer({ min: 2, max: 40 })])('wrapped lines never exceed their width', (text, width) => {
  for (const line of wrapText(text, width)) expect(displayWidth(line)).toBeLessThanOrEqual(width);
});
