import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './testing/pages.ts';

const skipped = ['node_modules', '.git', 'data', 'dist', 'coverage', 'LICENSE'];
const text = /\.(ts|tsx|mjs|js|json|md|css|html|yml|yaml|sh)$|^[^.]+$|^\.(gitignore|npmrc)$/;

/** Hosts from which packages are fetched: a clone must install from whatever its own npm is told to use. */
const packageHost =
  /\b(registry|npm|packages|pypi|proxy|mirrors?)\.[a-z0-9-]+\.(org|com|io|dev|net|cn)\b|\bpypi\.org\b/i;
/** Absolute paths below folders where people keep their work. */
const ownPath = /(?:^|[\s"'`(=:])(?:\/(?:home|Users|root|work|workspace|mnt|media|srv)\/[\w.-]+|[A-Z]:\\Users\\)/m;

test('no file names the host of a package registry or a path of somebody’s machine', () => {
  const found = files(root).flatMap((path) => {
    const content = readFileSync(join(root, path), 'utf8');
    return [packageHost, ownPath].flatMap((pattern) => {
      const [match] = pattern.exec(content) ?? [];
      return match === undefined ? [] : `${path}: ${match.trim()}`;
    });
  });
  expect(found).toEqual([]);
});

function files(folder: string, path = ''): string[] {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    if (skipped.includes(entry.name)) return [];
    const inside = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory()) return files(folder, inside);
    return text.test(entry.name) ? inside : [];
  });
}
