import { InvalidOption, POINTS, type SimulateOptions, type Simulation, simulate } from '@agon/rating';
import { type VoteColumns, writeColumns } from '@agon/votes';
import type { Command } from 'commander';
import { checkOutputs, writeText } from '../files/outputs.ts';
import { answerTarget, type Io } from '../io.ts';
import { UsageError } from '../options/errors.ts';
import { parseEffects, parseList, toChoice, toCount, toNumber } from '../options/parse.ts';

interface SimulateFlags {
  readonly models: string;
  readonly votes: string;
  readonly seed: string;
  readonly out: string;
  readonly format?: string;
  readonly truth?: string;
  readonly spread?: string;
  readonly modelTail?: string;
  readonly voters?: string;
  readonly voterTail?: string;
  readonly largestVoter?: string;
  readonly taste?: string;
  readonly prompts?: string;
  readonly promptTail?: string;
  readonly promptEffect?: string;
  readonly tieShare?: string;
  readonly bothBadShare?: string;
  readonly position?: string;
  readonly style?: string;
}

const STYLES = ['length', 'headers', 'lists', 'bold'];
/** Simulated votes come one a minute from here: times in a file must not depend on the day it was made. */
const FIRST_VOTE = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;

/** `agon simulate`: votes from a known truth. */
export function addSimulate(program: Command, io: Io): void {
  program
    .command('simulate')
    .description('write votes simulated from a known truth')
    .option('--models <n|names>', 'number of models, or their names, comma-separated', '20')
    .option('--votes <n>', 'number of votes', '10000')
    .option('--seed <n>', 'the same seed gives the same votes', '1')
    .option('--out <file>', 'where to: .csv, .jsonl or .parquet, also .gz; - for standard output', '-')
    .option('--format <format>', 'csv, jsonl or parquet, where the name does not tell')
    .option('--truth <file>', 'write the true ratings to this file (JSON)')
    .option('--spread <x>', 'standard deviation of the true strengths, in log-odds (0.6)')
    .option('--model-tail <x>', 'how unevenly models are drawn: 0 uniform, below 1 (0)')
    .option('--voters <n>', 'number of voters (one for each 2.4 votes)')
    .option('--voter-tail <x>', 'how unevenly votes fall on voters: 0 uniform, below 1 (0.5)')
    .option('--largest-voter <share>', 'share of all votes that one voter casts on top of that (0)')
    .option('--taste <x>', 'standard deviation of the own taste of each voter, in log-odds (0)')
    .option('--prompts <n>', 'number of prompts (one for each vote)')
    .option('--prompt-tail <x>', 'how unevenly votes fall on prompts: 0 uniform, below 1 (0)')
    .option('--prompt-effect <x>', 'standard deviation of how prompts suit models, in log-odds (0)')
    .option('--tie-share <x>', 'share of ties between equal models, both-bad ones included (0.3)')
    .option('--both-bad-share <x>', 'share of "both bad" among the ties of average models (0.5)')
    .option('--position <x>', 'log-odds in favour of side a (0)')
    .option('--style <effects>', 'style counts with these effects in log-odds: length=0.4,headers=0,lists=0.1,bold=0')
    .action(async (flags: SimulateFlags) => {
      await run(flags, io);
    });
}

async function run(flags: SimulateFlags, io: Io): Promise<void> {
  await checkOutputs({ read: [], write: [flags.out, flags.truth] });
  const simulation = simulated(flags);
  const columns = columnsOf(simulation);
  const format =
    flags.format === undefined ? undefined : toChoice('--format', flags.format, ['csv', 'jsonl', 'parquet']);
  if (flags.out === '-') {
    await writeColumns(columns, answerTarget(io), { format: format ?? 'csv' });
  } else {
    const { rows } = await writeColumns(columns, flags.out, format === undefined ? {} : { format });
    io.err.write(`Wrote ${rows} votes to ${flags.out}\n`);
  }
  if (flags.truth !== undefined) await writeText(flags.truth, `${JSON.stringify(truthOf(simulation), null, 2)}\n`);
}

function simulated(flags: SimulateFlags): Simulation {
  try {
    return simulate(optionsFrom(flags));
  } catch (error) {
    if (error instanceof InvalidOption) throw new UsageError(error.message);
    throw error;
  }
}

function optionsFrom(flags: SimulateFlags): SimulateOptions {
  const number = (name: string, text: string | undefined, key: keyof SimulateOptions): Partial<SimulateOptions> =>
    text === undefined ? {} : { [key]: toNumber(name, text) };
  const style = flags.style === undefined ? undefined : parseEffects(flags.style);
  const unknown = Object.keys(style ?? {}).find((name) => !STYLES.includes(name));
  if (unknown !== undefined) throw new UsageError(`--style: "${unknown}" is not one of ${STYLES.join(', ')}.`);
  const names = parseList('--models', flags.models);
  const isCount = names.length === 1 && /^\d+$/.test(flags.models.trim());
  return {
    models: isCount ? toCount('--models', flags.models, 2) : names,
    votes: toCount('--votes', flags.votes, 1),
    seed: toCount('--seed', flags.seed),
    ...number('--spread', flags.spread, 'spread'),
    ...number('--model-tail', flags.modelTail, 'modelTail'),
    ...(flags.voters === undefined ? {} : { voters: toCount('--voters', flags.voters, 1) }),
    ...number('--voter-tail', flags.voterTail, 'voterTail'),
    ...number('--largest-voter', flags.largestVoter, 'largestVoterShare'),
    ...number('--taste', flags.taste, 'taste'),
    ...(flags.prompts === undefined ? {} : { prompts: toCount('--prompts', flags.prompts, 1) }),
    ...number('--prompt-tail', flags.promptTail, 'promptTail'),
    ...number('--prompt-effect', flags.promptEffect, 'promptEffect'),
    ...number('--tie-share', flags.tieShare, 'tieShare'),
    ...number('--both-bad-share', flags.bothBadShare, 'bothBadShare'),
    ...number('--position', flags.position, 'position'),
    ...(style === undefined ? {} : { style }),
  };
}

/** Simulated votes as a vote record: named voters and prompts, one vote a minute. */
export function columnsOf({ votes, counts }: Simulation): VoteColumns {
  const { models, modelA, modelB, outcome, voter, prompt } = votes;
  return {
    length: outcome.length,
    models,
    modelA,
    modelB,
    outcome,
    ...(voter === undefined ? {} : { voter: named(voter, 'voter') }),
    ...(prompt === undefined ? {} : { prompt: named(prompt, 'prompt') }),
    time: Float64Array.from(outcome, (_, v) => FIRST_VOTE + v * MINUTE),
    covariates: counts,
    labels: {},
  };
}

function named(numbers: Uint32Array, word: string): { codes: Uint32Array; names: string[] } {
  let count = 0;
  for (const number of numbers) if (number >= count) count = number + 1;
  return { codes: numbers, names: Array.from({ length: count }, (_, k) => `${word}-${k + 1}`) };
}

/** True ratings on the scale of a board: 400 points a factor of ten, mean 1000. */
function truthOf({ votes, strengths }: Simulation): { model: string; rating: number }[] {
  const mean = strengths.reduce((sum, strength) => sum + strength, 0) / strengths.length;
  return votes.models
    .map((model, i) => ({ model, rating: 1000 + POINTS * ((strengths[i] ?? 0) - mean) }))
    .sort((x, y) => y.rating - x.rating);
}
