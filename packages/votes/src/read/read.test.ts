import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fc, test as propertyTest } from '@fast-check/vitest';
import { afterAll, describe, expect, test } from 'vitest';
import { MISSING } from '../columns.ts';
import { readColumns } from './read.ts';
import { allRecords, aRow, aSource, aStream, csv, gzip, isReconciled, jsonl, parquet, plainVotes } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'agon-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

const rows = [
  { model_a: 'heron', model_b: 'osprey', outcome: 'a', voter: 'v1', weight: 1, length_a: 10, length_b: 20 },
  { model_a: 'osprey', model_b: 'wren', outcome: 'tie', voter: 'v2', weight: 0.5, length_a: 11, length_b: 21 },
  { model_a: 'wren', model_b: 'heron', outcome: 'both_bad', voter: 'v1', weight: 2, length_a: 12, length_b: 22 },
];

const files = {
  csv: csv(rows),
  tsv: csv(rows, '\t'),
  'semicolon.csv': csv(rows, ';'),
  'bar.csv': csv(rows, '|'),
  'crlf.csv': csv(rows).replaceAll('\n', '\r\n'),
  'bom.csv': `\ufeff${csv(rows)}`,
  'bom.jsonl': `\ufeff${jsonl(...rows)}`,
  jsonl: jsonl(...rows),
  'blank.jsonl': `\n${jsonl(...rows)}\n\n`,
  'unended.jsonl': jsonl(...rows).trimEnd(),
  json: JSON.stringify(rows),
  'pretty.json': JSON.stringify(rows, undefined, 2),
  parquet: parquet(rows),
};

test('a file of votes becomes columns', async () => {
  const { columns, report } = await readColumns([aSource('model_a,model_b,outcome\nheron,osprey,a\n')]);
  expect(columns.models).toEqual(['heron', 'osprey']);
  expect([...columns.modelA, ...columns.modelB, ...columns.outcome]).toEqual([0, 1, 0]);
  expect(report).toMatchObject({ read: 1, used: 1, sources: [{ format: 'csv', layout: 'agon', gzip: false }] });
});

describe.each(Object.entries(files))('%s', (name, content) => {
  async function expectVotes(source: Parameters<typeof readColumns>[0][number], isGzip: boolean) {
    const { columns, report } = await readColumns([source]);
    expect(plainVotes(columns)).toEqual(['heron a osprey', 'osprey tie wren', 'wren both_bad heron']);
    expect(columns.voter).toEqual({ codes: Uint32Array.of(0, 1, 0), names: ['v1', 'v2'] });
    expect(columns.weight).toEqual(Float64Array.of(1, 0.5, 2));
    expect(columns.covariates.length).toEqual({ a: Float32Array.of(10, 11, 12), b: Float32Array.of(20, 21, 22) });
    expect(report.sources[0]).toMatchObject({ layout: 'agon', gzip: isGzip, read: 3, used: 3 });
  }

  test('is read from a path', async () => {
    const path = join(folder, `votes.${name}`);
    writeFileSync(path, content);
    await expectVotes({ name: path, path }, false);
  });

  test('is read gzipped from a path', async () => {
    const path = join(folder, `votes.${name}.gz`);
    writeFileSync(path, gzip(content));
    await expectVotes({ name: path, path }, true);
  });

  test('is read from memory, whatever its name', () => expectVotes(aSource(content), false));

  test('is read from a stream', () => expectVotes(aStream(content), false));

  test('is read gzipped from a stream', () => expectVotes(aStream(gzip(content)), true));

  test('gives the same votes as records', async () => {
    const { records, report } = await allRecords([aSource(content)]);
    expect(records[1]).toEqual({
      modelA: 'osprey',
      modelB: 'wren',
      outcome: 'tie',
      voter: 'v2',
      weight: 0.5,
      covariates: { length: { a: 11, b: 21 } },
    });
    expect(report).toMatchObject({ read: 3, used: 3 });
  });
});

test('gzip members one after the other are one file', async () => {
  const [first, ...others] = jsonl(...rows)
    .split('\n')
    .filter(Boolean);
  const members = [gzip(`${first}\n`), gzip(`${others.join('\n')}\n`)];
  const { columns } = await readColumns([aSource(Buffer.concat(members))]);
  expect(columns.length).toBe(3);
});

test('sources of other formats and layouts share their dictionaries', async () => {
  const other = jsonl({ model_a: 'wren', model_b: 'robin', winner: 'model_b', judge: 'v2', question_id: 7, turn: 1 });
  const { columns, report } = await readColumns([aSource(csv(rows), 'ours'), aSource(other, 'theirs')]);
  expect(columns.models).toEqual(['heron', 'osprey', 'wren', 'robin']);
  expect(columns.voter?.names).toEqual(['v1', 'v2']);
  expect([...(columns.voter?.codes ?? [])]).toEqual([0, 1, 0, 1]);
  expect([...(columns.prompt?.codes ?? [])]).toEqual([MISSING, MISSING, MISSING, 0]);
  expect([...(columns.turn ?? [])]).toEqual([0, 0, 0, 1]);
  expect([...(columns.weight ?? [])]).toEqual([1, 0.5, 2, 1]);
  expect(columns.covariates.length?.a[3]).toBeNaN();
  expect(report.sources.map(({ layout }) => layout)).toEqual(['agon', 'mt-bench']);
  expect(isReconciled(report)).toBe(true);
});

