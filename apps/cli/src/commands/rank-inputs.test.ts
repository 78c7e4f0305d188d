import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aFolder, agon, boardOf, csv, type Folder, votesFile } from '../testing.ts';

const args = ['--controls', 'length'];
let folder: Folder;
let votes: string;
let expected: string;

beforeAll(async () => {
  folder = await aFolder();
  votes = await votesFile(folder);
  expected = JSON.stringify(await boardOf([votes, ...args]));
  await folder.write('votes.tsv', (await folder.read('votes.csv')).replaceAll(',', '\t'));
  await folder.write('votes.csv.gz', gzipSync(await folder.read('votes.csv')));
  for (const name of ['votes.jsonl', 'votes.parquet', 'votes.jsonl.gz']) {
    await agon(['convert', votes, '--out', folder.path(name)]);
  }
  const lines = (await folder.read('votes.jsonl')).trim().split('\n');
  await folder.write('votes.json', `[${lines.join(',\n')}]`);
  await folder.write('first.jsonl', `${lines.slice(0, 250).join('\n')}\n`);
  await folder.write('second.jsonl', `${lines.slice(250).join('\n')}\n`);
  await folder.write('windows.csv', `\ufeff${(await folder.read('votes.csv')).replaceAll('\n', '\r\n')}`);
});

afterAll(() => folder.remove());

describe('the same votes give the same board from', () => {
  test.each([
    'votes.tsv',
    'votes.csv.gz',
    'votes.jsonl',
    'votes.jsonl.gz',
    'votes.json',
    'votes.parquet',
    'windows.csv',
  ])('%s', async (name) => {
    expect(JSON.stringify(await boardOf([folder.path(name), ...args]))).toBe(expected);
  });

  test('several files, in either order', async () => {
    const [first, second] = [folder.path('first.jsonl'), folder.path('second.jsonl')];
    expect(JSON.stringify(await boardOf([first, second, ...args]))).toBe(expected);
    expect(JSON.stringify(await boardOf([second, first, ...args]))).toBe(expected);
  });

  test.each([[[]], [['--format', 'csv']]])('standard input, with %j', async (more) => {
    const stdin = await folder.read('votes.csv');
    expect(JSON.stringify(await boardOf(['-', ...args, ...more], { stdin }))).toBe(expected);
  });

  test('gzip and JSON on standard input', async () => {
    const stdin = gzipSync(await folder.read('votes.json'));
    expect(JSON.stringify(await boardOf(['-', ...args], { stdin }))).toBe(expected);
  });
});

test('a table of one’s own: --columns and --outcomes', async () => {
  const rows = [
    ['q1', 'x', 'y', 'links', 'kim', 9],
    ['q2', 'y', 'x', 'links', 'kim', 4],
    ['q3', 'x', 'y', 'egal', 'lee', 5],
    ['q4', 'x', 'z', 'beide schlecht', 'lee', 5],
  ];
  const file = await folder.write('own.csv', csv(['id', 'l', 'r', 'sieger', 'wer', 'note'], rows));
  const board = await boardOf([
    file,
    ...['--columns', 'model_a=l,model_b=r,outcome=sieger,voter=wer,prompt=id'],
    ...['--outcomes', 'Links=a,egal=tie,beide schlecht=both_bad'],
    ...['--filter', 'note<=9'],
  ]);
  expect(board.ties.counts).toEqual({ a: 2, b: 0, tie: 1, both_bad: 1 });
  expect(board.votes).toMatchObject({ read: 4, used: 4, voters: 2 });
});

test('covariates of one’s own become controls', async () => {
  const rows = Array.from({ length: 60 }, (_, r) => ['x', 'y', r % 3 === 0 ? 'b' : 'a', (r * 7) % 11, (r * 5) % 13]);
  const file = await folder.write('seconds.csv', csv(['model_a', 'model_b', 'outcome', 'left s', 'right s'], rows));
  const columns = ['--columns', 'seconds_a=left s,seconds_b=right s'];
  const board = await boardOf([file, ...columns, '--controls', 'seconds:difference']);
  expect(board.controls.map(({ name }) => name)).toEqual(['seconds']);
});

