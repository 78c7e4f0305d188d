import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { aBoard, type BoardRecipe } from '../report/testing.ts';
import { boardTable } from './board-table.ts';
import { displayWidth } from './display-width.ts';

test('a board on 80 columns', () => {
  expect(
    boardTable(aBoard({ controls: true }), { width: 80, color: false }).replaceAll('\u00a0', ' '),
  ).toMatchInlineSnapshot(`
    "  rank  model                   rating       95 %  votes
         1  meridian-1-pro-2026-02    1141  −10 / +10  6,528     ┊      ┊      ┊ ╺●
    ┌  2–4  larch-1-32b-thinking      1051  −14 / +14  3,561     ┊      ┊  ╺●  ┊
    │  2–4  aurora-1-large            1051  −11 / +11  5,890     ┊      ┊  ╺●  ┊
    └  2–4  basalt-1-preview          1038  −14 / +14  3,564     ┊      ┊ ╺●╸  ┊
         5  cobalt-1-mini              973  −13 / +13  4,309     ┊    ●━┊      ┊
         6  quill-1-70b-instruct       938  −14 / +14  3,763     ┊ ╺●╸  ┊      ┊
    ┌  7–8  sparrow-1-flash            884  −17 / +17  2,506   ╺●━      ┊      ┊
    └  7–8  heron-1-8b-chat            869  −13 / +13  4,326   ●╸┊      ┊      ┊
                                                              ───┴──────┴──────┴────
                                                                900   1000   1100

    meridian-1-pro-2026-02 is the clear winner.

    Votes     17,224 used of 17,732 read; left out: 412 filtered, 96 same model
    Voters    1,230 voters, effective number 329, largest share 2.1 %
    Controls  length  +0.249 (+0.227 … +0.271), +43.2 points
              bold    −0.012 (−0.038 … +0.013), −2.1 points
    Ties      ν = 0.413 (standard error of ln ν 0.016)
    Position  side a won 51 % of decisive votes; being side a is worth +9.9 points
              (+0.057, interval +0.029 … +0.085)
    Board     Davidson tie model; 95 % intervals clustered by voter; ranks from
              pairwise differences; mean of rated models 1000
    "
  `);
});

test('a board on 120 columns', () => {
  const board = aBoard({ models: 11, votes: 6000, seed: 5 });
  expect(boardTable(board, { width: 120, color: false }).replaceAll('\u00a0', ' ')).toMatchInlineSnapshot(`
    "   rank  model                   rating       95 %  votes
    ┌   1–2  larch-1-32b-thinking      1109  −40 / +40    449         ┊          ┊         ┊         ┊    ━━━━━━━━●━━━━━━━╸
    └   1–2  aurora-1-large            1067  −23 / +23  1,381         ┊          ┊         ┊        ╺━━━━●━━━━  ┊         ┊
    ┌   3–5  basalt-1-preview          1029  −26 / +26  1,045         ┊          ┊         ┊╺━━━━●━━━━━         ┊         ┊
    │   3–5  quill-1-70b-instruct      1026  −21 / +21  1,669         ┊          ┊         ┊╺━━━●━━━━┊          ┊         ┊
    └   3–5  sparrow-1-flash           1006  −23 / +23  1,310         ┊          ┊      ━━━━●━━━━╸   ┊          ┊         ┊
    ┌  6–10  aurora-2-32b-thinking      971  −24 / +24  1,272         ┊          ━━━━●━━━━╸┊         ┊          ┊         ┊
    │  6–10  meridian-1-pro-2026-02     965  −29 / +29    862         ┊       ╺━━━━━●━━━━━ ┊         ┊          ┊         ┊
    │  6–10  opal-1-8b-chat             951  −24 / +24  1,238         ┊     ╺━━━━●━━━━╸    ┊         ┊          ┊         ┊
    │  6–10  tundra-1-large             948  −28 / +28    880         ┊    ━━━━━●━━━━━╸    ┊         ┊          ┊         ┊
    └  6–11  heron-1-8b-chat            923  −45 / +45    348     ╺━━━━━━━━●━━━━━━━━━      ┊         ┊          ┊         ┊
      10–11  cobalt-1-mini              890  −20 / +20  1,788   ╺━━━●━━━━        ┊         ┊         ┊          ┊         ┊
                                                               ───────┴──────────┴─────────┴─────────┴──────────┴─────────┴─
                                                                     900        950      1000      1050       1100      1150

      Without a rating
      islet-1b-base  never compared with the rest (3 votes)
      islet-3b-base  never compared with the rest (1 vote)

    2 models are tied at the top: larch-1-32b-thinking, aurora-1-large.

    Votes     6,121 used of 6,629 read; left out: 412 filtered, 96 same model
    Voters    437 voters, effective number 117, largest share 2.1 %
    Position  side a won 51 % of decisive votes
    Board     Bradley–Terry, a tie counts as half a win; 95 % intervals clustered by voter; ranks from pairwise differences;
              mean of rated models 1000
    Warning   2 models are not connected to the rest and have no rating.
    "
  `);
});

