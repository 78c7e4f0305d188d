import { fc, test as propertyTest } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { MISSING } from '../columns.ts';
import { outcomes } from '../record.ts';
import { ByteTable } from './byte-table.ts';
import { readConversation } from './conversations.ts';
import { Dictionary } from './dictionary.ts';
import { readCount, readNumber } from './numbers.ts';
import { outcomeReader, outcomeWords, UNKNOWN_WORD } from './outcome-words.ts';
import { readHybrid } from './rle-hybrid.ts';
import { tagSet } from './tags.ts';
import { readTime } from './time.ts';

describe('a dictionary', () => {
  test('codes strings by first appearance, without the space around them', () => {
    const dictionary = new Dictionary();
    expect(['heron', ' heron', 'wren', '', 'heron'].map((text) => dictionary.code(text))).toEqual([
      0,
      0,
      1,
      MISSING,
      0,
    ]);
    expect(dictionary.names).toEqual(['heron', 'wren']);
  });

  test('codes scalars, and nothing else', () => {
    const dictionary = new Dictionary();
    expect([7, 7n, '7', true, {}, null, Number.NaN].map((value) => dictionary.codeOf(value))).toEqual([
      0,
      0,
      0,
      1,
      MISSING,
      MISSING,
      MISSING,
    ]);
  });

  propertyTest.prop([fc.array(fc.tuple(fc.boolean(), fc.string({ maxLength: 3, unit: 'binary' })))])(
    'gives bytes and strings the same code',
    (texts) => {
      const dictionary = new Dictionary();
      for (const [isBytes, text] of texts) {
        const code = isBytes ? dictionary.codeOfBytes(Buffer.from(text)) : dictionary.code(text);
        expect(code).toBe(text.trim() === '' ? MISSING : dictionary.names.indexOf(Buffer.from(text).toString().trim()));
      }
      expect(new Set(dictionary.names).size).toBe(dictionary.names.length);
    },
  );
});

test('many names that come as bytes keep their text and their code, whatever their length and alphabet', () => {
  const long = [9_000, 70_000, 300_000].map((length) => 'x'.repeat(length));
  const texts = Array.from({ length: 3_000 }, (_, number) =>
    number % 700 === 5 ? `naïve ${number}` : `name ${number}`,
  );
  const all = [...texts.slice(0, 1_000), ...long, ...texts.slice(1_000), ' name 7 ', '', ...long, 'name 7'];
  const bytes = Buffer.concat(
    all.map((text) => {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(Buffer.byteLength(text));
      return Buffer.concat([length, Buffer.from(text)]);
    }),
  );
  const dictionary = new Dictionary();
  const codes = new Uint32Array(all.length);
  dictionary.codesOfBytes(bytes, codes);
  const name = (code: number) => (code === MISSING ? '' : dictionary.names[code]);
  expect(Array.from(codes, name)).toEqual(all.map((text) => text.trim()));
  expect(new Set(dictionary.names).size).toBe(dictionary.names.length);
});

test('a table of bytes finds each of many strings again', () => {
  const table = new ByteTable((bytes, start, end) => Number(Buffer.from(bytes.subarray(start + 1, end)).toString()));
  const texts = Array.from({ length: 5_000 }, (_, number) => Buffer.from(`n${number}`));
  const codes = () => texts.map((text) => table.code(text, 0, text.length));
  expect(codes()).toEqual(texts.map((_, number) => number));
  expect(codes()).toEqual(codes());
});

describe('words for outcomes', () => {
  test('are known whatever their case and the space around them', () => {
    const read = outcomeReader();
    for (const outcome of outcomes) {
      for (const word of outcomeWords[outcome]) expect(read(` ${word.toUpperCase()} `)).toBe(outcomes.indexOf(outcome));
    }
    expect(read('tie (inconsistent)')).toBe(2);
    expect(read('tie (bothbad)')).toBe(3);
  });

  test('are never guessed', () => {
    for (const word of ['win', '1', '0.5', 'c', 'ties', 'undefined']) expect(outcomeReader()(word)).toBe(UNKNOWN_WORD);
  });
});

