import { expect, test } from 'vitest';
import { grammarOf } from './grammars.ts';

test('a language is known under its own name and the names models use', () => {
  expect(grammarOf('python')).toBe('python');
  expect(grammarOf('py')).toBe('python');
  expect(grammarOf('sh')).toBe('bash');
});

test('an unknown language, none, and names of the object itself have no grammar', () => {
  expect(grammarOf('brainfork')).toBeNull();
  expect(grammarOf(null)).toBeNull();
  expect(grammarOf('constructor')).toBeNull();
});
