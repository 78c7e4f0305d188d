import { expect, test } from 'vitest';
import { type KeyPress, keyActionOf } from './keys.ts';

function press(key: string, facts: Partial<KeyPress> = {}): KeyPress {
  return { key, hasModifier: false, isTaken: 'no', isRepeat: false, ...facts };
}

test('digits and arrows vote', () => {
  expect(keyActionOf(press('1'), true)).toBe('vote-a');
  expect(keyActionOf(press('ArrowRight'), true)).toBe('vote-b');
  expect(keyActionOf(press('0'), true)).toBe('vote-tie');
  expect(keyActionOf(press('B'), true)).toBe('vote-both-bad');
});

test('keys mean nothing in a text, with a modifier, or held down', () => {
  expect(keyActionOf(press('r', { isTaken: 'all' }), true)).toBeNull();
  expect(keyActionOf(press('r', { hasModifier: true }), true)).toBeNull();
  expect(keyActionOf(press('1', { isRepeat: true }), true)).toBeNull();
});

test('arrows are left to whatever scrolls or switches with them', () => {
  expect(keyActionOf(press('ArrowLeft', { isTaken: 'arrows' }), true)).toBeNull();
  expect(keyActionOf(press('1', { isTaken: 'arrows' }), true)).toBe('vote-a');
});

test('without single-letter keys only Esc and arrows are left', () => {
  expect(keyActionOf(press('n'), false)).toBeNull();
  expect(keyActionOf(press('?'), false)).toBeNull();
  expect(keyActionOf(press('Escape'), false)).toBe('stop');
  expect(keyActionOf(press('ArrowLeft'), false)).toBe('vote-a');
});