test.each([
  ['2025-05-29T14:48:41.5Z', 1748530121500],
  ['2025-05-29 14:48:41', 1748530121000],
  ['2025-05-29T14:48:41.602925', 1748530121602],
  ['2025-05-29T16:48:41+02:00', 1748530121000],
  ['2025-05-29 16:48+0200', 1748530080000],
  ['2025-05-29', 1748476800000],
  ['1748530121', 1748530121000],
  [1748530121000, 1748530121000],
  [1748530121.25, 1748530121250],
  [1748530121n, 1748530121000],
  [new Date(5), 5],
  ['', undefined],
  [null, undefined],
  ['yesterday', Number.NaN],
  ['2025-13-01', Number.NaN],
  [true, Number.NaN],
])('the time %s is read as %s', (written, expected) => {
  expect(readTime(written, 'auto')).toBe(expected);
});

test('the unit of a layout is not guessed', () => {
  expect(readTime(1000, 'ms')).toBe(1000);
  expect(readTime(1000, 's')).toBe(1_000_000);
});

test.each([
  [' 12.5 ', 12.5],
  ['1e3', 1000],
  ['TRUE', 1],
  [false, 0],
  [7n, 7],
  ['nan', undefined],
  ['', undefined],
  ['many', Number.NaN],
  [{}, Number.NaN],
])('the number %s is read as %s', (written, expected) => {
  expect(readNumber(written)).toBe(expected);
});

test('a count may be split by kind', () => {
  expect(readCount({ h1: 1, h2: 3, h3: null })).toBe(4);
  expect(readCount(5)).toBe(5);
});

test.each([
  [['math', 'code', 'math'], 'code|math'],
  ['math| code|', 'code|math'],
  ['math', 'math'],
  [{ 'if_v0.1': { if: true, score: 4 }, 'math_v0.1': { math: false } }, 'if'],
  [undefined, ''],
])('the tags %j are the set %s', (written, expected) => {
  expect(tagSet(written)).toBe(expected);
});

test('a conversation is read from JSON, and its contents from parts', () => {
  const parts = [
    { type: 'text', text: 'Hello' },
    { type: 'image', image: 'x' },
  ];
  expect(readConversation(JSON.stringify([{ role: 'user', content: parts }]))).toEqual([
    { role: 'user', content: 'Hello' },
  ]);
  expect(readConversation('no JSON')).toBeUndefined();
});

describe("Parquet's numbers of few bits", () => {
  test('come in runs', () => {
    expect(readHybrid(Uint8Array.of(6, 1, 4, 0), 1, new Uint32Array(5))).toEqual(Uint32Array.of(1, 1, 1, 0, 0));
  });

  propertyTest.prop([
    fc.integer({ min: 1, max: 32 }).chain((width) =>
      fc.record({
        width: fc.constant(width),
        numbers: fc.array(fc.integer({ min: 0, max: 2 ** width - 1 }), { minLength: 1, maxLength: 40 }),
      }),
    ),
  ])('come packed, of any width', ({ width, numbers }) => {
    const groups = Math.ceil(numbers.length / 8);
    let packed = 0n;
    numbers.forEach((number, index) => {
      packed |= BigInt(number) << BigInt(index * width);
    });
    const bytes = Uint8Array.from([
      (groups << 1) | 1,
      ...Array.from({ length: groups * width }, (_, index) => Number((packed >> BigInt(index * 8)) & 255n)),
    ]);
    expect([...readHybrid(bytes, width, new Uint32Array(numbers.length))]).toEqual(numbers);
  });

  test('that end early are an error', () => {
    expect(() => readHybrid(Uint8Array.of(2), 1, new Uint32Array(5))).toThrow('ends within its numbers');
  });
});