describe('--rejects', () => {
  test('holds every row that was not used, with line and reason, as many as the board counts', async () => {
    const rows = [
      ['x', 'y', 'a'],
      ['x', 'x', 'a'],
      ['', 'y', 'a'],
      ['x', 'y', ''],
      ['x', 'y', 'won'],
      ['y', 'x', 'a'],
    ];
    const file = await folder.write('mixed.csv', csv(['model_a', 'model_b', 'outcome'], rows));
    const board = await boardOf([file, '--rejects', folder.path('rejects.jsonl')]);
    expect(board.votes).toEqual({
      ...board.votes,
      read: 6,
      used: 2,
      rejected: { 'missing-model': 1, 'same-model': 1, 'missing-outcome': 1, 'unknown-outcome': 1 },
    });
    const rejects = (await folder.read('rejects.jsonl'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rejects.map(({ line, reason }: { line: number; reason: string }) => [line, reason])).toEqual([
      [3, 'same-model'],
      [4, 'missing-model'],
      [5, 'missing-outcome'],
      [6, 'unknown-outcome'],
    ]);
    expect(rejects[0]).toHaveProperty('raw');
  });

  test('is there and empty where all rows were used', async () => {
    await boardOf([votes, '--rejects', folder.path('none.jsonl')]);
    expect(await folder.read('none.jsonl')).toBe('');
  });

  test('tells what a file without a usable row was refused for', async () => {
    const file = await folder.write('bad.csv', csv(['model_a', 'model_b', 'outcome'], [['x', 'x', 'a']]));
    expect((await agon(['rank', file, '--rejects', folder.path('all.jsonl')])).code).toBe(1);
    expect(JSON.parse(await folder.read('all.jsonl'))).toMatchObject({ line: 2, reason: 'same-model' });
  });
});

describe('damaged files end with 1 and name the file', () => {
  test('gzip that breaks off', async () => {
    const file = await folder.write('cut.csv.gz', gzipSync(await folder.read('votes.csv')).subarray(0, 3000));
    const { code, err } = await agon(['rank', file]);
    expect(code).toBe(1);
    expect(err).toMatch(/cut\.csv\.gz.*truncated/);
  });

  test('JSON that breaks off', async () => {
    const file = await folder.write('cut.json', (await folder.read('votes.json')).slice(0, 5000));
    const { code, err } = await agon(['rank', file]);
    expect(code).toBe(1);
    expect(err).toMatch(/cut\.json/);
  });

  test('a Parquet file without its end', async () => {
    const file = await folder.write('cut.parquet', 'PAR1 and then nothing of use');
    const { code, err } = await agon(['rank', file]);
    expect(code).toBe(1);
    expect(err).toMatch(/cut\.parquet/);
  });
});

test('times in many forms are one time', async () => {
  const forms = ['2025-06-01T10:00:00Z', '2025-06-01 10:00:00+00:00', '1748772000', '1748772000000', '1748772000.0'];
  for (const time of forms) {
    const rows = ['a', 'b'].map((outcome) => ['x', 'y', outcome, time]);
    const file = await folder.write('times.csv', csv(['model_a', 'model_b', 'winner', 'timestamp'], rows));
    const used = async (until: string): Promise<number> =>
      (await agon(['rank', file, '--as-of', until, '--json'])).code === 0 ? 1 : 0;
    expect(await used('2025-06-01T10:00:00Z'), time).toBe(1);
    expect(await used('2025-06-01T09:59:59Z'), time).toBe(0);
  }
});

test('the same file twice is not taken for more votes without a word', async () => {
  const { err, out } = await agon(['rank', votes, votes]);
  expect(err + out).toMatch(/twice/);
});
