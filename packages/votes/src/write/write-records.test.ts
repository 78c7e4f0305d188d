import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { VoteRecord } from '../record.ts';
import { ColumnClash, ColumnMissing, FormatNotNamed, ValueNotWritable } from './errors.ts';
import { findColumns } from './file-columns.ts';
import type { WriteFormat } from './format.ts';
import { aFullVote, aVote, inBatches, inFolder } from './testing.ts';
import { type WriteOptions, writeRecords } from './write-records.ts';

const formats: WriteFormat[] = ['jsonl', 'csv', 'parquet'];

test('votes are written to a file in the format that its name ends in', async () => {
  await inFolder(async (path, list) => {
    const written = await writeRecords(inBatches([aVote(), aVote({ outcome: 'tie' })]), path('votes.csv'));
    expect(await readFile(path('votes.csv'), 'utf8')).toBe('model_a,model_b,outcome\nalpha,beta,a\nalpha,beta,tie\n');
    expect(written).toEqual({ rows: 2, bytes: 52 });
    expect(await list()).toEqual(['votes.csv']);
  });
});

describe('a full vote', () => {
  test('as JSONL', async () => {
    expect(JSON.parse(await text([aFullVote()], { format: 'jsonl' }))).toEqual({
      model_a: 'alpha',
      model_b: 'beta',
      outcome: 'a',
      voter: 'v1',
      time: '2025-05-29T14:48:41.007Z',
      battle: 'b1',
      turn: 2,
      prompt: 'p1',
      language: 'English',
      tags: ['code', 'math'],
      weight: 0.5,
      bold_a: 0.5,
      bold_b: 3,
      length_a: 120,
      length_b: 80,
      country: 'Norway, "north"',
      source: 'import',
      conversation_a: [
        { role: 'user', content: 'Say\n"hi", please' },
        { role: 'assistant', content: '=1+1' },
      ],
      conversation_b: [{ role: 'assistant', content: 'hi' }],
    });
  });

  test('as CSV', async () => {
    const { data, errors } = Papa.parse<string[]>((await text([aFullVote()], { format: 'csv' })).trimEnd());
    expect(errors).toEqual([]);
    expect(data).toEqual([
      [
        ...['model_a', 'model_b', 'outcome', 'voter', 'time', 'battle', 'turn', 'prompt', 'language', 'tags', 'weight'],
        ...['bold_a', 'bold_b', 'length_a', 'length_b', 'country', 'source', 'conversation_a', 'conversation_b'],
      ],
      [
        ...['alpha', 'beta', 'a', 'v1', '2025-05-29T14:48:41.007Z', 'b1', '2', 'p1', 'English', 'code|math', '0.5'],
        ...['0.5', '3', '120', '80', 'Norway, "north"', 'import'],
        '[{"role":"user","content":"Say\\n\\"hi\\", please"},{"role":"assistant","content":"=1+1"}]',
        '[{"role":"assistant","content":"hi"}]',
      ],
    ]);
  });

  test('as Parquet', async () => {
    const [row] = await parquetReadObjects({ file: bufferOf(await bytes([aFullVote()], { format: 'parquet' })) });
    expect(row).toEqual({
      model_a: 'alpha',
      model_b: 'beta',
      outcome: 'a',
      voter: 'v1',
      time: new Date('2025-05-29T14:48:41.007Z'),
      battle: 'b1',
      turn: 2,
      prompt: 'p1',
      language: 'English',
      tags: ['code', 'math'],
      weight: 0.5,
      bold_a: 0.5,
      bold_b: 3,
      length_a: 120,
      length_b: 80,
      country: 'Norway, "north"',
      source: 'import',
      conversation_a: '[{"role":"user","content":"Say\\n\\"hi\\", please"},{"role":"assistant","content":"=1+1"}]',
      conversation_b: '[{"role":"assistant","content":"hi"}]',
    });
  });
});

