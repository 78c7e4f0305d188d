import { type Board, boardSpecSchema } from '@agon/boards';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aFolder, agon, boardOf, csv, type Folder, parseCsv, votesFile } from '../testing.ts';

let folder: Folder;
let votes: string;
let plain: Board;

beforeAll(async () => {
  folder = await aFolder();
  votes = await votesFile(folder);
  plain = await boardOf([votes]);
});

afterAll(() => folder.remove());

test('a file of votes gives a table, best model first, and a verdict', async () => {
  const { code, out, err } = await agon(['rank', votes]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const places = plain.models.map(({ model }) => out.indexOf(` ${model} `));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual(places.toSorted((x, y) => x - y));
  expect(out.replaceAll(/\s+/g, ' ')).toContain(plain.verdict.text);
  expect(out).toContain('600 used of 600 read');
});

test('--json prints the contract: every field, and a specification that parses to itself', () => {
  expect(Object.keys(plain).toSorted()).toEqual(
    ['format', 'algorithm', 'spec', 'votes', 'fit', 'interval', 'models', 'controls', 'ties', 'position']
      .concat('verdict', 'warnings')
      .toSorted(),
  );
  expect(plain.format).toBe('agon-board/1');
  expect(boardSpecSchema.parse(plain.spec)).toEqual(plain.spec);
  expect(Object.keys(plain.models[0] ?? {})).toEqual(['model', 'rating', 'stdErr', 'lower', 'upper', 'rank', 'votes']);
  expect(plain.votes).toMatchObject({ read: 600, used: 600, rejected: {}, voters: 40 });
});

test('--csv parses back to the numbers of --json', async () => {
  const { out } = await agon(['rank', votes, '--csv']);
  const [header, ...rows] = parseCsv(out);
  expect(header).toEqual([
    'rank_best',
    'rank_worst',
    'model',
    'rating',
    'std_err',
    'lower',
    'upper',
    'votes',
    'reason',
  ]);
  expect(rows).toEqual(
    plain.models.map(({ model, rating, stdErr, lower, upper, rank, votes: count, reason = '' }) =>
      [...(rank ?? ['', '']), model, rating, stdErr, lower, upper, count, reason].map(String),
    ),
  );
});

test('--html writes one page without anything from elsewhere, under its title', async () => {
  const page = folder.path('page.html');
  const { code, out, err } = await agon(['rank', votes, '--html', page, '--title', 'Spring <board>']);
  expect({ code, err }).toEqual({ code: 0, err: `Wrote ${page}\n` });
  expect(out).toContain('ada');
  const html = await folder.read('page.html');
  expect(html).toMatch(/^<!doctype html>/i);
  expect(html).toContain('<title>Spring &lt;board&gt;');
  expect(html).not.toMatch(/(src|href)="https?:/);
  for (const { model } of plain.models) expect(html).toContain(model);
});

test('a page of several boards names each value', async () => {
  const page = folder.path('pages.html');
  expect((await agon(['rank', votes, '--by', 'outcome', '--filter', 'outcome!=a,b', '--html', page])).code).toBe(0);
  const html = await folder.read('pages.html');
  expect(html).toContain('both_bad');
  expect(html).toContain('tie');
});

describe('each option changes the board', () => {
  test.each<[string[], (board: Board) => unknown]>([
    [['--ties', 'davidson'], ({ ties }) => ties],
    [['--ties', 'rao-kupper'], ({ ties }) => ties],
    [['--ties', 'grounded'], ({ ties }) => ties],
    [['--both-bad', 'drop'], ({ votes: { used } }) => used],
    [['--controls', 'length'], ({ controls }) => controls],
    [['--controls', 'length:difference'], ({ controls }) => controls],
    [['--controls', 'position'], ({ position }) => position],
    [['--interval', 'sandwich'], ({ models }) => models.map(({ stdErr }) => stdErr)],
    [['--interval', 'model'], ({ models }) => models.map(({ stdErr }) => stdErr)],
    [['--interval', 'bootstrap', '--rounds', '20'], ({ models }) => models.map(({ lower }) => lower)],
    [['--cluster', 'prompt'], ({ interval }) => interval],
    [['--cluster', 'voter,prompt'], ({ models }) => models.map(({ stdErr }) => stdErr)],
    [['--level', '0.5'], ({ models }) => models.map(({ lower }) => lower)],
    [['--ranks', 'simultaneous'], ({ models }) => models.map(({ rank }) => rank)],
    [['--filter', 'voter!=voter-1'], ({ votes: { used } }) => used],
    [['--filter', 'model!=ada', '--filter', 'outcome=a,b'], ({ votes: { rejected } }) => rejected],
    [['--anchor', 'cyd=1500'], ({ models }) => models.map(({ rating }) => rating)],
    [['--as-of', '2026-01-01T05:00:00Z'], ({ votes: { rejected } }) => rejected],
    [['--connectivity', 'prior'], ({ models }) => models.map(({ rating }) => rating)],
  ])('%j', async (args, part) => {
    expect(part(await boardOf([votes, ...args]))).not.toEqual(part(plain));
  });

  test('--rounds, --one-step and --seed change a bootstrap; the seed alone repeats it', async () => {
    const of = async (...args: string[]): Promise<string> =>
      JSON.stringify((await boardOf([votes, '--interval', 'bootstrap', '--rounds', '20', ...args])).models);
    const boards = await Promise.all([of(), of('--one-step'), of('--seed', '5'), of('--rounds', '21')]);
    expect(new Set(boards).size).toBe(4);
    expect(await of('--seed', '5')).toBe(boards[2]);
  });

  test('--multiplicity, --ranks overlap and --spec are in the board', async () => {
    const spec = await folder.write('spec.json', '{"ties":"davidson","ranks":"overlap"}');
    const board = await boardOf([votes, '--spec', spec, '--multiplicity', 'bonferroni', '--ties', 'half']);
    expect(board.spec).toMatchObject({ ties: 'half', ranks: 'overlap', multiplicity: 'bonferroni' });
  });

  test('--unweighted counts each vote once', async () => {
    const rows = [1, 0, 3, 1].map((weight, k) => ['x', 'y', k % 2 === 0 ? 'a' : 'b', weight]);
    const file = await folder.write('weights.csv', csv(['model_a', 'model_b', 'outcome', 'weight'], rows));
    expect((await boardOf([file])).votes).toMatchObject({ used: 3, rejected: { 'weight-zero': 1 } });
    const unweighted = await boardOf([file, '--unweighted']);
    expect(unweighted.models.map(({ rating }) => rating)).toEqual([1000, 1000]);
  });

  test('--connectivity error refuses what largest leaves out', async () => {
    const rows = [
      ['x', 'y', 'a'],
      ['x', 'y', 'b'],
      ['new', 'x', 'a'],
    ];
    const file = await folder.write('apart.csv', csv(['model_a', 'model_b', 'outcome'], rows));
    expect((await boardOf([file])).models.at(-1)).toMatchObject({ model: 'new', rating: null });
    const { code, err } = await agon(['rank', file, '--connectivity', 'error']);
    expect(code).toBe(1);
    expect(err).toMatch(/new.*largest.*prior/s);
  });
});

describe('--top', () => {
  test('shows the best and counts the rest, and leaves the verdict alone', async () => {
    const { out } = await agon(['rank', votes, '--top', '2']);
    expect(out).toContain('and 3 more rated models');
    expect(out.replaceAll(/\s+/g, ' ')).toContain(plain.verdict.text);
    const table = await agon(['rank', votes, '--csv', '--top', '2']);
    expect(parseCsv(table.out).slice(1)).toHaveLength(2);
  });

  test('does not cut JSON', async () => {
    expect((await boardOf([votes, '--top', '2'])).models).toHaveLength(5);
  });
});

describe('--by', () => {
  test('goes with a filter: values that it leaves nothing of have no board', async () => {
    const { code, out } = await agon(['rank', votes, '--by', 'outcome', '--filter', 'outcome=a,b', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out).boards).toHaveLength(2);
  });

  test('makes a board a value, in every format', async () => {
    const rows = ['English', 'French'].flatMap((language, k) =>
      Array.from({ length: 4 + 2 * k }, (_, r) => ['x', 'y', r % 2 === 0 ? 'a' : 'b', language]),
    );
    const file = await folder.write('languages.csv', csv(['model_a', 'model_b', 'outcome', 'language'], rows));
    const args = ['rank', file, '--by', 'language'];
    const document = JSON.parse((await agon([...args, '--json'])).out);
    expect(document).toMatchObject({ format: 'agon-boards/1', by: 'language' });
    expect(document.boards.map(({ value }: { value: string }) => value)).toEqual(['French', 'English']);
    const [header, ...lines] = parseCsv((await agon([...args, '--csv'])).out);
    expect(header?.slice(0, 4)).toEqual(['language', 'rank_best', 'rank_worst', 'model']);
    expect(lines.map(([value, , , model]) => [value, model])).toEqual([
      ...['x', 'y'].map((model) => ['French', model]),
      ...['x', 'y'].map((model) => ['English', model]),
    ]);
    const table = (await agon(args)).out;
    expect(table).toContain('language: French');
    expect(table).toContain('6 used of 10 read');
  });

  test('names every column that one can slice by, and no other', async () => {
    const { code, err } = await agon(['rank', votes, '--by', 'model']);
    expect(code).toBe(1);
    expect(err).toMatch(/model_a, model_b, outcome/);
    expect(err).not.toMatch(/There are: model,/);
  });
});

describe('the terminal', () => {
  test.each([20, 40, 60, 80, 133, 200, 500])('no line of the table is wider than %i cells, or 60', async (columns) => {
    const { out } = await agon(['rank', votes], { columns, isTTY: true, env: { NO_COLOR: '1' } });
    for (const line of out.split('\n')) expect([...line].length).toBeLessThanOrEqual(Math.max(60, columns));
  });

  test('colours only on a terminal, never against NO_COLOR, always with FORCE_COLOR', async () => {
    const coloured = async (world: object): Promise<boolean> =>
      (await agon(['rank', votes], world)).out.includes('\u001b[');
    expect(await coloured({})).toBe(false);
    expect(await coloured({ isTTY: true })).toBe(true);
    expect(await coloured({ isTTY: true, env: { NO_COLOR: '1' } })).toBe(false);
    expect(await coloured({ isTTY: true, env: { TERM: 'dumb' } })).toBe(false);
    expect(await coloured({ env: { FORCE_COLOR: '1' } })).toBe(true);
    expect(await coloured({ env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).toBe(false);
  });

  test('formats for machines have no colour even with FORCE_COLOR', async () => {
    for (const format of ['--json', '--csv']) {
      expect((await agon(['rank', votes, format], { env: { FORCE_COLOR: '1' } })).out).not.toContain('\u001b');
    }
  });
});
