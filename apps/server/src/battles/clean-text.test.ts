import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { createTextCleaner } from './clean-text.ts';

const cleaned = (chunks: readonly string[]) => {
  const cleaner = createTextCleaner();
  return chunks.map((chunk) => cleaner.push(chunk)).join('') + cleaner.end();
};

test('controls go, lines and tabs stay, halves of pairs are replaced and whole pairs kept, however the text is cut', () => {
  expect(cleaned(['a\0b\u0007\n\tc\u007f'])).toBe('ab\n\tc');
  expect(cleaned(['\ud83d', '\ude00'])).toBe('😀');
  expect(cleaned(['x\ud83d', 'y', '\ude00', '\ud83d'])).toBe('x\ufffdy\ufffd\ufffd');
});

test.prop([fc.array(fc.string({ unit: 'binary' }))])(
  'the cut makes no difference, and the result is well formed',
  (chunks) => {
    const whole = cleaned([chunks.join('')]);
    expect(cleaned(chunks)).toBe(whole);
    expect(whole.isWellFormed()).toBe(true);
  },
);
