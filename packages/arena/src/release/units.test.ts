import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { createUnitCutter, cutUnits } from './units.ts';

test('a unit is a word with its space, or one character of a script without spaces', () => {
  expect(cutUnits('Hello there,\n\n你好。 안녕 x')).toEqual(['Hello ', 'there,\n\n', '你', '好', '。 ', '안녕 ', 'x']);
});

test('a run without spaces is cut', () => {
  expect(cutUnits('x'.repeat(60)).map((unit) => unit.length)).toEqual([24, 24, 12]);
});

const text = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', '\n', '你', 'か', '\u3099', 'é', '😀', 'x'.repeat(30), '\ud83d'),
});

test.prop([fc.array(text)])('units give back the text, and do not depend on how it comes in', (chunks) => {
  const cutter = createUnitCutter();
  const units = [...chunks.flatMap((chunk) => cutter.push(chunk)), ...cutter.end()];
  expect(units).toEqual(cutUnits(chunks.join('')));
  expect(units.join('')).toBe(chunks.join(''));
});
