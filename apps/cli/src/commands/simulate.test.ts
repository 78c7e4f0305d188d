import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aFolder, agon, boardOf, type Folder, parseCsv } from '../testing.ts';

let folder: Folder;

beforeAll(async () => {
  folder = await aFolder();
});

afterAll(() => folder.remove());

test('votes simulated from a truth rank in its order, near its differences', async () => {
  const truth = folder.path('truth.json');
  const size = ['--models', '6', '--votes', '30000', '--spread', '0.8', '--tie-share', '0', '--seed', '3'];
  const { out } = await agon(['simulate', ...size, '--truth', truth]);
  const board = await boardOf(['-'], { stdin: out });
  const expected: { model: string; rating: number }[] = JSON.parse(await folder.read('truth.json'));
  expect(board.models.map(({ model }) => model)).toEqual(expected.map(({ model }) => model));
  board.models.forEach(({ rating, stdErr }, k) => {
    expect(Math.abs((rating ?? 0) - (expected[k]?.rating ?? 0))).toBeLessThan(4 * (stdErr ?? 0));
  });
});

test('the same seed gives the same bytes, another other ones', async () => {
  const of = async (seed: string): Promise<string> => (await agon(['simulate', '--votes', '50', '--seed', seed])).out;
  expect(await of('1')).toBe(await of('1'));
  expect(await of('2')).not.toBe(await of('1'));
});

test('without options: 10,000 votes of 20 models as CSV on standard output', async () => {
  const { code, out, err } = await agon(['simulate']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const [header, ...rows] = parseCsv(out);
  expect(header).toEqual(['model_a', 'model_b', 'outcome', 'voter', 'time', 'prompt']);
  expect(rows).toHaveLength(10_000);
  expect(new Set(rows.flatMap((row) => row.slice(0, 2))).size).toBe(20);
});

describe('each option shows', () => {
  const share = (rows: readonly string[][], column: number, value: string): number =>
    rows.filter((row) => row[column] === value).length / rows.length;
  const most = (rows: readonly string[][], column: number): number =>
    Math.max(...Object.values(Object.groupBy(rows, (row) => row[column] ?? '')).map((same = []) => same.length));

  test.each<[string[], (rows: string[][]) => number, 'more' | 'less']>([
    [['--model-tail', '0.9'], (rows) => most(rows, 0), 'more'],
    [['--voters', '3'], (rows) => new Set(rows.map((row) => row[3])).size, 'less'],
    [['--voter-tail', '0.9'], (rows) => most(rows, 3), 'more'],
    [['--largest-voter', '0.5'], (rows) => most(rows, 3), 'more'],
    [['--prompts', '5'], (rows) => new Set(rows.map((row) => row[5])).size, 'less'],
    [['--prompts', '400', '--prompt-tail', '0.9'], (rows) => most(rows, 5), 'more'],
    [['--tie-share', '0.8'], (rows) => share(rows, 2, 'tie'), 'more'],
    [['--both-bad-share', '0.9'], (rows) => share(rows, 2, 'both_bad'), 'more'],
    [['--position', '1'], (rows) => share(rows, 2, 'a'), 'more'],
    [['--models', '3'], (rows) => new Set(rows.map((row) => row[0])).size, 'less'],
    [['--models', 'a,b'], (rows) => share(rows, 0, 'a'), 'more'],
    [['--votes', '100'], (rows) => rows.length, 'less'],
  ])('%j', async (args, measure, direction) => {
    const of = async (more: string[]): Promise<number> =>
      measure(parseCsv((await agon(['simulate', '--votes', '3000', ...more])).out).slice(1));
    const [before, after] = [await of([]), await of(args)];
    if (direction === 'more') expect(after).toBeGreaterThan(before * 1.2);
    else expect(after).toBeLessThan(before / 1.2);
  });

  test.each([['--taste'], ['--prompt-effect'], ['--spread']])('%s changes outcomes', async (option) => {
    const base = ['simulate', '--votes', '500', '--voters', '10', '--prompts', '10'];
    expect((await agon([...base, option, '2'])).out).not.toBe((await agon(base)).out);
  });

  test('--style brings counts that a board can control', async () => {
    const { out } = await agon(['simulate', '--votes', '8000', '--models', '4', '--style', 'length=0.8,bold=0']);
    const { controls } = await boardOf(['-', '--controls', 'length,bold'], { stdin: out });
    expect(controls[0]?.lower).toBeGreaterThan(0);
    expect(Math.abs(controls[1]?.coefficient ?? 1)).toBeLessThan(4 * (controls[1]?.stdErr ?? 0));
  });
});

test.each(['votes.jsonl', 'votes.csv.gz', 'votes.parquet'])('--out %s says what it wrote', async (name) => {
  const { code, out, err } = await agon(['simulate', '--votes', '200', '--out', folder.path(name)]);
  expect({ code, out, err }).toEqual({ code: 0, out: '', err: `Wrote 200 votes to ${folder.path(name)}\n` });
  expect((await boardOf([folder.path(name)])).votes.read).toBe(200);
});

test('--format goes before the name', async () => {
  const file = folder.path('odd.txt');
  await agon(['simulate', '--votes', '3', '--format', 'jsonl', '--out', file]);
  expect(
    (await folder.read('odd.txt'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toHaveLength(3);
});
