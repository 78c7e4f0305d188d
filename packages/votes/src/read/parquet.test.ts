import { brotliCompressSync, gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { MISSING } from '../columns.ts';
import { readColumns } from './read.ts';
import { aSource, plainVotes } from './testing.ts';

const count = 2_500;
const names = Array.from({ length: count }, (_, row) => `model ${row % 7}`);
const others = Array.from({ length: count }, (_, row) => `other ${row % 300}`);
const words = Array.from({ length: count }, (_, row) => ['a', 'b', 'tie', 'both_bad'][row % 4]);
const votes = names.map((name, row) => `${name} ${words[row]} ${others[row]}`);

function columnsOf(changes: object = {}) {
  return [
    { name: 'model_a', data: names, ...changes },
    { name: 'model_b', data: others, ...changes },
    { name: 'outcome', data: words, ...changes },
  ];
}

async function expectVotes(options: Parameters<typeof parquetWriteBuffer>[0]) {
  const { columns } = await readColumns([aSource(new Uint8Array(parquetWriteBuffer(options)))]);
  expect(plainVotes(columns)).toEqual(votes);
}

describe('a Parquet file is read', () => {
  test('with a dictionary and several row groups', () => expectVotes({ columnData: columnsOf(), rowGroupSize: 900 }));
  test('with columns that are never null', () => expectVotes({ columnData: columnsOf({ nullable: false }) }));
  test('with plain texts', () => expectVotes({ columnData: columnsOf({ encoding: 'PLAIN' }) }));
  test('with many small pages', () => expectVotes({ columnData: columnsOf({ encoding: 'PLAIN' }), pageSize: 200 }));
  test('with lengths apart from the texts', () =>
    expectVotes({ columnData: columnsOf({ encoding: 'DELTA_LENGTH_BYTE_ARRAY' }) }));
  test('with shared beginnings', () => expectVotes({ columnData: columnsOf({ encoding: 'DELTA_BYTE_ARRAY' }) }));
  test('without compression', () => expectVotes({ columnData: columnsOf(), codec: 'UNCOMPRESSED' }));
  test('with gzip inside', () =>
    expectVotes({ columnData: columnsOf(), codec: 'GZIP', compressors: { GZIP: (page) => gzipSync(page) } }));
  test('with brotli inside', () =>
    expectVotes({
      columnData: columnsOf(),
      codec: 'BROTLI',
      compressors: { BROTLI: (page) => brotliCompressSync(page) },
    }));
});

describe('a column of Parquet with nulls', () => {
  const voters = Array.from({ length: count }, (_, row) => (row % 3 === 0 ? null : `voter ${row % 50}`));

  test.each([
    ['with a dictionary', {}],
    ['in plain texts', { encoding: 'PLAIN' }],
    ['with lengths apart', { encoding: 'DELTA_LENGTH_BYTE_ARRAY' }],
  ] as const)('keeps the rows of its values, %s', async (_, encoding) => {
    const columnData = [...columnsOf(), { name: 'voter', data: voters, ...encoding }];
    const { columns } = await readColumns([aSource(new Uint8Array(parquetWriteBuffer({ columnData })))]);
    const read = Array.from(columns.voter?.codes ?? [], (code) =>
      code === MISSING ? null : columns.voter?.names[code],
    );
    expect(read).toEqual(voters);
  });

  test('of numbers as well', async () => {
    const numbers = voters.map((voter, row) => (voter === null ? null : row));
    const columnData = [
      ...columnsOf(),
      { name: 'x_a', data: numbers },
      { name: 'x_b', data: numbers },
      { name: 'voter', data: numbers },
    ];
    const { columns } = await readColumns([aSource(new Uint8Array(parquetWriteBuffer({ columnData })))]);
    expect(columns.covariates.x?.a.slice(0, 4)).toEqual(Float32Array.of(Number.NaN, 1, 2, Number.NaN));
    expect(columns.voter?.names.slice(0, 2)).toEqual(['1', '2']);
  });
});

test('times of Parquet are times, and 64-bit numbers are numbers', async () => {
  const time = new Date('2025-05-29T14:48:41Z');
  const columnData = [
    { name: 'model_a', data: ['x', 'x'] },
    { name: 'model_b', data: ['y', 'y'] },
    { name: 'outcome', data: ['a', 'b'] },
    { name: 'time', data: [time, null], type: 'TIMESTAMP' as const },
    { name: 'turn', data: [3n, null], type: 'INT64' as const },
  ];
  const { columns } = await readColumns([aSource(new Uint8Array(parquetWriteBuffer({ columnData })))]);
  expect(columns.time).toEqual(Float64Array.of(time.getTime(), Number.NaN));
  expect(columns.turn).toEqual(Uint16Array.of(3, 0));
});
