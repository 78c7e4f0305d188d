import { describe, expect, test } from 'vitest';
import { UsageError } from './errors.ts';
import {
  parseAnchor,
  parseColumns,
  parseEffects,
  parseFilter,
  parseList,
  parseOutcomes,
  toChoice,
  toCount,
  toNumber,
} from './parse.ts';

test('a filter is a field, a sign and values', () => {
  expect(parseFilter('language=English,French')).toEqual({
    field: 'language',
    op: 'in',
    values: ['English', 'French'],
  });
});

describe('filters', () => {
  test.each([
    ['turn<=2', 'turn', '<=', ['2']],
    ['turn < 2', 'turn', '<', ['2']],
    ['turn>2', 'turn', '>', ['2']],
    ['time>=2024-01-01', 'time', '>=', ['2024-01-01']],
    ['model!=a b , c', 'model', 'not-in', ['a b', 'c']],
    ['tags=x=y', 'tags', 'in', ['x=y']],
    ['my column=1', 'my column', 'in', ['1']],
    ['voter=a\nb', 'voter', 'in', ['a\nb']],
  ])('%j', (text, field, op, values) => {
    expect(parseFilter(text)).toEqual({ field, op, values });
  });

  test.each(['language', '=English', 'language=', '', '<2', 'turn==2'])('%j is refused, or read as written', (text) => {
    let read: unknown;
    try {
      read = parseFilter(text);
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
      expect(String(error)).toContain(`"${text}"`);
      return;
    }
    expect(read).toEqual({ field: 'turn', op: 'in', values: ['=2'] });
  });

  test('a value may hold a comma if it is quoted', () => {
    expect(parseFilter('country="Korea, South",Peru').values).toEqual(['Korea, South', 'Peru']);
  });

  test('an empty value in a list is not kept', () => {
    expect(parseFilter('language=English,').values).toEqual(['English']);
  });
});

test('a column’s name may hold an equals sign, and space around it is dropped', () => {
  expect(parseColumns('model_a = left=model , outcome=won')).toEqual({ model_a: 'left=model', outcome: 'won' });
});

test('a field named twice is refused', () => {
  expect(() => parseColumns('model_a=x,model_a=y')).toThrow(UsageError);
});

test('words of outcomes', () => {
  expect(parseOutcomes('left=a,right=b,=tie'.replace(',=tie', ',draw=tie'))).toEqual({
    left: 'a',
    right: 'b',
    draw: 'tie',
  });
  expect(() => parseOutcomes('left=A')).toThrow(/"A" is no outcome/);
});

test.each<[string, string, number]>([
  ['gpt-4=1200', 'gpt-4', 1200],
  ['a=b=-5.5', 'a=b', -5.5],
  ['x=1e3', 'x', 1000],
])('the anchor %s', (text, model, rating) => {
  expect(parseAnchor(text)).toEqual({ model, rating });
});

test.each(['x', 'x=', '=1', 'x=many', 'x=Infinity', 'x= '])('no anchor: %j', (text) => {
  expect(() => parseAnchor(text)).toThrow(UsageError);
});

test('effects, lists, numbers, counts and choices', () => {
  expect(parseEffects('length=0.4,lists=-1e-1')).toEqual({ length: 0.4, lists: -0.1 });
  expect(parseList('--x', ' a, ,b,')).toEqual(['a', 'b']);
  expect(toNumber('--x', ' -0.5 ')).toBe(-0.5);
  expect(toCount('--x', '1e3')).toBe(1000);
  expect(toChoice('--x', 'b', ['a', 'b'])).toBe('b');
});

test.each(['', ' ', 'NaN', 'Infinity', '1,5', '0x', '1 2'])('%j is no number', (text) => {
  expect(() => toNumber('--x', text)).toThrow(UsageError);
});

test.each(['-1', '0.5', '1e16', '9007199254740993'])('%j is no count', (text) => {
  expect(() => toCount('--x', text)).toThrow(/--x: .* whole number from 0/);
});