test('names in wide characters keep the columns, escape codes in names are shown and not obeyed', () => {
  const board = aBoard({ models: ['日本語モデル🎉', 'a\u001b[31mevil\nname', 'e\u0301cole'] });
  const table = boardTable(board, { width: 60, color: false }).replaceAll('\u00a0', ' ');
  expect(table.split('\n').slice(0, 4).join('\n')).toMatchInlineSnapshot(`
    "  rank  model            rating     95 %
         1  日本語モデル🎉     1051  −7 / +7      ┊       ┊   ●
         2  école              1038  −9 / +9      ┊       ┊  ●╸
         3  a␛[31mevil␊name     869  −8 / +8   ●  ┊       ┊"
  `);
  expect(table).not.toContain('\u001b');
});

describe('boards of every size', () => {
  const recipes: [string, BoardRecipe][] = [
    ['8 models with controls', { controls: true }],
    ['30 models', { models: 30 }],
    ['200 models', { models: 200, votes: 400_000 }],
    ['2 models', { models: 2 }],
    ['no model', { models: 0 }],
    ['no rated model', { isRated: false }],
  ];
  test.each(recipes)('%s: no line is wider than the terminal, in colour or without', (_, recipe) => {
    const board = aBoard(recipe);
    for (const width of [40, 60, 72, 80, 100, 120, 200, 300]) {
      const plain = boardTable(board, { width, color: false });
      for (const line of plain.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      expect(plain).not.toMatch(/NaN|undefined|null/u);
      expect(uncoloured(boardTable(board, { width, color: true }))).toBe(plain);
    }
  });

  test.each(recipes)('%s: every model is listed', (_, recipe) => {
    const board = aBoard(recipe);
    const table = boardTable(board, { width: 120, color: false });
    for (const { model } of board.models) expect(table).toContain(model);
  });
});

test('the top of a board tells how many models it leaves out', () => {
  const table = boardTable(aBoard({ models: 30 }), { width: 80, color: false, top: 5 });
  expect(table).toContain('… and 25 more rated models');
  expect(table.split('\n').filter((line) => line.includes('●'))).toHaveLength(5);
});

test('models that the data cannot tell apart are joined by a bracket', () => {
  const lines = boardTable(aBoard(), { width: 80, color: false }).split('\n');
  expect(lines.slice(1, 9).map((line) => line[0])).toEqual([' ', '┌', '│', '└', ' ', ' ', '┌', '└']);
});

test.prop([fc.string({ unit: 'binary', minLength: 1 }), fc.integer({ min: 60, max: 200 })], { numRuns: 40 })(
  'a name or sentence of any characters breaks no line',
  (name, width) => {
    const change = {
      warnings: [name],
      verdict: { kind: 'no-signal', models: [], votesNeeded: null, text: name },
    } as const;
    const table = boardTable(aBoard({ models: [name, 'other'], change }), { width, color: false });
    for (const line of table.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
    expect(table.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  },
);

function uncoloured(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: taking out escape codes is the point.
  return text.replace(/\u001b\[\d+m/gu, '').replace(/ +$/gmu, '');
}
