import { ALGORITHM } from '@agon/rating';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aFolder, agon, boardOf, csv, type Folder, votesFile } from '../testing.ts';

let folder: Folder;
let votes: string;
let snapshot: string;

beforeAll(async () => {
  folder = await aFolder();
  votes = await votesFile(folder);
  snapshot = folder.path('snapshot.json');
  await agon(['rank', votes, '--controls', 'length', '--snapshot', snapshot]);
});

afterAll(() => folder.remove());

test('a snapshot is verified against its votes', async () => {
  const { code, out, err } = await agon(['verify', snapshot, votes]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^Verified: 600 votes with hash [0-9a-f]{64} give this board, byte for byte/);
});

test('its board is the one that was printed, but for the absolute time', async () => {
  const board = await boardOf([votes, '--controls', 'length']);
  const document = JSON.parse(await folder.read('snapshot.json'));
  expect(document.board.models).toEqual(board.models);
  expect(document.spec).toEqual({ ...board.spec, asOf: '2026-01-01T09:59:00.000Z' });
});

test('and where some votes have no time', async () => {
  const rows = ['a', 'b', 'a', 'b', 'a'].map((outcome, k) => ['x', 'y', outcome, k < 2 ? '2025-01-01T00:00:00Z' : '']);
  const file = await folder.write('gaps.csv', csv(['model_a', 'model_b', 'outcome', 'time'], rows));
  const printed = JSON.parse((await agon(['rank', file, '--json', '--snapshot', folder.path('gaps.json')])).out);
  expect(JSON.parse(await folder.read('gaps.json')).board.votes.used).toBe(printed.votes.used);
});

describe('the same votes verify', () => {
  test.each([
    ['in another format', 'again.parquet'],
    ['gzipped', 'again.jsonl.gz'],
  ])('%s', async (_, name) => {
    await agon(['convert', votes, '--out', folder.path(name)]);
    expect((await agon(['verify', snapshot, folder.path(name)])).code).toBe(0);
  });

  test('in another order, in two files', async () => {
    const [header, ...lines] = (await folder.read('votes.csv')).trim().split('\n');
    const part = (some: readonly string[]): string => `${[header, ...some.toReversed()].join('\n')}\n`;
    const first = await folder.write('part-1.csv', part(lines.slice(300)));
    const second = await folder.write('part-2.csv', part(lines.slice(0, 300)));
    expect((await agon(['verify', snapshot, first, second])).code).toBe(0);
  });

  test('in another order, where votes are left out for several reasons', async () => {
    const rows = Array.from({ length: 40 }, (_, r) => [
      ...['x', 'y', r % 2 === 0 ? 'a' : 'b'],
      ...[r % 3 === 0 ? '' : `2025-01-${10 + (r % 20)}T00:00:00Z`, String(1 + (r % 4))],
    ]);
    const header = ['model_a', 'model_b', 'outcome', 'time', 'turn'];
    const forth = await folder.write('forth.csv', csv(header, rows));
    const back = await folder.write('back.csv', csv(header, rows.toReversed()));
    const file = folder.path('reasons.json');
    await agon(['rank', forth, '--filter', 'turn<=2', '--as-of', '2025-01-20T00:00:00Z', '--snapshot', file]);
    expect((await agon(['verify', file, back])).out).toMatch(/^Verified/);
  });

  test.each([
    [['--ties', 'davidson', '--ranks', 'simultaneous']],
    [['--interval', 'bootstrap', '--rounds', '12', '--seed', '3']],
    [['--filter', 'outcome!=both_bad', '--filter', 'time<2026-01-01T08:00:00Z', '--anchor', 'ada=1200']],
    [['--as-of', '2026-01-01T04:00:00Z', '--cluster', 'voter,prompt']],
  ])('under %j', async (args) => {
    const file = folder.path('other.json');
    expect((await agon(['rank', votes, ...args, '--snapshot', file])).code).toBe(0);
    expect((await agon(['verify', file, votes])).code).toBe(0);
  });
});

describe('what does not verify ends with 1 and says what differs', () => {
  test('one vote changed', async () => {
    const changed = (await folder.read('votes.csv')).replace(/,a,voter/, ',b,voter');
    const file = await folder.write('changed.csv', changed);
    const { code, out } = await agon(['verify', snapshot, file]);
    expect(code).toBe(1);
    expect(out).toMatch(/^NOT VERIFIED: these are not the votes.*600 votes.*hold 600/s);
  });

  test('one vote missing', async () => {
    const lines = (await folder.read('votes.csv')).trim().split('\n');
    const file = await folder.write('short.csv', `${lines.slice(0, -1).join('\n')}\n`);
    const { code, out } = await agon(['verify', snapshot, file]);
    expect({ code, out: /hold 599/.test(out) }).toEqual({ code: 1, out: true });
  });

  test.each<[string, (text: string) => string, string]>([
    ['a rating', (text) => text.replace(/"rating": (\d+)/, '"rating": 9$1'), 'board.models[0].rating'],
    ['the verdict', (text) => text.replace(/"text": "/, '"text": "Surely: '), 'board.verdict.text'],
    ['white space', (text) => text.replace('{\n', '{ \n'), 'white space'],
    ['a further field', (text) => text.replace('"labels": null', '"labels": null, "extra": 1'), 'extra'],
    ['the specification alone', (text) => text.replace(/"seed": 0/, '"seed": 1'), 'board.spec.seed'],
    ['the count of votes', (text) => text.replace(/"count": 600/, '"count": 601'), 'votes.count'],
  ])('a board with %s tampered with', async (_, tamper, place) => {
    const file = await folder.write('tampered.json', tamper(await folder.read('snapshot.json')));
    const { code, out } = await agon(['verify', file, votes]);
    expect(code).toBe(1);
    expect(out).toContain('NOT VERIFIED: the votes are right, but the board differs');
    expect(out).toContain(place);
  });

  test('another algorithm, named beside ours', async () => {
    const file = await folder.write(
      'old.json',
      (await folder.read('snapshot.json')).replaceAll(ALGORITHM, 'agon-rating/0'),
    );
    const { code, out } = await agon(['verify', file, votes]);
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`agon-rating/0.*${ALGORITHM}`));
  });

  test('--json says the same to a machine', async () => {
    const bad = await folder.write(
      'bad.json',
      (await folder.read('snapshot.json')).replace('"count": 600', '"count": 6'),
    );
    const kinds = [];
    for (const file of [snapshot, bad])
      kinds.push(JSON.parse((await agon(['verify', file, votes, '--json'])).out).kind);
    expect(kinds).toEqual(['verified', 'other-board']);
  });
});

test.each([
  ['missing', null],
  ['empty', ''],
  ['no JSON', 'rating,model\n'],
  ['a board', '{"format":"agon-board/1"}'],
  [
    'of a wrong specification',
    '{"format":"agon-snapshot/1","algorithm":"x","votes":{"sha256":"","count":1},"spec":{"q":1}}',
  ],
])('a snapshot that is %s ends with 2', async (_, text) => {
  if (text !== null) await folder.write('wrong.json', text);
  const { code, out, err } = await agon(['verify', folder.path(text === null ? 'missing.json' : 'wrong.json'), votes]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^agon: .*snapshot|specification/);
});
