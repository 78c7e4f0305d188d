import { InvalidOption } from '../errors.ts';
import { logistic } from '../numbers/exp.ts';
import { log } from '../numbers/log.ts';
import { createRandom, type Random } from '../numbers/random.ts';
import { checkCount, checkRange } from '../options.ts';
import { davidson } from '../tie-models/davidson.ts';
import { OUTCOME, type Votes } from '../votes.ts';
import { drawByRank, normalOf } from './draws.ts';
import { drawStyle, habits, ratio, STYLE_NAMES, type StyleName } from './style.ts';

export interface SimulateOptions {
  /** Names of the models, or how many. */
  readonly models: number | readonly string[];
  readonly votes: number;
  readonly seed: number;
  /** Log-strengths of the models; left out: normal of standard deviation `spread`. */
  readonly strengths?: readonly number[];
  /** Default 0.6 (about 100 points). */
  readonly spread?: number;
  /** How unevenly models are drawn: 0 uniform (default), below 1. */
  readonly modelTail?: number;
  /** Default: one for each 2.4 votes. */
  readonly voters?: number;
  /** How unevenly votes fall on voters: 0 uniform, default 0.5, below 1. */
  readonly voterTail?: number;
  /** Share of all votes cast by the first voter on top of that; default 0. */
  readonly largestVoterShare?: number;
  /** Standard deviation of each voter's own taste for each model, in log-odds; default 0. */
  readonly taste?: number;
  /** Default: one for each vote. */
  readonly prompts?: number;
  readonly promptTail?: number;
  /** Standard deviation of how well each prompt suits each model, in log-odds; default 0. */
  readonly promptEffect?: number;
  /** Share of ties between equal models, both-bad ones included; default 0.3. */
  readonly tieShare?: number;
  /** Share of "both bad" among the ties of two average models; falls as the two get stronger. Default 0.5. */
  readonly bothBadShare?: number;
  /** Log-odds in favour of the answer shown as side a; default 0. */
  readonly position?: number;
  /** Log-odds for each unit of (a − b)/(a + b) of a style count. Counts are drawn where any effect is named, even 0. */
  readonly style?: Partial<Readonly<Record<StyleName, number>>>;
}

/** Simulated votes with what lies behind them. */
export interface Simulation {
  /** With `voter`, `prompt`, and a covariate (the ratio) for each style count drawn. */
  readonly votes: Votes;
  /** Style counts of both answers, by name. */
  readonly counts: Readonly<Record<string, { readonly a: Float32Array; readonly b: Float32Array }>>;
  /** True log-strengths, in the order of `votes.models`, as given or drawn. */
  readonly strengths: Float64Array;
}

/**
 * Votes from a known truth: Davidson's model with voters of different activity and taste, repeated prompts, a position effect,
 * style effects, and both-bad votes where both models are weak. The same options give the same votes on every engine. O(votes).
 *
 * @throws {InvalidOption}
 * @example simulate({ models: 3, votes: 100, seed: 1 }).votes.outcome.length // 100
 */
export function simulate(options: SimulateOptions): Simulation {
  const world = createWorld(options);
  const { size, names } = world;
  const columns = {
    modelA: new Uint32Array(size),
    modelB: new Uint32Array(size),
    outcome: new Uint8Array(size),
    voter: new Uint32Array(size),
    prompt: new Uint32Array(size),
  };
  for (let v = 0; v < size; v++) {
    columns.voter[v] = world.drawVoter();
    columns.prompt[v] = world.prompts === null ? v : drawByRank(world.random, world.prompts, options.promptTail ?? 0);
    const a = drawByRank(world.random, names.length, options.modelTail ?? 0);
    let b = a;
    while (b === a) b = drawByRank(world.random, names.length, options.modelTail ?? 0);
    columns.modelA[v] = a;
    columns.modelB[v] = b;
    columns.outcome[v] = world.drawOutcome(v, a, b, columns.voter[v], columns.prompt[v]);
  }
  const covariates = world.styles.map(({ name, a, b }) => ({ name, values: a.map((count, v) => ratio(count, b[v])) }));
  return {
    votes: { models: names, ...columns, ...(covariates.length > 0 ? { covariates } : {}) },
    counts: Object.fromEntries(world.styles.map(({ name, a, b }) => [name, { a, b }])),
    strengths: world.strengths,
  };
}

interface Style {
  readonly name: StyleName;
  readonly effect: number;
  readonly habit: Float64Array;
  readonly a: Float32Array;
  readonly b: Float32Array;
}

interface World {
  readonly size: number;
  readonly names: readonly string[];
  readonly strengths: Float64Array;
  readonly styles: readonly Style[];
  /** Number of prompts; null where each vote has its own. */
  readonly prompts: number | null;
  readonly random: Random;
  readonly drawVoter: () => number;
  readonly drawOutcome: (vote: number, a: number, b: number, voter: number, prompt: number) => number;
}

