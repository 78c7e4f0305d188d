import { expect, test } from 'vitest';
import { swipeOf } from './swipe.ts';

const from = { x: 200, y: 300 };

test('a long way sideways is a swipe', () => {
  expect(swipeOf(from, { x: 100, y: 310 })).toBe('towards-start');
  expect(swipeOf(from, { x: 300, y: 280 })).toBe('towards-end');
});

test('scrolling and trembling are none', () => {
  expect(swipeOf(from, { x: 120, y: 400 })).toBeNull();
  expect(swipeOf(from, { x: 220, y: 301 })).toBeNull();
});