test('only what is wanted is read', async () => {
  const { columns } = await readColumns([aSource(csv(rows))], { want: { weight: true } });
  expect(columns.voter).toBeUndefined();
  expect(columns.covariates).toEqual({});
  expect(columns.weight).toBeDefined();
});

test('a column that is kept as a label is coded', async () => {
  const source = aSource(csv([aRow({ room: 'north' }), aRow({ room: '' }), aRow({ room: 'south' })]));
  const { columns } = await readColumns([source], { want: { labels: ['room'] } });
  expect(columns.labels.room).toEqual({ codes: Uint32Array.of(0, MISSING, 1), names: ['north', 'south'] });
  const { records } = await allRecords([source], { want: { labels: ['room'] } });
  expect(records.map(({ labels }) => labels)).toEqual([{ room: 'north' }, undefined, { room: 'south' }]);
});

test('progress counts the bytes of the file and its rows', async () => {
  const content = gzip(csv(rows));
  const seen: unknown[] = [];
  await readColumns([aSource(content)], { onProgress: (progress) => seen.push(progress) });
  const size = content.length;
  expect(seen.at(-1)).toEqual({ source: 'votes', bytesRead: size, bytesTotal: size, rowsRead: 3 });
});

test('a reading that is aborted ends with the reason', async () => {
  const stop = new AbortController();
  const onProgress = () => stop.abort(new Error('enough'));
  const manyRows = jsonl(...Array.from({ length: 300 }, () => aRow()));
  const reading = readColumns([aStream(manyRows, 4000)], { signal: stop.signal, onProgress });
  await expect(reading).rejects.toThrow('enough');
});

test('the temporary file of a Parquet stream is removed', async () => {
  const spooled = () => readdirSync(tmpdir()).filter((name) => name.startsWith('agon-votes-'));
  const before = spooled();
  await readColumns([aStream(parquet(rows))]);
  expect(spooled()).toEqual(before);
});

const awkward = [
  { model_a: 'hérön', model_b: 'wren "the small", jr', outcome: 'a', prompt: 'one\ntwo' },
  { model_a: '鷺🦩', model_b: 'hérön', outcome: 'tie', prompt: '"' },
  { model_a: 'x', model_b: '鷺🦩', outcome: 'what', prompt: '' },
];

const texts = {
  csv: csv(awkward),
  crlf: csv(awkward).replaceAll('\n', '\r\n'),
  jsonl: jsonl(...awkward),
  json: JSON.stringify(awkward),
};

describe.each(Object.entries(texts))('the chunks of %s', (_, text) => {
  const bytes = Buffer.from(text);

  test('may be cut at any byte', async () => {
    const whole = await readColumns([aSource(bytes)]);
    expect(whole.columns.length).toBe(2);
    expect(whole.columns.prompt?.names).toEqual(['one\ntwo', '"']);
    for (let cut = 1; cut < bytes.length; cut++) {
      async function* stream() {
        yield bytes.subarray(0, cut);
        yield bytes.subarray(cut);
      }
      expect(await readColumns([{ name: 'votes', stream }])).toEqual(whole);
    }
  });

  propertyTest.prop([fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 })], { numRuns: 50 })(
    'may be of any sizes',
    async (sizes) => {
      async function* stream() {
        for (let start = 0, turn = 0; start < bytes.length; turn++) {
          const size = sizes[turn % sizes.length] ?? 1;
          yield bytes.subarray(start, start + size);
          start += size;
        }
      }
      expect(await readColumns([{ name: 'votes', stream }])).toEqual(await readColumns([aSource(bytes)]));
    },
  );
});

test('records keep every digit of a covariate; columns keep as many as a 32-bit number holds', async () => {
  const source = aSource('model_a,model_b,outcome,cost_a,cost_b\nx,y,a,0.1,0.123456789012\n');
  const { records } = await allRecords([source]);
  expect(records[0]?.covariates).toEqual({ cost: { a: 0.1, b: 0.123456789012 } });
  const { columns } = await readColumns([source]);
  expect(columns.covariates.cost?.a).toEqual(Float32Array.of(0.1));
});

test('the content tells the format, whatever the name says', async () => {
  const text = '{"model_a":"x","model_b":"y","outcome":"a"}\n{"model_a":"y","model_b":"x","outcome":"tie"}\n';
  const source = { name: 'votes.csv', bytes: new TextEncoder().encode(text) };
  expect((await readColumns([source])).report.sources).toMatchObject([{ format: 'jsonl', used: 2 }]);
});
