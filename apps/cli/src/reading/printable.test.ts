import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { printable } from './printable.ts';

test('an escape sequence becomes a picture of itself', () => {
  expect(printable('\u001b[31mred\r\n')).toBe('␛[31mred␍␊');
});

test('overrides and hidden characters show as replaced, joiners of words and emoji stay', () => {
  expect(printable('a\u202eb\u200bc\u009bd\u007f')).toBe('a�b�c�d␡');
  expect(printable('👩‍🚀 می‌خواهم')).toBe('👩‍🚀 می‌خواهم');
});

test.prop([fc.string({ unit: 'binary' })])('nothing that moves a cursor is left', (text) => {
  expect(printable(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u);
});
