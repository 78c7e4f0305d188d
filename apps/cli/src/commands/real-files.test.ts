import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { agon, boardOf } from '../testing.ts';

// Public votes, kept beside the repository and not in it; see the README of that folder for their sources and licences.
const data = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url));

interface RealFile {
  readonly name: string;
  readonly read: number;
  readonly outcomes: Readonly<Partial<Record<'a' | 'b' | 'tie' | 'both_bad', number>>>;
  readonly models?: number;
  readonly voters?: number;
}

// Counts as that README gives them.
const files: readonly RealFile[] = [
  {
    name: 'llmfao/crowd-comparisons.csv.gz',
    read: 8931,
    outcomes: { a: 2911, b: 2549, tie: 3471 },
    models: 59,
    voters: 124,
  },
  { name: 'llmfao/gpt4-comparisons.csv.gz', read: 3236, outcomes: {} },
  { name: 'llmfao/gpt3-comparisons.csv.gz', read: 3236, outcomes: {} },
  { name: 'llmfao/gpt4-crowd-comparisons.csv.gz', read: 2139, outcomes: {} },
  { name: 'llmfao/gpt3-crowd-comparisons.csv.gz', read: 2139, outcomes: {} },
  {
    name: 'mt-bench/human-votes.jsonl.gz',
    read: 3355,
    outcomes: { a: 1293, b: 1282, tie: 780 },
    models: 6,
    voters: 65,
  },
  { name: 'mt-bench/gpt4-pair-votes.jsonl.gz', read: 2400, outcomes: {}, voters: 1 },
  { name: 'mteb-arena-retrieval.json', read: 1670, outcomes: {} },
  { name: 'lmsys-55k-sample.csv', read: 40, outcomes: {} },
];

describe.for(files)('$name', ({ name, read, outcomes, models, voters }) => {
  const isAbsent = !existsSync(data + name);

  test.skipIf(isAbsent)('gives a board of all its rows', async () => {
    const board = await boardOf([data + name]);
    const rejected = Object.values(board.votes.rejected).reduce((sum, count) => sum + count, 0);
    expect(board.votes.read).toBe(read);
    expect(board.votes.used + rejected).toBe(read);
    if (models !== undefined) expect(board.models).toHaveLength(models);
    if (voters !== undefined) expect(board.votes.voters).toBe(voters);
    if (board.votes.used === read) expect(board.ties.counts).toMatchObject(outcomes);
    expect(board.verdict.text).not.toBe('');
  });

  test.skipIf(isAbsent)('and a table', async () => {
    const { code, out } = await agon(['rank', data + name, '--top', '5']);
    expect(code).toBe(0);
    expect(out).toContain(`of ${read.toLocaleString('en-GB')} read`);
  });
});

test.skipIf(!existsSync(`${data}mt-bench/gpt4-pair-votes.jsonl.gz`))(
  'one judge cannot be clustered: the board says so',
  async () => {
    const { interval, warnings } = await boardOf([`${data}mt-bench/gpt4-pair-votes.jsonl.gz`]);
    expect(interval).toMatchObject({ method: 'sandwich', clusters: null });
    expect(warnings.join()).toMatch(/fewer than two voters/);
  },
);

test.skipIf(!existsSync(`${data}mt-bench/human-votes.jsonl.gz`))('votes of people rank GPT-4 first', async () => {
  const { models } = await boardOf([`${data}mt-bench/human-votes.jsonl.gz`]);
  expect(models[0]?.model).toBe('gpt-4');
});

test.skipIf(!existsSync(`${data}lmsys-55k-sample.csv`))('texts of many turns are counted for a control', async () => {
  const args = ['--controls', 'length', '--connectivity', 'prior'];
  expect((await boardOf([`${data}lmsys-55k-sample.csv`, ...args])).controls[0]?.name).toBe('length');
});

test.skipIf(!existsSync(`${data}leaderboards/lmarena-text-2025-08-04.csv`))(
  'a leaderboard is no file of votes, and the message lists its columns',
  async () => {
    const { code, err } = await agon(['rank', `${data}leaderboards/lmarena-text-2025-08-04.csv`]);
    expect(code).toBe(1);
    expect(err).toMatch(/no known layout.*\n.*score/);
  },
);
