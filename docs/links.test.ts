import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { anchors, codeSpans, fences, links } from './testing/markdown.ts';
import { page, pages, root } from './testing/pages.ts';
import { scripts } from './testing/scripts.ts';

test.each(pages())('$path: each link leads somewhere', ({ path, text }) => {
  const dead = links(text)
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => !leadsSomewhere(path, target));
  expect(dead).toEqual([]);
});

test.each(pages())('$path: each npm script exists', ({ text }) => {
  const named = [...codeSpans(text), ...fences(text).flatMap(({ lines }) => lines)].flatMap((code) =>
    [...code.matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(start|test))\b/g)].map(([, run, short]) => run ?? short ?? ''),
  );
  expect(named.filter((name) => !scripts().includes(name))).toEqual([]);
});

test('each page of docs can be reached from its index', () => {
  const start = 'docs/README.md';
  const reached = new Set([start]);
  for (const path of reached) {
    for (const target of links(page(path).text)) {
      const [file = ''] = target.split('#');
      const next = normalize(join(dirname(path), file)).replaceAll('\\', '/');
      if (file.endsWith('.md') && next.startsWith('docs/') && existsSync(join(root, next))) reached.add(next);
    }
  }
  const inDocs = pages().flatMap(({ path }) => (path.startsWith('docs/') ? path : []));
  expect(inDocs.filter((path) => !reached.has(path))).toEqual([]);
});

function leadsSomewhere(path: string, target: string): boolean {
  const [file = '', anchor] = target.split('#');
  const aim = file === '' ? path : normalize(join(dirname(path), file));
  if (!existsSync(join(root, aim))) return false;
  return anchor === undefined || anchors(page(aim).text).has(anchor);
}
