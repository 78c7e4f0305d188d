import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { splitAtNames } from './split-at-names.ts';

test('names stand apart from the words around them', () => {
  expect(splitAtNames('heron and wren lead.', ['wren', 'heron'])).toEqual([
    { text: 'heron', isName: true },
    { text: ' and ', isName: false },
    { text: 'wren', isName: true },
    { text: ' lead.', isName: false },
  ]);
});

test('the longest name wins where one begins another', () => {
  expect(splitAtNames('heron-2 leads', ['heron', 'heron-2'])[0]).toEqual({ text: 'heron-2', isName: true });
});

test.prop([fc.string(), fc.array(fc.string(), { maxLength: 4 })])('nothing of the sentence is lost', (text, names) => {
  expect(
    splitAtNames(text, names)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});
