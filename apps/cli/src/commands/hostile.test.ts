import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aFolder, agon, boardOf, csv, type Folder, parseCsv } from '../testing.ts';

const names = [
  '\u001b[31mred\u001b[0m',
  '\u009b31mC1',
  'bell\u0007',
  'new\nline',
  '\u202eltr',
  'a\u200bb',
  '<script>alert(1)</script>',
  '</style><img src=x onerror=alert(1)>',
  '"><b onmouseover="x()">',
  "it's & so",
  '__proto__',
  'constructor',
  'toString',
  'a,b',
  'say "hi"',
  '=cmd()',
  '@sum',
  '日本語',
  '👩‍👩‍👧',
  'L'.repeat(10_000),
  'null',
  'NaN',
  '0',
];

let folder: Folder;
let file: string;

beforeAll(async () => {
  folder = await aFolder();
  const ring = names.flatMap((name, k) => {
    const next = names[(k + 1) % names.length] ?? '';
    const afterNext = names[(k + 5) % names.length] ?? '';
    return ['a', 'b', 'tie'].flatMap((outcome, v) => [
      [name, next, outcome, `voter ${v}`],
      [afterNext, name, outcome, names[v] ?? ''],
    ]);
  });
  file = await folder.write('hostile.csv', csv(['model_a', 'model_b', 'outcome', 'voter'], ring));
});

afterAll(() => folder.remove());

test('every name is a model of its own, as it was written', async () => {
  const board = await boardOf([file]);
  expect(board.models.map(({ model }) => model).toSorted()).toEqual(names.toSorted());
  expect(board.models.every(({ rating }) => Number.isFinite(rating))).toBe(true);
});

test('a terminal is not at their mercy: no control character, no change of direction', async () => {
  const { out, err } = await agon(['rank', file, '--by', 'voter']);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
});

test.each([
  ['an unknown anchor', ['--anchor', '\u001b[2Jx=1']],
  ['an unknown filter field', ['--filter', '\u001b[2Jx=1']],
  ['an unknown column', ['--columns', 'voter=\u001b[2Jx']],
])('an error message neither: %s', async (_, args) => {
  const { code, err } = await agon(['rank', file, ...args]);
  expect(code).not.toBe(0);
  expect(err).not.toContain('\u001b');
});

test('an error message does not print ten thousand characters of a name', async () => {
  const { err } = await agon(['rank', file, '--anchor', 'nobody=1000']);
  expect(err.length).toBeLessThan(3000);
});

test('a page holds them as text', async () => {
  await agon(['rank', file, '--html', folder.path('page.html'), '--title', '</title><script>x()</script>']);
  const html = await folder.read('page.html');
  expect(html).not.toContain('<script>alert(1)');
  expect(html).not.toContain('<script>x()');
  expect(html).not.toContain('<img src=x');
  expect(html).not.toContain('<b onmouseover');
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
});

test('CSV parses back to the names', async () => {
  const rows = parseCsv((await agon(['rank', file, '--csv'])).out).slice(1);
  expect(rows.map(([, , name]) => name).toSorted()).toEqual(names.toSorted());
});

test('a snapshot of them verifies from another format', async () => {
  await agon(['rank', file, '--snapshot', folder.path('snapshot.json')]);
  await agon(['convert', file, '--out', folder.path('hostile.parquet')]);
  expect((await agon(['verify', folder.path('snapshot.json'), folder.path('hostile.parquet')])).out).toMatch(
    /^Verified/,
  );
});

test.each(['__proto__', 'constructor', '=cmd()', 'a,b', '日本語'])('%s can be anchored', async (name) => {
  const { models } = await boardOf([file, '--anchor', `${name}=1234`]);
  expect(models.find(({ model }) => model === name)?.rating).toBe(1234);
});

describe('names of columns', () => {
  test.each(['__proto__', 'constructor', 'toString', 'length'])('%s is an ordinary label', async (name) => {
    const rows = ['a', 'b', 'a', 'b'].map((outcome, k) => ['x', 'y', outcome, k < 2 ? 'p' : 'q']);
    const labels = await folder.write('labels.csv', csv(['model_a', 'model_b', 'outcome', name], rows));
    expect((await boardOf([labels, '--filter', `${name}=p`])).votes.used).toBe(2);
    const { out } = await agon(['rank', labels, '--by', name, '--json']);
    expect(JSON.parse(out).boards.map(({ value }: { value: string }) => value)).toEqual(['p', 'q']);
  });
});

describe('odd votes', () => {
  const boardFrom = async (rows: (string | number)[][], header: string[], ...args: string[]) =>
    boardOf([await folder.write('odd.csv', csv(['model_a', 'model_b', 'outcome', ...header], rows)), ...args]);

  test('one vote gives a board without ratings', async () => {
    const { models, verdict } = await boardFrom([['x', 'y', 'a']], []);
    expect(models.map(({ rating }) => rating)).toEqual([null, null]);
    expect(verdict.kind).toBe('not-comparable');
  });

  test('weights that are tiny, huge or fractions are taken as they are', async () => {
    const weights = [1e-9, 1e9, 0.3, 2.5, 1e-9, 1e9];
    const { models } = await boardFrom(
      weights.map((weight, k) => ['x', 'y', k % 2 === 0 ? 'a' : 'b', weight]),
      ['weight'],
    );
    expect(models.every(({ rating, stdErr }) => Number.isFinite(rating) && Number.isFinite(stdErr))).toBe(true);
  });

  test('one voter with nearly all votes is named in a warning', async () => {
    const rows = Array.from({ length: 200 }, (_, r) => ['x', 'y', r % 3 === 0 ? 'b' : 'a', r < 198 ? 'v' : `w${r}`]);
    const { warnings, interval } = await boardFrom(rows, ['voter']);
    expect(interval.clusters).toBe(3);
    expect(warnings.join()).toMatch(/One voter cast 99\.0 %.*|only 3 clusters/);
  });

  test('a control that is missing in some votes and beyond numbers in one ends, and says what it left out', async () => {
    const rows = Array.from({ length: 60 }, (_, r) => [
      ...['x', 'y', r % 3 === 0 ? 'b' : 'a'],
      ...[r % 10 === 0 ? '' : (r * 7) % 11, r === 7 ? 'nan' : (r * 5) % 13],
    ]);
    const { votes } = await boardFrom(rows, ['width_a', 'width_b'], '--controls', 'width');
    expect(votes).toMatchObject({ read: 60, used: 53, rejected: { 'missing-control': 7 } });
  });
});
