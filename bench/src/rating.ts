import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { covariance, fit, simulate, type Votes } from '@agon/rating';
import { readColumns, writeColumns } from '@agon/votes';
import { type Measurement, measure } from './measure.ts';
import { textbookFit } from './textbook.ts';

// npm run bench:rating -- [votes …]      default: 100000 1000000 2000000
//
// 200 models, a quarter of the votes ties, voters of very different activity. Each stage is the fastest of a few runs in one
// process ("hot"); "cold" stages are whole new processes, from a Parquet file to a board.

const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100_000, 1_000_000, 2_000_000];
const RUNS = 5;
/** The textbook implementation takes minutes at the larger sizes; it is linear in votes, so it is timed on this many. */
const TEXTBOOK_VOTES = 100_000;
const STYLE = { length: 0.4, headers: 0.05, lists: 0.1, bold: 0 };

interface Row extends Measurement {
  readonly stage: string;
  readonly readRatio: number;
  readonly textbookRatio: number | null;
}

console.log(`Node ${process.version}, ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores\n`);
const world = { models: 200, seed: 1, tieShare: 0.25 };
const small = simulate({ ...world, votes: TEXTBOOK_VOTES, style: STYLE }).votes;
const textbook = {
  plain: measure(() => textbookFit(without(small, 'covariates')), 1).wallMs / TEXTBOOK_VOTES,
  style: measure(() => textbookFit(small), 1).wallMs / TEXTBOOK_VOTES,
};
for (const size of SIZES) await benchmark(size);
console.log(
  `* the textbook implementation, timed on ${TEXTBOOK_VOTES.toLocaleString('en-GB')} votes and scaled to the number of votes`,
);

async function benchmark(size: number): Promise<void> {
  const styled = simulate({ ...world, votes: size, style: STYLE }).votes;
  const plain = without(styled, 'covariates');
  const read = measure(() => readPass(styled), RUNS);
  const row = (stage: string, run: () => unknown, reference: number | null): Row => {
    const { result: _, ...measured } = measure(run, RUNS);
    return finish(stage, measured, reference);
  };
  const finish = (stage: string, measured: Measurement, reference: number | null, readMs = read.wallMs): Row => ({
    stage,
    ...measured,
    readRatio: measured.wallMs / readMs,
    textbookRatio: reference === null ? null : (reference * size) / measured.wallMs,
  });
  const rows = [
    row('read the columns once', () => readPass(styled), null),
    row('plain fit, vote-level errors', () => covariance(fit(plain), { method: 'sandwich' }), textbook.plain),
    row('plain fit, clustered errors', () => covariance(fit(plain), { method: 'clustered' }), textbook.plain),
    row('style fit, vote-level errors', () => covariance(fit(styled), { method: 'sandwich' }), textbook.style),
    row('style fit, clustered errors', () => covariance(fit(styled), { method: 'clustered' }), textbook.style),
    ...(await coldRows(plain)).map(({ stage, measured, readMs }) => finish(stage, measured, textbook.plain, readMs)),
  ];
  print(size, rows);
}

function without(votes: Votes, key: 'covariates'): Votes {
  const { [key]: _, ...rest } = votes;
  return rest;
}

/** The least that any of the stages must do: read each number of each column once. */
function readPass({ modelA, modelB, outcome, voter, covariates = [] }: Votes): number {
  let sum = 0;
  for (const column of [modelA, modelB, outcome, voter ?? modelA, ...covariates.map(({ values }) => values)]) {
    for (let v = 0; v < column.length; v++) sum += column[v] ?? 0;
  }
  return sum;
}

interface ColdRow {
  readonly stage: string;
  readonly measured: Measurement;
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
      rows.push({ stage, measured: cold(path, method), readMs: await readTime(path, method === 'clustered') });
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

/** The fastest of a few new processes. */
function cold(path: string, method: string): Measurement {
  const script = fileURLToPath(new URL('cold-rank.ts', import.meta.url));
  let best: Measurement | undefined;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, path, method], { encoding: 'utf8' });
    const wallMs = performance.now() - start;
    if (status !== 0) throw new Error(`The cold process failed: ${stderr}`);
    const { cpuMs, peakMb } = JSON.parse(stdout);
    if (best === undefined || wallMs < best.wallMs) best = { wallMs, cpuMs, peakMb };
  }
  if (best === undefined) throw new Error('No run.');
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
