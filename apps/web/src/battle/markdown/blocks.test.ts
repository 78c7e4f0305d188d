import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { splitBlocks } from './blocks.ts';

test('paragraphs are blocks', () => {
  expect(splitBlocks('One.\n\nTwo.\n')).toEqual(['One.\n\n', 'Two.\n']);
});

test('fenced code stays whole, also with blank lines and inner fences', () => {
  const code = '````md\n```\n\nx\n```\n\n````\n';
  expect(splitBlocks(`Look:\n\n${code}\nEnd`)).toEqual(['Look:\n\n', `${code}\n`, 'End']);
});

test('display maths stays whole', () => {
  expect(splitBlocks('$$\na\n\nb\n$$\n\nEnd')).toEqual(['$$\na\n\nb\n$$\n\n', 'End']);
});

test('a fence that is still open keeps everything after it', () => {
  expect(splitBlocks('```js\na\n\nb')).toEqual(['```js\na\n\nb']);
});

test('a list with blank lines between its items stays one list', () => {
  const list = '1. one\n\n2. two\n\n   more of two\n\n';
  expect(splitBlocks(`${list}After`)).toEqual([list, 'After']);
});

test('a text with reference definitions is one block', () => {
  const text = 'See [this][1].\n\nMore.\n\n[1]: https://example.org\n';
  expect(splitBlocks(text)).toEqual([text]);
});

const pieces = fc.constantFrom('a', '\n', '\n\n', '```', '$$', '- x', '1. y', '   ', '> q', '~~~', '| a |', '[1]: b');

test.prop([fc.array(pieces, { maxLength: 40 })])('no character is lost', (parts) => {
  const text = parts.join('');
  expect(splitBlocks(text).join('')).toBe(text);
});
