import { expect, test } from 'vitest';
import { checkPrompt } from './prompt-check.ts';

test('an empty question is not sent', () => {
  expect(checkPrompt('  \n', 100)).toEqual({ canSend: false, charactersLeft: null });
});

test('the count appears near the limit', () => {
  expect(checkPrompt('x'.repeat(79), 100)).toEqual({ canSend: true, charactersLeft: null });
  expect(checkPrompt('x'.repeat(80), 100)).toEqual({ canSend: true, charactersLeft: 20 });
});

test('past the limit nothing is cut: it says by how much', () => {
  expect(checkPrompt('x'.repeat(103), 100)).toEqual({ canSend: false, charactersLeft: -3 });
});

test('a character outside the basic plane is one character', () => {
  expect(checkPrompt('🦉'.repeat(100), 100)).toEqual({ canSend: true, charactersLeft: 0 });
});
