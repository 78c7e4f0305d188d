import { readFile } from 'node:fs/promises';
import { type BoardSpec, InvalidDocument, parseSpec } from '@agon/boards';
import { readTime } from '@agon/votes';
import type { Command } from 'commander';
import { UsageError } from './errors.ts';
import { parseAnchor, parseFilter, parseList, toChoice, toCount, toNumber } from './parse.ts';

/** The options of a command that make up a board specification, as commander hands them over. */
export interface SpecOptions {
  readonly spec?: string;
  readonly ties?: string;
  readonly bothBad?: string;
  readonly controls?: string;
  readonly interval?: string;
  readonly cluster?: string;
  readonly rounds?: string;
  readonly oneStep?: boolean;
  readonly level?: string;
  readonly ranks?: string;
  readonly multiplicity?: string;
  readonly connectivity?: string;
  readonly filter?: readonly string[];
  readonly anchor?: string;
  readonly unweighted?: boolean;
  readonly asOf?: string;
  readonly seed?: string;
}

const TIES = ['half', 'davidson', 'rao-kupper', 'grounded'] as const;
const METHODS = ['clustered', 'sandwich', 'model', 'bootstrap'] as const;
const RANKS = ['overlap', 'pairwise', 'simultaneous'] as const;
const CLUSTERS = ['voter', 'prompt'] as const;
const TRANSFORMS = ['ratio', 'difference'] as const;

/** Adds the options of {@link SpecOptions} to a command. */
export function addSpecOptions(command: Command): Command {
  return command
    .option('--spec <file>', 'board specification (JSON); the options below change single fields of it')
    .option('--ties <model>', `how ties are explained: ${TIES.join(', ')}`)
    .option('--both-bad <as>', 'what "both bad" counts as: tie, drop')
    .option('--controls <names>', 'effects to take out: length, headers, lists, bold, position, or NAME[:difference]')
    .option('--interval <method>', `intervals: ${METHODS.join(', ')}`)
    .option('--cluster <columns>', 'what votes are clustered (or resampled) by: voter, prompt, or voter,prompt')
    .option('--rounds <n>', 'bootstrap rounds')
    .option('--one-step', 'bootstrap by one Newton step a round in place of full refits')
    .option('--level <share>', 'confidence level, for example 0.95')
    .option('--ranks <rule>', `rank ranges: ${RANKS.join(', ')}`)
    .option('--multiplicity <rule>', 'comparisons with the leader in the verdict: none, bonferroni')
    .option('--connectivity <policy>', 'models that cannot be compared: largest, error, prior')
    .option(
      '--filter <condition>',
      'only votes that meet the condition, for example language=English; give it again for more conditions',
      (condition: string, before: readonly string[]) => [...before, condition],
      [],
    )
    .option('--anchor <model=rating>', 'give this model this rating; otherwise the mean is 1000')
    .option('--unweighted', 'count every vote once, whatever its weight')
    .option('--as-of <time>', 'only votes up to this UTC time')
    .option('--seed <n>', 'seed of everything drawn at random');
}

/**
 * The specification that the options describe: the file of `--spec`, or the defaults, changed by single options.
 *
 * @throws {UsageError | InvalidDocument}
 */
export async function specFrom(options: SpecOptions): Promise<BoardSpec> {
  const base = options.spec === undefined ? parseSpec({}) : await readSpec(options.spec);
  const interval = {
    ...base.interval,
    ...given(options.interval, (text) => ({ method: toChoice('--interval', text, METHODS) })),
    ...given(options.cluster, (text) => ({
      cluster: parseList('--cluster', text).map((by) => toChoice('--cluster', by, CLUSTERS)),
    })),
    ...given(options.rounds, (text) => ({ rounds: toCount('--rounds', text, 10) })),
    ...(options.oneStep === true ? { refit: false } : {}),
    ...given(options.level, (text) => ({ level: toLevel(text) })),
  };
  if (interval.method !== 'bootstrap' && (options.rounds !== undefined || options.oneStep === true)) {
    throw new UsageError('--rounds and --one-step belong to --interval bootstrap.');
  }
  return parseSpec({
    ...base,
    interval,
    filter: [...base.filter, ...(options.filter ?? []).map(parseFilter)],
    ...given(options.ties, (text) => ({ ties: toChoice('--ties', text, TIES) })),
    ...given(options.bothBad, (text) => ({ bothBad: toChoice('--both-bad', text, ['tie', 'drop']) })),
    ...given(options.controls, (text) => ({ controls: parseList('--controls', text).map(toControl) })),
    ...given(options.ranks, (text) => ({ ranks: toChoice('--ranks', text, RANKS) })),
    ...given(options.multiplicity, (text) => ({
      multiplicity: toChoice('--multiplicity', text, ['none', 'bonferroni']),
    })),
    ...given(options.connectivity, (text) => ({
      connectivity: toChoice('--connectivity', text, ['largest', 'error', 'prior']),
    })),
    ...given(options.anchor, (text) => ({ anchor: parseAnchor(text) })),
    ...(options.unweighted === true ? { weights: 'none' } : {}),
    ...given(options.asOf, (text) => ({ asOf: toTime(text) })),
    ...given(options.seed, (text) => ({ seed: toCount('--seed', text) })),
  });
}

function given<Field>(text: string | undefined, field: (text: string) => Field): Field | undefined {
  return text === undefined ? undefined : field(text);
}

function toControl(text: string): { name: string; transform?: string } {
  const at = text.lastIndexOf(':');
  if (at < 0) return { name: text };
  return { name: text.slice(0, at), transform: toChoice('--controls', text.slice(at + 1), TRANSFORMS) };
}

function toLevel(text: string): number {
  const level = toNumber('--level', text);
  if (!(level > 0 && level < 1))
    throw new UsageError(`--level: ${text} is not between 0 and 1. Write for example --level 0.95.`);
  return level;
}

function toTime(text: string): string {
  const time = readTime(text, 'ms');
  if (time === undefined || Number.isNaN(time))
    throw new UsageError(`--as-of: "${text}" is no time. Write for example --as-of 2024-06-30T00:00:00Z.`);
  return new Date(time).toISOString();
}

async function readSpec(path: string): Promise<BoardSpec> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new UsageError(`--spec: cannot read ${path}.`, { cause });
  });
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    throw new InvalidDocument(`${path} is not JSON: ${cause instanceof Error ? cause.message : String(cause)}.`);
  }
  try {
    return parseSpec(document);
  } catch (error) {
    if (error instanceof InvalidDocument) throw new InvalidDocument(`${path}: ${error.message}`);
    throw error;
  }
}
