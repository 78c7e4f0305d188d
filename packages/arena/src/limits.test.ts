import { expect, test } from 'vitest';
import { checkPrompt } from './limits.ts';

const limits = { maxCharacters: 5, maxTurns: 2 };

test('a message within the limits can be sent', () => {
  expect(checkPrompt({ prompt: 'Hello', turn: 2 }, limits)).toBeNull();
});

test('an empty message is refused, invisible signs or not', () => {
  expect(checkPrompt({ prompt: ' \n\u200b', turn: 1 }, limits)).toMatchObject({
    code: 'prompt-empty',
    field: 'prompt',
  });
});

test('a long message is refused with its numbers, counted as a person would', () => {
  expect(checkPrompt({ prompt: '😀😀😀😀😀', turn: 1 }, limits)).toBeNull();
  expect(checkPrompt({ prompt: '1234567', turn: 1 }, limits)).toMatchObject({
    code: 'prompt-too-long',
    characters: 7,
    maxCharacters: 5,
    message: 'The message has 7 characters; at most 5 can be sent. Shorten it by 2.',
  });
});

test('a turn too many is refused', () => {
  expect(checkPrompt({ prompt: 'Hello', turn: 3 }, limits)).toMatchObject({
    code: 'too-many-turns',
    field: 'turn',
    maxTurns: 2,
  });
});
