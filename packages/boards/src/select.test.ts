import { describe, expect, test } from 'vitest';
import { SpecMismatch } from './errors.ts';
import { filterFields, select } from './select.ts';
import { type Condition, parseSpec } from './spec.ts';
import { columnsFrom, someVotes, votesFrom } from './testing.ts';

const three = columnsFrom([
  { modelA: 'x', modelB: 'y', outcome: 'a', language: 'English', turn: 1, time: 1000, weight: 0.5, tags: ['code'] },
  {
    modelA: 'y',
    modelB: 'z',
    outcome: 'b',
    language: 'French',
    turn: 2,
    time: 2000,
    weight: 1,
    tags: ['code', 'math'],
  },
  { modelA: 'z', modelB: 'x', outcome: 'tie', labels: { level: '10', country: 'Peru' } },
]);

test('without filter all rows are chosen', () => {
  expect(chosen()).toEqual([0, 1, 2]);
  expect(select(three, parseSpec({})).rejected).toEqual({});
});

describe('each kind of field, each operator', () => {
  test.each<[Condition['field'], Condition['op'], (string | number)[], number[]]>([
    ['language', 'in', ['English'], [0]],
    ['language', 'in', ['English', 'French'], [0, 1]],
    ['language', 'in', ['english'], []],
    ['language', 'not-in', ['English'], [1, 2]],
    ['model_a', 'in', ['x'], [0]],
    ['model_b', 'not-in', ['x'], [0, 1]],
    ['model', 'in', ['x', 'y'], [0]],
    ['model', 'not-in', ['y'], [2]],
    ['outcome', 'in', ['a', 'tie'], [0, 2]],
    ['outcome', 'not-in', ['tie'], [0, 1]],
    ['turn', 'in', ['1'], [0]],
    ['turn', 'in', [1, 2], [0, 1]],
    ['turn', 'not-in', [1], [1, 2]],
    ['turn', '<', [2], [0]],
    ['turn', '<=', ['2'], [0, 1]],
    ['turn', '>', [1], [1]],
    ['turn', '>=', [1], [0, 1]],
    ['time', '<', [2000], [0]],
    ['time', '<=', ['1970-01-01T00:00:01Z'], [0]],
    ['time', '>=', ['1970-01-01T00:00:02Z'], [1]],
    ['time', '>', [5000], []],
    ['weight', '<', [1], [0]],
    ['weight', 'in', [1], [1, 2]],
    ['tags', 'in', ['math'], [1]],
    ['tags', 'in', ['code'], [0, 1]],
    ['tags', 'not-in', ['math'], [0, 2]],
    ['tags', 'in', ['code|math'], []],
    ['country', 'in', ['Peru'], [2]],
    ['country', 'not-in', ['Peru'], [0, 1]],
    ['level', '>=', [9], [2]],
    ['level', '<', ['9'], []],
  ])('%s %s %j', (field, op, values, rows) => {
    expect(chosen({ field, op, values })).toEqual(rows);
  });
});

test('all conditions must hold, and what is left out is counted', () => {
  const filter: Condition[] = [
    { field: 'model', op: 'in', values: ['x', 'y', 'z'] },
    { field: 'turn', op: '>=', values: [1] },
    { field: 'tags', op: 'in', values: ['math'] },
  ];
  const { rows, rejected } = select(three, parseSpec({ filter }));
  expect([...rows]).toEqual([1]);
  expect(rejected).toEqual({ filtered: 2 });
});

test('asOf keeps votes up to its millisecond, and counts those without a time apart', () => {
  const { rows, rejected } = select(three, parseSpec({ asOf: '1970-01-01T00:00:01Z' }));
  expect([...rows]).toEqual([0]);
  expect(rejected).toEqual({ 'after-as-of': 1, 'no-time': 1 });
});

test('a vote is counted under asOf before the filter', () => {
  const spec = parseSpec({ asOf: '1970-01-01T00:00:01Z', filter: [{ field: 'outcome', op: 'in', values: ['a'] }] });
  expect(select(three, spec).rejected).toEqual({ 'after-as-of': 1, 'no-time': 1 });
});

test('a field and its negation part the votes', () => {
  const columns = columnsFrom(someVotes({ gaps: 5 }));
  for (const [field, value] of [
    ['voter', 'voter 3'],
    ['prompt', 'prompt 7'],
    ['battle', 'battle 11'],
    ['country', 'Mali'],
    ['tags', 'poem'],
    ['turn', '2'],
  ] as const) {
    const rows = (op: 'in' | 'not-in'): number[] => [
      ...select(columns, parseSpec({ filter: [{ field, op, values: [value] }] })).rows,
    ];
    expect(rows('in').length).toBeGreaterThan(0);
    expect([...rows('in'), ...rows('not-in')].sort((x, y) => x - y)).toEqual([...columns.outcome.keys()]);
  }
});

test.each(['turn', 'time', 'weight', 'level'])('a bound for %s that is no number is refused', (field) => {
  expect(() => chosen({ field, op: '>=', values: ['soon'] })).toThrow(SpecMismatch);
  expect(() => chosen({ field, op: '>=', values: ['soon'] })).toThrow('soon');
});

test('an order is not asked of names', () => {
  expect(() => chosen({ field: 'model', op: '>=', values: ['x'] })).toThrow(SpecMismatch);
});

test('a name that every object has is no field', () => {
  for (const field of ['constructor', '__proto__', 'toString', 'length', 'models']) {
    expect(() => chosen({ field, op: 'in', values: ['x'] })).toThrow(SpecMismatch);
  }
});

test('the fields to ask about are those that the votes have', () => {
  expect(filterFields(columnsFrom(votesFrom([['x', 'y', 'a']])))).toEqual(['model', 'model_a', 'model_b', 'outcome']);
  expect(filterFields(three)).toEqual([
    ...['model', 'model_a', 'model_b', 'outcome', 'time', 'turn', 'language', 'tags', 'weight'],
    ...['level', 'country'],
  ]);
  for (const field of filterFields(three)) expect(() => chosen({ field, op: 'in', values: ['1'] })).not.toThrow();
});

function chosen(...filter: Condition[]): number[] {
  return [...select(three, parseSpec({ filter })).rows];
}
