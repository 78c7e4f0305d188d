import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { sortValues } from './sort-values.ts';

test('values come in the order of their keys, equal keys in the order given', () => {
  const { sorted, start } = sortValues(Uint32Array.of(7, 5, 6, 8), Uint32Array.of(2, 0, 2, 0), 3);
  expect(sorted).toEqual(Uint32Array.of(5, 8, 7, 6));
  expect(start).toEqual(Uint32Array.of(0, 2, 2, 4));
});

const aBound = fc.constantFrom(1, 2, 1023, 1024, 1025, 5_000, 100_000);
const keysBelow = (bound: number) => fc.tuple(fc.constant(bound), fc.array(fc.nat({ max: bound - 1 })));

test.prop([aBound.chain(keysBelow)])('few keys or many are sorted alike', ([bound, keys]) => {
  const values = Uint32Array.from(keys, (_, k) => k);
  const { sorted, start } = sortValues(values, Uint32Array.from(keys), bound);
  const order = keys.map((_, k) => k).sort((k, l) => keys[k] - keys[l]);
  expect(Array.from(sorted)).toEqual(order);
  expect(start.length).toBe(bound + 1);
  expect(order.every((k, place) => start[keys[k]] <= place && place < start[keys[k] + 1])).toBe(true);
});

test('no values are no work', () => {
  expect(sortValues(new Uint32Array(0), new Uint32Array(0), 0).start).toEqual(Uint32Array.of(0));
});
