import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { Want } from '../read/options.ts';
import { readColumns, readRecords } from '../read/read.ts';
import type { VoteRecord } from '../record.ts';
import { findColumns } from './file-columns.ts';
import type { WriteFormat } from './format.ts';
import { recordsFromColumns } from './records-from-columns.ts';
import { aFullVote, anyVote, aVote, inBatches } from './testing.ts';
import { writeColumns } from './write-columns.ts';
import { type WriteOptions, writeRecords } from './write-records.ts';

const cases = (['jsonl', 'csv', 'parquet'] as const).flatMap((format) =>
  [false, true].map((gzip) => ({ format, gzip })),
);
const want: Want = {
  ...{ voter: true, prompt: true, battle: true, time: true, turn: true, language: true, tags: true, weight: true },
  covariates: 'all',
  labels: ['source'],
  conversations: true,
};

describe.each(cases)('$format, gzip $gzip', ({ format, gzip }) => {
  test('a file that was written is read as the votes that were written', async () => {
    const votes = [aFullVote({ labels: { source: 'x' } }), aVote({ outcome: 'both_bad', labels: { source: 'y' } })];
    expect(await readAll(await write(votes, { format, gzip }), format)).toEqual(votes);
  });

  property.prop([fc.array(anyVote, { minLength: 1, maxLength: 8 })], { numRuns: 60 })(
    'whatever the votes',
    async (some) => {
      const votes = [...some, aVote({ labels: { source: 'x' } })];
      expect(await readAll(await write(votes, { format, gzip }), format)).toEqual(votes);
    },
  );

  test('columns that are read, written and read again are the same', async () => {
    const votes = [
      aFullVote({ labels: { source: 'x' } }),
      aVote({ outcome: 'both_bad', labels: { source: 'y' }, weight: 1 }),
      aVote({ modelA: 'gamma', turn: 7, tags: ['code'], covariates: { length: { a: 0.1, b: 1e-7 } }, weight: 1 }),
    ];
    const columns = await columnsIn(await write(votes, { format: 'jsonl' }));
    const chunks: Uint8Array[] = [];
    const take = async (chunk: Uint8Array) => void chunks.push(chunk);
    const written = await writeColumns(columns, take, { format, gzip });
    expect(written).toEqual({ rows: 3, bytes: Buffer.concat(chunks).length });
    expect(await columnsIn(Buffer.concat(chunks))).toEqual(columns);
  });
});

test('records made of columns are the votes that the columns were read from', async () => {
  const { conversationA, conversationB, ...vote } = aFullVote({
    labels: { source: 'x' },
    covariates: { length: { a: 0.5, b: 2 } },
  });
  const columns = await columnsIn(await write([vote], { format: 'jsonl' }));
  expect([...recordsFromColumns(columns)]).toEqual([[vote]]);
});

test('records come in batches', async () => {
  const columns = await columnsIn(
    await write(new Array<VoteRecord>(25_000).fill(aVote({ labels: { source: 'x' } })), { format: 'csv' }),
  );
  expect([...recordsFromColumns(columns)].map(({ length }) => length)).toEqual([10_000, 10_000, 5000]);
});

async function write(votes: readonly VoteRecord[], options: WriteOptions): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  const fields = await findColumns([votes]);
  await writeRecords(inBatches(votes, 3), async (chunk) => void chunks.push(chunk), { ...options, fields });
  return Buffer.concat(chunks);
}

async function readAll(bytes: Uint8Array, format: WriteFormat): Promise<VoteRecord[]> {
  const votes: VoteRecord[] = [];
  for await (const batch of readRecords([{ name: 'votes', bytes }], { want, format })) votes.push(...batch);
  return votes;
}

async function columnsIn(bytes: Uint8Array) {
  return (await readColumns([{ name: 'votes', bytes }], { want: { ...want, conversations: false } })).columns;
}
