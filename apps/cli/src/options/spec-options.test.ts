import { parseSpec } from '@agon/boards';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aFolder, type Folder } from '../testing.ts';
import { type SpecOptions, specFrom } from './spec-options.ts';

let folder: Folder;

beforeAll(async () => {
  folder = await aFolder();
});

afterAll(() => folder.remove());

test('no option is the default specification', async () => {
  expect(await specFrom({})).toEqual(parseSpec({}));
});

test('each option changes its field', async () => {
  const options: SpecOptions = {
    ties: 'davidson',
    bothBad: 'drop',
    controls: 'length,my:count:difference,position',
    interval: 'bootstrap',
    cluster: 'prompt',
    rounds: '50',
    oneStep: true,
    level: '0.9',
    ranks: 'overlap',
    multiplicity: 'bonferroni',
    connectivity: 'prior',
    filter: ['turn<=2', 'language=English'],
    anchor: 'x=1200',
    unweighted: true,
    asOf: '2024-06-30T12:00:00Z',
    seed: '7',
  };
  expect(await specFrom(options)).toEqual({
    ties: 'davidson',
    bothBad: 'drop',
    controls: [
      { name: 'length', transform: 'ratio' },
      { name: 'my:count', transform: 'difference' },
      { name: 'position', transform: 'side' },
    ],
    interval: { method: 'bootstrap', cluster: ['prompt'], rounds: 50, refit: false, level: 0.9 },
    ranks: 'overlap',
    multiplicity: 'bonferroni',
    connectivity: 'prior',
    filter: [
      { field: 'turn', op: '<=', values: ['2'] },
      { field: 'language', op: 'in', values: ['English'] },
    ],
    anchor: { model: 'x', rating: 1200 },
    weights: 'none',
    asOf: '2024-06-30T12:00:00.000Z',
    seed: 7,
  });
});

test('options change single fields of a file, and add to its filter', async () => {
  const document = { ties: 'davidson', interval: { level: 0.8 }, filter: [{ field: 'turn', op: 'in', values: [1] }] };
  const spec = await folder.write('spec.json', JSON.stringify(document));
  const made = await specFrom({ spec, ranks: 'overlap', filter: ['language=English'] });
  expect(made).toMatchObject({ ties: 'davidson', ranks: 'overlap', interval: { level: 0.8, method: 'clustered' } });
  expect(made.filter.map(({ field }) => field)).toEqual(['turn', 'language']);
});

test('a specification out of a board is taken as it is', async () => {
  const board = parseSpec({ ties: 'grounded', seed: 4 });
  const spec = await folder.write('again.json', JSON.stringify(board));
  expect(await specFrom({ spec })).toEqual(board);
});

test('a wrong specification is refused with the name of its file', async () => {
  const spec = await folder.write('wrong.json', '{"tie":"half"}');
  await expect(specFrom({ spec })).rejects.toThrow(/"tie"/);
  await expect(specFrom({ spec })).rejects.toThrow(/wrong\.json/);
});
