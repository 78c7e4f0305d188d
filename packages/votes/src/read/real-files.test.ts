import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readColumns } from './read.ts';

const folder = join(import.meta.dirname, '../../../../../shared/data');

/** Votes for a, b, tie and both bad, as the readme of the folder says or as counted with other tools. */
const files = [
  ['llmfao/crowd-comparisons.csv.gz', 'llmfao', [2911, 2549, 3471, 0], 124],
  ['mt-bench/human-votes.jsonl.gz', 'mt-bench', [1293, 1282, 780, 0], 65],
  ['mt-bench/gpt4-pair-votes.jsonl.gz', 'mt-bench', undefined, 1],
  ['mteb-arena-retrieval.json', 'fastchat-battles', undefined, undefined],
  ['lmsys-55k-sample.csv', 'arena-55k', undefined, undefined],
] as const;

const rows: Readonly<Record<string, number>> = {
  'llmfao/crowd-comparisons.csv.gz': 8931,
  'mt-bench/human-votes.jsonl.gz': 3355,
  'mt-bench/gpt4-pair-votes.jsonl.gz': 2400,
  'mteb-arena-retrieval.json': 1670,
  'lmsys-55k-sample.csv': 40,
};

describe.each(files)('%s', (file, layout, outcomes, voters) => {
  test.skipIf(!existsSync(join(folder, file)))('is read in full', async () => {
    const { columns, report } = await readColumns([{ name: file, path: join(folder, file) }]);
    expect(report).toMatchObject({ read: rows[file], used: rows[file], rejected: {}, sources: [{ layout }] });
    expect(columns.voter?.names.length).toBe(voters);
    const counts = [0, 1, 2, 3].map((code) => columns.outcome.filter((outcome) => outcome === code).length);
    if (outcomes) expect(counts).toEqual(outcomes);
    if (file === 'mteb-arena-retrieval.json') expect(Math.min(...counts)).toBeGreaterThan(0);
  });
});
