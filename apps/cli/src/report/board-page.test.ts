import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { boardPage } from './board-page.ts';
import { aBoard, type BoardRecipe, somePairs } from './testing.ts';
import { readMarkup } from './testing-markup.ts';

function aPage(recipe: BoardRecipe = {}): string {
  const board = aBoard(recipe);
  return boardPage({
    board,
    pairs: somePairs(board),
    title: 'All votes',
    generatedFrom: 'votes.csv',
    command: 'agon board votes.csv --html board.html',
  });
}

test('the verdict is the headline and every model is on the page', () => {
  const board = aBoard({ models: 30 });
  const { tags, text } = readMarkup(aPage({ models: 30 }));
  expect(tags.filter(({ name }) => name === 'h1')).toHaveLength(1);
  expect(text).toContain('models are tied at the top: ');
  for (const { model } of board.models) expect(text).toContain(model);
});

describe('pages of every size', () => {
  const recipes: [string, BoardRecipe][] = [
    ['8 models with controls', { controls: true }],
    ['30 models', { models: 30 }],
    ['200 models', { models: 200, votes: 400_000 }],
    ['2 models', { models: 2 }],
    ['1 model', { models: 1 }],
    ['no model', { models: 0 }],
    ['no rated model', { isRated: false }],
  ];
  test.each(recipes)('%s: well formed, with no number gone wrong', (_, recipe) => {
    const { faults, text, tags } = readMarkup(aPage(recipe));
    expect(faults).toEqual([]);
    expect(text).not.toMatch(/NaN|Infinity|undefined/u);
    for (const { attributes } of tags)
      for (const value of attributes.values()) expect(value).not.toMatch(/NaN|Infinity|undefined/u);
  });

  test.each(recipes)('%s: headings go down one level at a time, identifiers are unique', (_, recipe) => {
    const { tags } = readMarkup(aPage(recipe));
    const levels = tags.flatMap(({ name }) => (/^h[1-6]$/u.test(name) ? [Number(name[1])] : []));
    for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test('the page asks nobody for anything', () => {
  const page = aPage({ controls: true });
  const addresses = page.match(/[a-z]+:\/\/[^"'\s)]+/gu) ?? [];
  expect(new Set(addresses)).toEqual(new Set(['http://www.w3.org/2000/svg']));
  const { tags } = readMarkup(page);
  expect(tags.filter(({ name }) => ['img', 'iframe', 'object', 'embed', 'base', 'form'].includes(name))).toEqual([]);
  expect(tags.flatMap(({ attributes }) => attributes.get('src') ?? [])).toEqual([]);
  expect(page).not.toMatch(/@import|url\(/u);
});

test('the policy allows this style and this script alone, and no attribute carries either', () => {
  const { tags } = readMarkup(aPage());
  const policy = tags.find(({ attributes }) => attributes.has('http-equiv'))?.attributes.get('content') ?? '';
  expect(policy).toMatch(
    /^default-src &#39;none&#39;; style-src &#39;sha256-[\w+/=]{44}&#39;; script-src &#39;sha256-[\w+/=]{44}&#39;/u,
  );
  const names = new Set(tags.flatMap(({ attributes }) => [...attributes.keys()]));
  expect([...names].filter((name) => name === 'style' || name.startsWith('on'))).toEqual([]);
  expect(tags.filter(({ name }) => name === 'script')).toHaveLength(1);
});

test('every drawing has a text alternative or is hidden from those who would read it', () => {
  const { tags } = readMarkup(aPage({ controls: true }));
  for (const { attributes } of tags.filter(({ name }) => name === 'svg'))
    expect(attributes.get('aria-hidden') === 'true' || (attributes.get('aria-label') ?? '').length > 20).toBe(true);
});

test('models can be sorted by keyboard: each header is a button in a cell that tells its order', () => {
  const { tags } = readMarkup(aPage());
  const orders = tags.flatMap(({ attributes }) => attributes.get('aria-sort') ?? []);
  expect(orders).toEqual(['ascending', 'none', 'none', 'none', 'none', 'none', 'none']);
  expect(tags.filter(({ attributes }) => attributes.get('class') === 'sort')).toHaveLength(7);
});

test('only a board with controls tells what was taken out', () => {
  expect(aPage({ controls: true })).toContain('What was taken out');
  expect(aPage()).not.toContain('What was taken out');
});

test('of more than 40 models the map shows the best 40 and says so', () => {
  expect(aPage({ models: 41 })).toContain('Shown are the 40 best of 41 rated models.');
  expect(aPage({ models: 40 })).not.toContain('Shown are the 40 best');
});

test('the exact specification is on the page', () => {
  const { text } = readMarkup(aPage());
  expect(text).toContain('&quot;method&quot;: &quot;clustered&quot;');
});

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='x",
  '&lt;b&gt;',
  'abc\u202edef\u0007',
  '</title>',
];

test('no string from data becomes markup, wherever it stands', () => {
  const plain = readMarkup(aPage({ models: hostile.map((_, index) => `model-${index}`) }));
  const attacked = readMarkup(aPage({ models: hostile }));
  expect(attacked.faults).toEqual([]);
  expect(attacked.tags.map(({ name }) => name)).toEqual(plain.tags.map(({ name }) => name));
  for (const hidden of ['\u202e', '\u0007']) expect(attacked.text).not.toContain(hidden);
});

test.prop([fc.string({ unit: 'binary', minLength: 1 }), fc.string({ unit: 'grapheme' })], { numRuns: 25 })(
  'names, titles, reasons, warnings and commands of any characters leave the page whole',
  (name, other) => {
    const board = aBoard({
      models: [name, `${name}-2`, 'third'],
      change: {
        warnings: [other, name],
        verdict: { kind: 'tied-top', models: [name], votesNeeded: null, text: `${name}: ${other}` },
      },
    });
    const votes = { ...board.votes, rejected: { [name]: 3 } };
    const page = boardPage({
      board: { ...board, votes },
      pairs: somePairs(board),
      title: other,
      generatedFrom: name,
      command: other,
    });
    expect(readMarkup(page).faults).toEqual([]);
  },
);
