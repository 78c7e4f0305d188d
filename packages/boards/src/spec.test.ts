import { expect, test } from 'vitest';
import { InvalidDocument } from './errors.ts';
import { parseSpec } from './spec.ts';

test('an empty document is the default board', () => {
  expect(parseSpec({})).toEqual({
    filter: [],
    ties: 'half',
    bothBad: 'tie',
    controls: [],
    weights: 'record',
    interval: { method: 'clustered', cluster: ['voter'], level: 0.95, rounds: 200, refit: true },
    ranks: 'pairwise',
    multiplicity: 'none',
    connectivity: 'largest',
    anchor: null,
    seed: 0,
    asOf: null,
  });
});

test('specifications that mean the same are the same bytes, whatever the order of their fields', () => {
  const bytes = (document: object): string => JSON.stringify(parseSpec(document));
  expect(bytes({ seed: 3, ties: 'davidson', interval: { level: 0.9 } })).toBe(
    bytes({ interval: { refit: true, level: 0.9 }, ties: 'davidson', asOf: null, seed: 3 }),
  );
  expect(bytes({ controls: [{ name: 'length' }] })).toBe(bytes({ controls: [{ transform: 'ratio', name: 'length' }] }));
});

test('a parsed specification parses to itself', () => {
  const spec = parseSpec({
    filter: [{ field: 'turn', op: '<=', values: [2] }],
    controls: [{ name: 'position' }, { name: 'length', transform: 'difference' }],
    anchor: { model: 'x', rating: -5.5 },
    asOf: '2025-02-03T04:05:06.007Z',
  });
  expect(parseSpec(JSON.parse(JSON.stringify(spec)))).toEqual(spec);
});

test('the one instant is the same bytes, however many decimals its seconds have', () => {
  const withDecimals = parseSpec({ asOf: '2025-01-01T00:00:00.000Z' });
  expect(JSON.stringify(parseSpec({ asOf: '2025-01-01T00:00:00Z' }))).toBe(JSON.stringify(withDecimals));
});

test('position has one form only', () => {
  expect(parseSpec({ controls: [{ name: 'position', transform: 'ratio' }] }).controls).toEqual([
    { name: 'position', transform: 'side' },
  ]);
});

test.each<[string, unknown]>([
  ['ties', { ties: 'drop' }],
  ['bothBad', { bothBad: 'half' }],
  ['nonsense', { nonsense: 1 }],
  ['filter.0.op', { filter: [{ field: 'x', op: '=', values: ['1'] }] }],
  ['filter.0.values', { filter: [{ field: 'x', op: 'in', values: [] }] }],
  ['filter.0.field', { filter: [{ field: '', op: 'in', values: ['1'] }] }],
  ['filter.0', { filter: [{ field: 'x', op: 'in', values: ['1'], not: true }] }],
  ['controls.0.name', { controls: [{}] }],
  ['controls.0.transform', { controls: [{ name: 'x', transform: 'log' }] }],
  ['controls', { controls: [{ name: 'x' }, { name: 'x', transform: 'difference' }] }],
  ['weights', { weights: 'all' }],
  ['interval.method', { interval: { method: 'wald' } }],
  ['interval.cluster', { interval: { cluster: [] } }],
  ['interval.cluster.0', { interval: { cluster: ['model'] } }],
  ['interval.level', { interval: { level: 1 } }],
  ['interval.level', { interval: { level: 0 } }],
  ['interval.rounds', { interval: { rounds: 9 } }],
  ['interval.rounds', { interval: { rounds: 10.5 } }],
  ['interval.refit', { interval: { refit: 'yes' } }],
  ['ranks', { ranks: 'marginal' }],
  ['multiplicity', { multiplicity: 'holm' }],
  ['connectivity', { connectivity: 'all' }],
  ['anchor.rating', { anchor: { model: 'x', rating: '1000' } }],
  ['anchor.rating', { anchor: { model: 'x', rating: Number.POSITIVE_INFINITY } }],
  ['anchor.model', { anchor: { model: '', rating: 1 } }],
  ['seed', { seed: -1 }],
  ['seed', { seed: 0.5 }],
  ['asOf', { asOf: 'yesterday' }],
  ['asOf', { asOf: '2025-01-01T00:00:00' }],
  ['the document', null],
  ['the document', []],
  ['the document', 'half'],
])('a wrong %s is refused by name', (field, document) => {
  expect(() => parseSpec(document)).toThrow(InvalidDocument);
  expect(() => parseSpec(document)).toThrow(field);
});

test('a control that says side is refused unless it is position', () => {
  expect(() => parseSpec({ controls: [{ name: 'length', transform: 'side' }] })).toThrow(InvalidDocument);
});

test('votes that are clustered twice by one column are refused', () => {
  expect(() => parseSpec({ interval: { cluster: ['voter', 'voter'] } })).toThrow('interval.cluster');
});