describe.each(formats)('%s', (format) => {
  test('gives the same bytes however the votes are batched', async () => {
    const votes = Array.from({ length: 3000 }, (_, at) => aFullVote({ battle: `b${at}`, time: 1e12 + at }));
    const options = { format, gzip: true, fields: await findColumns([votes]) };
    const [one, many] = [await bytes(votes, options, 3000), await bytes(votes, options, 7)];
    expect(Buffer.compare(one, many)).toBe(0);
  });

  test('gives the same bytes in whatever order the keys of a vote come', async () => {
    const swapped = Object.fromEntries(Object.entries(aFullVote()).reverse());
    swapped.labels = { source: 'import', country: 'Norway, "north"' };
    const forward = await bytes([aFullVote()], { format });
    expect(Buffer.compare(forward, await bytes([{ ...aVote(), ...swapped }], { format }))).toBe(0);
  });

  test('writes no vote at all as a file without rows', async () => {
    const written = await bytes([], { format });
    if (format === 'parquet') expect(parquetMetadata(bufferOf(written)).num_rows).toBe(0n);
    else expect(written.toString()).toBe(format === 'csv' ? 'model_a,model_b,outcome\n' : '');
  });

  test('keeps labels that are named like parts of every object', async () => {
    const labels = JSON.parse('{ "__proto__": "x", "constructor": "y", "7": "z" }');
    const votes = [aVote({ labels }), aVote({ labels: { ordinary: 'w' } })];
    const written = await bytes(votes, { format });
    if (format === 'parquet') {
      const rows = await parquetReadObjects({ file: bufferOf(written), rowFormat: 'object' });
      expect(Object.entries(rows[0])).toContainEqual(['constructor', 'y']);
      expect(rows[1].constructor).toBe(null);
    } else
      expect(written.toString()).toContain(
        format === 'csv' ? 'a,z,x,y,\n' : '"7":"z","__proto__":"x","constructor":"y"',
      );
  });

  test('refuses a label or covariate that takes the name of another column', async () => {
    await expect(bytes([aVote({ labels: { voter: 'x' } })], { format })).rejects.toThrow(ColumnClash);
    await expect(bytes([aVote({ covariates: { model: { a: 1, b: 2 } } })], { format })).rejects.toThrow(ColumnClash);
    const clash = aVote({ covariates: { length: { a: 1, b: 2 } }, labels: { length_a: 'long' } });
    await expect(bytes([clash], { format })).rejects.toThrow('Two columns would be named "length_a".');
  });

  test('refuses what it could not give back', async () => {
    await expect(bytes([aVote({ weight: Number.POSITIVE_INFINITY })], { format })).rejects.toThrow(ValueNotWritable);
    await expect(bytes([aVote({ time: Number.NaN })], { format })).rejects.toThrow(ValueNotWritable);
    await expect(bytes([aVote({ time: Date.UTC(10_000, 0) })], { format })).rejects.toThrow(ValueNotWritable);
  });

  test('takes empty lists as nothing', async () => {
    const empty = aVote({ tags: [], conversationA: [], labels: {}, covariates: {} });
    expect(Buffer.compare(await bytes([empty], { format }), await bytes([aVote()], { format }))).toBe(0);
  });
});

describe.each(['csv', 'parquet'] as const)('the columns of %s', (format) => {
  const later = [aVote(), aVote({ turn: 3, covariates: { length: { a: 1, b: 2 } }, labels: { source: 'x' } })];

  test('are those of the first batch that has a vote', async () => {
    const written = await bytes([...later].reverse(), { format }, 1);
    expect(columnsIn(written, format)).toContain('turn');
  });

  test.each([
    ['turn', { turn: 3 }],
    ['length', { covariates: { length: { a: 1, b: 2 } } }],
    ['source', { labels: { source: 'x' } }],
    ['conversationB', { conversationB: [{ role: 'user', content: '' }] }],
  ])('must have a place for %s of a later vote', async (column, fields) => {
    const error = await bytes([aVote(), aVote(fields)], { format }, 1).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ColumnMissing);
    expect(error).toMatchObject({ code: 'column-missing', column, row: 2 });
  });

  test('can be decided by a first pass', async () => {
    const fields = await findColumns(inBatches(later, 1));
    expect(fields).toEqual({ optional: ['turn'], covariates: ['length'], labels: ['source'] });
    const all = ['model_a', 'model_b', 'outcome', 'turn', 'length_a', 'length_b', 'source'];
    expect(columnsIn(await bytes(later, { format, fields }, 1), format)).toEqual(all);
  });
});

test('half of a surrogate pair is kept where it can be and refused where not', async () => {
  const votes = [aVote({ voter: 'a\ud83d', conversationA: [{ role: 'user', content: '\ude00' }] })];
  expect(JSON.parse(await text(votes, { format: 'jsonl' })).voter).toBe('a\ud83d');
  await expect(bytes(votes, { format: 'csv' })).rejects.toThrow('half of a surrogate pair');
  await expect(bytes(votes, { format: 'parquet' })).rejects.toThrow(ValueNotWritable);
});

test('a tag with the sign between tags is refused in CSV only', async () => {
  const votes = [aVote({ tags: ['a|b', 'c'] })];
  expect(JSON.parse(await text(votes, { format: 'jsonl' })).tags).toEqual(['a|b', 'c']);
  await expect(bytes(votes, { format: 'csv' })).rejects.toThrow(ValueNotWritable);
});

test('Parquet has groups of a hundred thousand rows', async () => {
  const written = await bytes(new Array<VoteRecord>(250_000).fill(aVote()), { format: 'parquet' }, 30_000);
  const groups = parquetMetadata(bufferOf(written)).row_groups.map(({ num_rows }) => Number(num_rows));
  expect(groups).toEqual([100_000, 100_000, 50_000]);
});

test('a stream needs the format by name, and may be gzipped', async () => {
  await expect(bytes([aVote()], {})).rejects.toThrow(FormatNotNamed);
  expect(gunzipSync(await bytes([aVote()], { format: 'jsonl', gzip: true })).toString()).toBe(
    '{"model_a":"alpha","model_b":"beta","outcome":"a"}\n',
  );
});

async function bytes(
  votes: readonly VoteRecord[],
  options: WriteOptions & { fields?: Awaited<ReturnType<typeof findColumns>> },
  batch = 1000,
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  await writeRecords(inBatches(votes, batch), async (chunk) => void chunks.push(chunk), options);
  return Buffer.concat(chunks);
}

async function text(votes: readonly VoteRecord[], options: WriteOptions): Promise<string> {
  return (await bytes(votes, options)).toString();
}

function columnsIn(written: Buffer, format: 'csv' | 'parquet'): string[] {
  if (format === 'csv') return written.toString().split('\n')[0].split(',');
  return parquetMetadata(bufferOf(written))
    .schema.slice(1)
    .map(({ name }) => name);
}

function bufferOf(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
