import { expect, test } from 'vitest';
import { anchors, codeSpans, fences, firstCells, links, rows } from './markdown.ts';

test('a fence keeps its words and its lines', () => {
  expect(fences('Run:\n```sh fails\nagon rank\n```\nend')).toEqual([
    { info: ['sh', 'fails'], lines: ['agon rank'], at: 1 },
  ]);
});

test('a fence of four backticks may hold one of three', () => {
  expect(fences('````md\n```sh\nls\n```\n````')).toMatchObject([{ lines: ['```sh', 'ls', '```'] }]);
});

test('links and code in a fence are not the page’s own', () => {
  const page = 'See [a](a.md) and `b`.\n```md\n[c](c.md) and `d`\n```\n';
  expect(links(page)).toEqual(['a.md']);
  expect(codeSpans(page)).toEqual(['b']);
});

test('a heading has the anchor that code hosts give it', () => {
  expect(anchors('# The *first* word: `agon rank`\n## Again\n## Again')).toEqual(
    new Set(['the-first-word-agon-rank', 'again', 'again-1']),
  );
});

test('first cells are those of the tables with that head', () => {
  const page = '| field | type |\n| --- | --- |\n| `a.b` | string |\n\n| word | meaning |\n| --- | --- |\n| x | y |\n';
  expect(firstCells(page, 'field')).toEqual(['a.b']);
});

test('rows are those of the tables with that head, cell by cell', () => {
  const page = '| code | status |\n| --- | --- |\n| `gone` | 404 |\n| `a\\|b` | |\n';
  expect(rows(page, 'code')).toEqual([
    ['gone', '404'],
    ['a\\|b', ''],
  ]);
});

test('a picture leads somewhere like a link', () => {
  expect(links('![a](a.png)\n<img src="b.png" alt="b">')).toEqual(['a.png', 'b.png']);
});
