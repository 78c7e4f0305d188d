import { link, symlink } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aFolder, agon, type Folder, votesFile } from '../testing.ts';

let folder: Folder;
let votes: string;

beforeAll(async () => {
  folder = await aFolder();
  votes = await votesFile(folder);
});

afterAll(() => folder.remove());

test.each(['--rejects', '--html', '--snapshot'])('the votes are not overwritten by %s', async (option) => {
  const before = await folder.read('votes.csv');
  const { code, err } = await agon(['rank', votes, option, votes]);
  expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('is read by the same command') });
  expect(await folder.read('votes.csv')).toBe(before);
});

test('nor under another name of the same file', async () => {
  await link(votes, folder.path('hard.csv'));
  await symlink(votes, folder.path('soft.csv'));
  for (const name of ['hard.csv', 'soft.csv']) {
    expect((await agon(['rank', votes, '--rejects', folder.path(name)])).err).toContain('is read by the same command');
  }
});

test('convert does not write into its input, and one answer does not overwrite another', async () => {
  expect((await agon(['convert', votes, '--out', votes])).err).toContain('is read by the same command');
  const twice = ['simulate', '--votes', '10', '--out', folder.path('x.csv'), '--truth', folder.path('x.csv')];
  expect((await agon(twice)).err).toContain('is written by the same command');
  expect((await agon(['rank', votes, '--rejects', '-'])).code).toBe(2);
});
