import { expect, test } from 'vitest';
import { createFormat } from './format.ts';

test('numbers follow the language', () => {
  expect(createFormat('en').number(12_345.6)).toBe('12,345.6');
  expect(createFormat('de').number(12_345.6)).toBe('12.345,6');
});

test('small costs keep the digits that tell them apart', () => {
  const { dollars } = createFormat('en');
  expect(dollars(0.00042)).toBe('$0.00042');
  expect(dollars(1.5)).toBe('$1.50');
  expect(dollars(0)).toBe('$0.00');
});

test('times are seconds with one digit while that matters', () => {
  const { seconds } = createFormat('en');
  expect(seconds(312)).toBe('0.3s');
  expect(seconds(14_400)).toBe('14s');
});
