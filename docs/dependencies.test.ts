import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { firstRing, importsBelow } from './testing/imports.ts';
import { rows } from './testing/markdown.ts';
import { page, root } from './testing/pages.ts';

const { text } = page('docs/architecture.md');

describe('rooms', () => {
  const rooms = rows(text, 'room').map(([room = '', , imports = '']) => ({ room, imports }));

  test.each(rooms)('$room imports the rooms that architecture.md says, as its manifest has it', ({ room, imports }) => {
    const manifest: unknown = JSON.parse(readFileSync(join(root, room, 'package.json'), 'utf8'));
    expect(roomsOf(manifest).toSorted()).toEqual(imports === 'none' ? [] : imports.split(', ').toSorted());
  });

  test('every workspace of the project is a room of architecture.md', () => {
    const lock: { packages: Record<string, { link?: boolean; resolved?: string }> } = JSON.parse(
      readFileSync(join(root, 'package-lock.json'), 'utf8'),
    );
    const workspaces = Object.values(lock.packages).flatMap(({ link, resolved }) => (link ? (resolved ?? []) : []));
    expect(rooms.map(({ room }) => room).toSorted()).toEqual(workspaces.toSorted());
  });
});

describe('the server', () => {
  const imports = importsBelow('apps/server/src');
  const ground = rows(text, 'ground').map(([folder = '']) => folder);
  const faces = new Map(
    rows(text, 'feature').map(([feature = '', , face = '']) => [
      feature,
      face.split(', ').filter((file) => file !== ''),
    ]),
  );
  /** `arena.ts`, `main.ts` and the like stand above all folders and put them together. */
  const across = imports.filter(
    ({ from, to }) => from.includes('/') && to.includes('/') && folderOf(from) !== folderOf(to),
  );
  const isInnerRoom = (from: string, to: string) =>
    ['battles', 'votes'].includes(from) && ['battles', 'votes'].includes(to);

  test('has the folders that architecture.md lists', () => {
    const folders = readdirSync(join(root, 'apps/server/src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(folders.toSorted()).toEqual([...ground, ...faces.keys()].toSorted());
  });

  test('stands on ground that knows no feature', () => {
    expect(across.filter(({ from, to }) => ground.includes(folderOf(from)) && faces.has(folderOf(to)))).toEqual([]);
  });

  test('its database knows nothing of the rest', () => {
    expect(across.filter(({ from }) => folderOf(from) === 'database')).toEqual([]);
  });

  test('has features that reach each other through their faces only, and no face that nobody uses', () => {
    const used = new Set(
      across
        .filter(({ from, to }) => faces.has(folderOf(to)) && !isInnerRoom(folderOf(from), folderOf(to)))
        .map(({ to }) => to),
    );
    const offered = [...faces].flatMap(([feature, face]) => face.map((file) => `${feature}/${file}`));
    expect([...used].toSorted()).toEqual(offered.toSorted());
  });

  test('has no ring of imports', () => {
    expect(firstRing(imports)).toBeNull();
    expect(firstRing([...imports, { from: 'uuid.ts', to: 'main.ts' }])).not.toBeNull();
  });
});

function folderOf(file: string): string {
  return file.split('/')[0] ?? '';
}

function roomsOf(manifest: unknown): string[] {
  if (typeof manifest !== 'object' || manifest === null || !('dependencies' in manifest)) return [];
  return Object.keys(manifest.dependencies ?? {}).flatMap((name) => /^@agon\/(.+)$/.exec(name)?.[1] ?? []);
}
