import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Votes } from '@agon/rating';
import { readColumns, writeColumns } from '@agon/votes';
import { type Measurement, measure } from './measure.ts';
import { benchVotes, stages, withoutStyle } from './stages.ts';
import { textbookFit } from './textbook.ts';

// npm run bench:rating -- [votes …]      default: 100000 1000000 2000000
//
// 200 models, a quarter of the votes ties, voters of very different activity. Each stage is the fastest of a few runs in one
// process ("hot"); "cold" stages are whole new processes, from a Parquet file to a board.

const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100_000, 1_000_000, 2_000_000];
const RUNS = 5;
/** The textbook implementation takes minutes at the larger sizes; it is linear in votes, so it is timed on this many. */
const TEXTBOOK_VOTES = 100_000;

interface Row extends Measurement {
  readonly stage: string;
  readonly peakMb: number;
  readonly readRatio: number;
  readonly textbookRatio: number | null;
}

console.log(`Node ${process.version}, ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores\n`);
const small = benchVotes(TEXTBOOK_VOTES).votes;
const textbook = {
  plain: measure(() => textbookFit(withoutStyle(small)), 1).wallMs / TEXTBOOK_VOTES,
  style: measure(() => textbookFit(small), 1).wallMs / TEXTBOOK_VOTES,
};
for (const size of SIZES) await benchmark(size);
console.log(
  `* the textbook implementation, timed on ${TEXTBOOK_VOTES.toLocaleString('en-GB')} votes and scaled to the number of votes`,
);

async function benchmark(size: number): Promise<void> {
  const { votes } = benchVotes(size);
  const read = measure(() => stages['read the columns once']?.(votes), RUNS);
  const hot = Object.entries(stages).map(([stage, run]): Row => {
    const measured = measure(() => run(votes), RUNS);
    const reference = stage.startsWith('plain') ? textbook.plain : stage.startsWith('style') ? textbook.style : null;
    return {
      stage,
      ...measured,
      peakMb: memoryOf(stage, size),
      readRatio: measured.wallMs / read.wallMs,
      textbookRatio: reference === null ? null : (reference * size) / measured.wallMs,
    };
  });
  const cold = (await coldRows(withoutStyle(votes))).map(
    ({ readMs, ...row }): Row => ({
      ...row,
      readRatio: row.wallMs / readMs,
      textbookRatio: (textbook.plain * size) / row.wallMs,
    }),
  );
  print(size, [...hot, ...cold]);
}

/** The growth of memory during a stage, in a process of its own. */
function memoryOf(stage: string, size: number): number {
  return Number(child('memory.ts', String(size), stage));
}

function child(script: string, ...args: readonly string[]): string {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${script} failed: ${stderr}`);
  return stdout;
}

interface ColdRow extends Measurement {
  readonly stage: string;
  readonly peakMb: number;
  /** Reading the same columns of the same file into memory, in this process. */
  readonly readMs: number;
}

async function coldRows(votes: Votes): Promise<ColdRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'agon-bench-'));
  try {
    const path = join(folder, 'votes.parquet');
    const { models, modelA, modelB, outcome, voter = new Uint32Array(outcome.length) } = votes;
    const names = Array.from({ length: voter.reduce((most, v) => Math.max(most, v), 0) + 1 }, (_, v) => `voter-${v}`);
    const columns = { length: outcome.length, models, modelA, modelB, outcome, covariates: {}, labels: {} };
    await writeColumns({ ...columns, voter: { codes: voter, names } }, path);
    const rows: ColdRow[] = [];
    for (const [stage, method] of [
      ['cold process from Parquet, three columns, vote-level errors', 'sandwich'],
      ['cold process from Parquet, with voters, clustered errors', 'clustered'],
    ] as const) {
      rows.push({ stage, ...cold(path, method), readMs: await readTime(path, method === 'clustered') });
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function readTime(path: string, withVoters: boolean): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    await readColumns([{ name: path, path }], { want: { voter: withVoters, covariates: [], labels: [] } });
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** The fastest of a few new processes; its memory is all that it used. */
function cold(path: string, method: string): Measurement & { readonly peakMb: number } {
  let best = { wallMs: Number.POSITIVE_INFINITY, cpuMs: 0, peakMb: 0 };
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    const { cpuMs, peakMb } = JSON.parse(child('cold-rank.ts', path, method));
    const wallMs = performance.now() - start;
    if (wallMs < best.wallMs) best = { wallMs, cpuMs, peakMb };
  }
  return best;
}

function print(size: number, rows: readonly Row[]): void {
  console.log(`${size.toLocaleString('en-GB')} votes`);
  console.log('| stage | wall ms | CPU ms | peak MB | × reading the columns | × faster than textbook* |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: |');
  for (const { stage, wallMs, cpuMs, peakMb, readRatio, textbookRatio } of rows) {
    const cells = [stage, wallMs.toFixed(0), cpuMs.toFixed(0), peakMb.toFixed(0), readRatio.toFixed(1)];
    console.log(`| ${[...cells, textbookRatio === null ? '' : textbookRatio.toFixed(0)].join(' | ')} |`);
  }
  console.log('');
}
