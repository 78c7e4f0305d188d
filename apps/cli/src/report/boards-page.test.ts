import { expect, test } from 'vitest';
import { boardsPage } from './boards-page.ts';
import { aBoard, somePairs } from './testing.ts';
import { readMarkup } from './testing-markup.ts';

const boards = ['English', 'العربية', '<b>odd</b>', 'English'].map((value, index) => {
  const board = aBoard({ models: 3 + index, seed: index, votes: 4000 * (index + 1), isRated: index !== 1 });
  return { value, board, pairs: somePairs(board) };
});
const page = boardsPage({
  by: 'language',
  boards,
  title: 'By language',
  generatedFrom: 'votes.csv',
  command: 'agon board',
});

test('a page of several boards lists them, compares them, and shows each', () => {
  const { tags, text, faults } = readMarkup(page);
  expect(faults).toEqual([]);
  expect(tags.filter(({ name }) => name === 'article')).toHaveLength(4);
  expect(text).toContain('language: &lt;b&gt;odd&lt;/b&gt;');
  const anchors = tags.flatMap(({ attributes }) => (attributes.get('href') ?? '').match(/^#board-\d+$/u) ?? []);
  expect(anchors).toEqual(['#board-1', '#board-2', '#board-3', '#board-4']);
});

test('identifiers are unique though two slices share a name, and headings go down one level at a time', () => {
  const { tags } = readMarkup(page);
  const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  const levels = tags.flatMap(({ name }) => (/^h[1-6]$/u.test(name) ? [Number(name[1])] : []));
  for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
});

test('the overview has a row for each model of any board', () => {
  const models = new Set(boards.flatMap(({ board }) => board.models.map(({ model }) => model)));
  const overview = page.slice(page.indexOf('class="overview'), page.indexOf('<article'));
  expect(overview.split('<tr>').length - 2).toBe(models.size);
});