function createWorld(options: SimulateOptions): World {
  const { seed, votes: size } = options;
  check(options, typeof options.models === 'number' ? options.models : options.models.length);
  const names = typeof options.models === 'number' ? numberedNames(options.models) : options.models;
  const random = createRandom(seed);
  const spread = options.spread ?? 0.6;
  const strengths = Float64Array.from(names, (_, i) => options.strengths?.[i] ?? spread * random.normal());
  const styles = STYLE_NAMES.filter((name) => options.style?.[name] !== undefined).map((name) => ({
    name,
    effect: options.style?.[name] ?? 0,
    habit: habits(seed, name, names.length),
    a: new Float32Array(size),
    b: new Float32Array(size),
  }));
  const voters = options.voters ?? Math.max(1, Math.round(size / 2.4));
  const largest = options.largestVoterShare ?? 0;
  const drawVoter = (): number =>
    largest > 0 && random.uniform() < largest ? 0 : drawByRank(random, voters, options.voterTail ?? 0.5);
  const drawOutcome = outcomeDrawer(options, { random, strengths, styles });
  return { size, names, strengths, styles, prompts: options.prompts ?? null, random, drawVoter, drawOutcome };
}

function outcomeDrawer(
  { seed, taste = 0, promptEffect = 0, position = 0, tieShare = 0.3, bothBadShare = 0.5 }: SimulateOptions,
  { random, strengths, styles }: Pick<World, 'random' | 'strengths' | 'styles'>,
): World['drawOutcome'] {
  const tie = davidson.startTie(tieShare);
  const badness = log(bothBadShare / (1 - bothBadShare));
  return (vote, a, b, voter, prompt) => {
    let delta = strengths[a] - strengths[b] + position;
    if (taste > 0) delta += taste * (normalOf(seed + 1, voter, a) - normalOf(seed + 1, voter, b));
    if (promptEffect > 0) delta += promptEffect * (normalOf(seed + 2, prompt, a) - normalOf(seed + 2, prompt, b));
    for (const style of styles) {
      style.a[vote] = drawStyle(random, style.name, style.habit[a]);
      style.b[vote] = drawStyle(random, style.name, style.habit[b]);
      delta += style.effect * ratio(style.a[vote], style.b[vote]);
    }
    const [better, worse] = davidson.probabilities(delta, tie, 0);
    const u = random.uniform();
    if (u < better) return OUTCOME.a;
    if (u < better + worse) return OUTCOME.b;
    const level = (strengths[a] + strengths[b]) / 2;
    return random.uniform() < logistic(badness - level) ? OUTCOME.bothBad : OUTCOME.tie;
  };
}

function numberedNames(count: number): string[] {
  const width = String(count).length;
  return Array.from({ length: count }, (_, i) => `model-${String(i + 1).padStart(width, '0')}`);
}

function check(options: SimulateOptions, models: number): void {
  const {
    votes,
    strengths,
    tieShare = 0.3,
    bothBadShare = 0.5,
    voterTail = 0.5,
    modelTail = 0,
    promptTail = 0,
  } = options;
  const {
    voters = 1,
    prompts = 1,
    largestVoterShare = 0,
    spread = 0,
    taste = 0,
    promptEffect = 0,
    position = 0,
  } = options;
  if (!(Number.isInteger(models) && models >= 2)) {
    throw new InvalidOption(`A simulation needs at least two models, not ${models}.`);
  }
  if (!(Number.isInteger(votes) && votes >= 0)) throw new InvalidOption(`The number of votes is ${votes}.`);
  if (typeof options.models !== 'number' && new Set(options.models).size !== models) {
    throw new InvalidOption('Two models have the same name.');
  }
  if (strengths !== undefined && strengths.length !== models) {
    throw new InvalidOption(`There are ${strengths.length} strengths for ${models} models.`);
  }
  checkCount('voters', voters, 1);
  checkCount('prompts', prompts, 1);
  checkRange('The share of ties', tieShare, { from: 0, to: 1, closed: 'left' });
  checkRange('bothBadShare', bothBadShare, { from: 0, to: 1 });
  checkRange('largestVoterShare', largestVoterShare, { from: 0, to: 1 });
  for (const [name, tail] of Object.entries({ voterTail, modelTail, promptTail })) {
    checkRange(name, tail, { from: 0, to: 1, closed: 'left' });
  }
  for (const [name, deviation] of Object.entries({ spread, taste, promptEffect })) {
    checkRange(name, deviation, { from: 0, to: 1e3 });
  }
  for (const effect of [position, ...(strengths ?? []), ...Object.values(options.style ?? {})]) {
    checkRange('An effect or a strength', effect, { from: -1e3, to: 1e3 });
  }
}
