import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { NotCanonical } from '../errors.ts';
import { canonicalJson, jsonHash } from './canonical-json.ts';

test('keys are sorted and numbers have their shortest form', () => {
  expect(canonicalJson({ b: 1.0, a: 'é' })).toBe('{"a":"é","b":1}');
});

test('the example of RFC 8785 section 3.2.2 comes out as printed there', () => {
  const value = {
    // biome-ignore lint/correctness/noPrecisionLoss: the example rounds on purpose
    numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '€$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  };
  expect(canonicalJson(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test('keys are sorted by UTF-16 units, as in the example of RFC 8785 section 3.2.3', () => {
  const keys = ['€', '\r', '\ufb33', '1', '😀', '\u0080', 'ö'];
  const sorted = ['\r', '1', '\u0080', 'ö', '€', '😀', '\ufb33'];
  const text = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));
  expect(text).toBe(`{${sorted.map((key) => `${JSON.stringify(key)}:0`).join(',')}}`);
});

const json = () => fc.jsonValue({ maxDepth: 3, stringUnit: 'grapheme' });

test.prop([json()])('the text reads back as the value, and is its own canonical form', (value) => {
  const text = canonicalJson(value);
  expect(canonicalJson(JSON.parse(text))).toBe(text);
  // JSON knows no negative zero, and neither does the comparison.
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
});

test.prop([fc.dictionary(fc.string({ unit: 'grapheme' }), fc.integer())])(
  'the order of keys does not matter',
  (value) => {
    const turned = Object.fromEntries(Object.entries(value).reverse());
    expect(canonicalJson(turned)).toBe(canonicalJson(value));
    expect(jsonHash(turned)).toBe(jsonHash(value));
  },
);

const cycle: Record<string, unknown> = {};
cycle.inner = [cycle];
// biome-ignore lint/suspicious/noSparseArray: a hole is what must be refused
const hole = [1, , 3];

test.each([
  { what: 'NaN', value: { weight: Number.NaN }, path: 'weight' },
  { what: 'infinity', value: [1, Number.NEGATIVE_INFINITY], path: '[1]' },
  { what: 'undefined', value: { a: { b: undefined } }, path: 'a.b' },
  { what: 'undefined alone', value: undefined, path: '' },
  { what: 'a hole in an array', value: hole, path: '[1]' },
  { what: 'a bigint', value: [1n], path: '[0]' },
  { what: 'a function', value: { f: () => 0 }, path: 'f' },
  { what: 'a function toJSON', value: { toJSON: () => 0 }, path: 'toJSON' },
  { what: 'a symbol', value: Symbol('x'), path: '' },
  { what: 'half a surrogate pair', value: { texts: ['fine', 'x\ud800'] }, path: 'texts[1]' },
  { what: 'half a surrogate pair in a key', value: { '\udc00': 1 }, path: '\udc00' },
  { what: 'a date', value: { time: new Date(0) }, path: 'time' },
  { what: 'bytes', value: new Uint8Array(2), path: '' },
  { what: 'a map', value: new Map(), path: '' },
  { what: 'a boxed number', value: [Object(1)], path: '[0]' },
  { what: 'a cycle', value: cycle, path: 'inner[0]' },
])('$what is refused at its path', ({ value, path }) => {
  let refused: unknown;
  try {
    canonicalJson(value);
  } catch (error) {
    refused = error;
  }
  expect(refused).toBeInstanceOf(NotCanonical);
  expect(refused).toMatchObject({ code: 'not-canonical', path });
});

test('one object in two places is no cycle', () => {
  const shared = { x: 1 };
  expect(canonicalJson([shared, shared])).toBe('[{"x":1},{"x":1}]');
});
