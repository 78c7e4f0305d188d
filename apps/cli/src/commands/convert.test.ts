import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aFolder, agon, boardOf, type Folder, votesFile } from '../testing.ts';

let folder: Folder;
let votes: string;

beforeAll(async () => {
  folder = await aFolder();
  votes = await votesFile(folder, 'votes.csv', ['--votes', '200']);
});

afterAll(() => folder.remove());

test('a file goes from CSV to JSON lines to Parquet and back to the same bytes', async () => {
  const chain = ['votes.csv', 'one.jsonl', 'two.parquet', 'three.csv'];
  for (const [k, to] of chain.slice(1).entries()) {
    const { code, err } = await agon(['convert', folder.path(chain[k] ?? ''), '--out', folder.path(to)]);
    expect({ code, err }).toEqual({ code: 0, err: `Wrote 200 of 200 rows to ${folder.path(to)}\n` });
  }
  expect(await folder.read('three.csv')).toBe(await folder.read('votes.csv'));
});

test('--out - writes to standard output in the format of --to', async () => {
  const { code, out, err } = await agon(['convert', votes, '--out', '-', '--to', 'jsonl']);
  expect({ code, err }).toEqual({ code: 0, err: 'Wrote 200 of 200 rows\n' });
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(200);
  expect(lines[0]).toHaveProperty('model_a');
});

test('standard input becomes JSON lines', async () => {
  const stdin = await folder.read('votes.csv');
  const { code } = await agon(['convert', '-', '--out', folder.path('in.jsonl')], { stdin });
  expect(code).toBe(0);
  expect((await boardOf([folder.path('in.jsonl')])).models).toEqual((await boardOf([votes])).models);
});

test('a file is not converted onto itself, which would lose what has no place in the record', async () => {
  const file = await folder.write('same.csv', await folder.read('votes.csv'));
  expect((await agon(['convert', file, '--out', file])).code).toBe(1);
  expect(await folder.read('same.csv')).toBe(await folder.read('votes.csv'));
});

describe('texts', () => {
  const turn = (answer: string): object[] => [
    { role: 'user', content: 'Tell me of owls.' },
    { role: 'assistant', content: answer },
  ];
  const rows = ['# Owls\n\n- **one**\n- two', 'An owl.'].map((answer, k) => ({
    model_a: 'x',
    model_b: 'y',
    outcome: k === 0 ? 'a' : 'b',
    source: `desk ${k}`,
    conversation_a: turn(answer),
    conversation_b: turn('Owls are birds of the night that eat mice.'),
  }));
  const converted = async (...args: string[]): Promise<Record<string, unknown>[]> => {
    const file = await folder.write('texts.jsonl', rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    const { code, out, err } = await agon(['convert', file, '--out', '-', '--to', 'jsonl', ...args]);
    if (code !== 0) throw new Error(err);
    return out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  };

  test('are kept, or left out with --no-texts', async () => {
    expect((await converted())[0]?.conversation_a).toEqual(rows[0]?.conversation_a);
    expect(Object.keys((await converted('--no-texts'))[0] ?? {})).toEqual(['model_a', 'model_b', 'outcome']);
  });

  test('--style counts what they look like, with or without keeping them', async () => {
    for (const args of [['--style'], ['--style', '--no-texts']]) {
      const [first] = await converted(...args);
      expect(first).toMatchObject({ headers_a: 1, lists_a: 2, bold_a: 1, headers_b: 0, lists_b: 0, bold_b: 0 });
      expect(first?.length_b).toBeGreaterThan(5);
      expect('conversation_a' in (first ?? {})).toBe(!args.includes('--no-texts'));
    }
  });

  test('--style in CSV has its columns too', async () => {
    await converted();
    const out = folder.path('style.csv');
    await agon(['convert', folder.path('texts.jsonl'), '--style', '--no-texts', '--out', out]);
    expect((await folder.read('style.csv')).split('\n')[0]).toMatch(/^model_a,model_b,outcome,.*length_a,length_b/);
  });

  test('--keep keeps a column that has no place of its own', async () => {
    expect((await converted('--keep', 'source')).map(({ source }) => source)).toEqual(['desk 0', 'desk 1']);
  });

  test('a board counts the style itself where the file brings none', async () => {
    await converted();
    const same = rows.flatMap((row) => [row, { ...row, outcome: row.outcome === 'a' ? 'b' : 'a' }]);
    const file = await folder.write('raw.jsonl', same.map((row) => `${JSON.stringify(row)}\n`).join(''));
    await agon(['convert', file, '--style', '--no-texts', '--out', folder.path('counted.jsonl')]);
    const args = ['--controls', 'length', '--connectivity', 'prior'];
    const [raw, counted] = [await boardOf([file, ...args]), await boardOf([folder.path('counted.jsonl'), ...args])];
    expect(raw).toEqual(counted);
  });
});

test('rows that are no votes are counted and written to --rejects', async () => {
  const file = await folder.write('mixed.csv', 'model_a,model_b,outcome\nx,y,a\nx,x,a\nx,y,perhaps\n');
  const rejects = folder.path('rejects.jsonl');
  const { code, err } = await agon(['convert', file, '--out', folder.path('good.csv'), '--rejects', rejects]);
  expect(code).toBe(0);
  expect(err).toMatch(/Wrote 1 of 3 rows .*not used: 1 same-model, 1 unknown-outcome/);
  expect((await folder.read('rejects.jsonl')).trim().split('\n')).toHaveLength(2);
});

test('a failed conversion leaves neither a half file nor a spare one', async () => {
  const file = await folder.write('broken.json', '[{"model_a":"x","model_b":"y","outcome":"a"},');
  const out = folder.path('half.jsonl');
  expect((await agon(['convert', file, '--out', out])).code).toBe(1);
  await expect(folder.read('half.jsonl')).rejects.toThrow(/ENOENT/);
});
