import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { VoteFileError } from './errors.ts';
import type { ReadOptions, Source } from './options.ts';
import { readColumns } from './read.ts';
import { aRow, aSource, aStream, csv, gzip, jsonl, parquet, refusal } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'agon-errors-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function fault(source: Source, options?: ReadOptions): Promise<VoteFileError> {
  const cause = await refusal(readColumns([source], options));
  if (cause instanceof VoteFileError) return cause;
  throw new Error('no VoteFileError', { cause });
}

test('a file that is not there is named', async () => {
  const error = await fault({ name: 'nowhere.csv', path: join(folder, 'nowhere.csv') });
  expect(error.code).toBe('source-missing');
  expect(error.message).toBe('There is no file nowhere.csv.');
});

test('a folder is no file', async () => {
  expect(await fault({ name: 'votes', path: folder })).toMatchObject({ code: 'source-is-folder', source: 'votes' });
});

test.each([
  ['without bytes', ''],
  ['of white space', ' \n\n'],
  ['of a byte order mark', '\ufeff'],
  ['gzipped without bytes', gzip('')],
])('a file %s is empty', async (_, content) => {
  expect(await fault(aSource(content))).toMatchObject({ code: 'source-empty', message: 'votes is empty.' });
});

test.each([
  ['CSV with a header only', 'model_a,model_b,outcome\n'],
  ['CSV with a header that is not ended', 'model_a,model_b,outcome'],
])('a %s holds no vote', async (_, content) => {
  const error = await fault(aSource(content));
  expect(error.code).toBe('no-usable-votes');
  expect(error.message).toBe('votes holds no vote: there is no row.\nColumns found: model_a, model_b, outcome.');
});

test('a file without a usable row says why, and how to name columns and outcomes', async () => {
  const error = await fault(aSource(csv([aRow({ outcome: 'meh' }), aRow({ outcome: '' })])));
  expect(error.code).toBe('no-usable-votes');
  expect(error.message).toMatchInlineSnapshot(`
    "votes holds no usable vote: all 2 rows were rejected (unknown-outcome 1, missing-outcome 1).
    First: line 2, unknown-outcome: "meh"
    Columns found: model_a, model_b, outcome.
    If others hold the votes, name them: --columns model_a=COLUMN,model_b=COLUMN,outcome=COLUMN
    Other words for outcomes: --outcomes WORD=a,WORD=b,WORD=tie,WORD=both_bad"
  `);
});

test('a table of unknown columns says which are found and which are needed', async () => {
  const error = await fault(aSource('model_a,second,verdict\nx,y,1\n'));
  expect(error.code).toBe('unknown-layout');
  expect(error.message).toBe(
    'votes is in no known layout: a vote needs model_b.\nColumns found: model_a, second, verdict.\n' +
      'Name them: --columns model_b=COLUMN',
  );
});

test('a column that is named and not there is an error', async () => {
  const error = await fault(aSource(csv([aRow()])), { columns: { voter: 'user' } });
  expect(error).toMatchObject({ code: 'unknown-column', column: 'user', found: ['model_a', 'model_b', 'outcome'] });
});

test('a label that no column has is an error', async () => {
  expect(await fault(aSource(csv([aRow()])), { want: { labels: ['room'] } })).toMatchObject({ code: 'unknown-column' });
});

test('a side without the other is no covariate', async () => {
  const error = await fault(aSource(csv([aRow({ n: 1 })])), { columns: { length_a: 'n' } });
  expect(error.code).toBe('unknown-field');
});

test('a gzip that is cut off is an error and not a shorter file', async () => {
  const packed = gzip(jsonl(...Array.from({ length: 500 }, (_, voter) => aRow({ voter }))));
  const error = await fault(aSource(packed.subarray(0, packed.length - 20), 'cut.jsonl.gz'));
  expect(error).toMatchObject({ code: 'source-broken', source: 'cut.jsonl.gz' });
  expect(error.message).toBe('cut.jsonl.gz cannot be read: its gzip ends early; the file is truncated.');
});

test('a damaged gzip is an error', async () => {
  const packed = Buffer.from(gzip(jsonl(...Array.from({ length: 500 }, (_, voter) => aRow({ voter })))));
  packed.fill(0xff, 30, 60);
  expect((await fault(aStream(packed))).message).toMatch('votes cannot be read: its gzip is damaged');
});

test('a Parquet file that is cut off is an error', async () => {
  const bytes = parquet(Array.from({ length: 50 }, () => ({ model_a: 'x', model_b: 'y', outcome: 'a' })));
  const error = await fault(aSource(bytes.subarray(0, bytes.length - 9)));
  expect(error).toMatchObject({ code: 'source-broken' });
  expect(error.message).toMatch('votes cannot be read: its Parquet cannot be decoded');
});

test('a Parquet file whose pages are damaged is an error', async () => {
  const rows = Array.from({ length: 50 }, (_, row) => ({ model_a: `m${row}`, model_b: 'y', outcome: 'a' }));
  const bytes = Buffer.from(parquet(rows, { codec: 'UNCOMPRESSED' }));
  bytes.fill(0xff, 4, 120);
  expect(await fault(aSource(bytes))).toMatchObject({ code: 'source-broken' });
});

test('a JSON array that breaks off is an error that says where', async () => {
  const error = await fault(aSource(JSON.stringify([aRow(), aRow()]).slice(0, -5)));
  expect(error.message).toBe('votes cannot be read: its JSON array ends early, after element 1.');
});

test('a JSON array with a fault is an error that says where', async () => {
  const error = await fault(aSource(`[${JSON.stringify(aRow())}, oops]`));
  expect(error.message).toMatch('votes cannot be read: its JSON is at fault after element 1:');
});

test('UTF-16 is told from UTF-8', async () => {
  const error = await fault(aSource(Buffer.from(`\ufeff${csv([aRow()])}`, 'utf16le')));
  expect(error.message).toBe('votes cannot be read: it is UTF-16. Save it as UTF-8.');
});

test('one file without votes among others is an error', async () => {
  const reading = readColumns([aSource(csv([aRow()]), 'good'), aSource(csv([aRow({ outcome: '?' })]), 'bad')]);
  expect(await refusal(reading)).toMatchObject({ code: 'no-usable-votes', source: 'bad' });
});
