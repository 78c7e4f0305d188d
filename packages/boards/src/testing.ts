import { createRandom } from '@agon/rating';
import { type CodedColumn, MISSING, type Outcome, outcomes, type VoteColumns, type VoteRecord } from '@agon/votes';
import type { Board } from './board.ts';

/** Some equal votes: who stood on which side, what came out, and how often (once where left out). */
export type Line = readonly [a: string, b: string, outcome: Outcome, times?: number];

/** Vote records from lines, each with the fields given. */
export function votesFrom(lines: readonly Line[], fields: Partial<VoteRecord> = {}): VoteRecord[] {
  return lines.flatMap(([modelA, modelB, outcome, times = 1]) =>
    Array.from({ length: times }, (): VoteRecord => ({ modelA, modelB, outcome, ...fields })),
  );
}

export interface VotesRecipe {
  readonly votes?: number;
  readonly models?: readonly string[];
  readonly seed?: number;
  readonly outcomes?: readonly Outcome[];
  /** Weights are fractions, some 0; without it votes name no weight. */
  readonly hasWeights?: boolean;
  /** One vote in so many lacks voter, prompt, time, turn, language, tags and counts; 0 for none. */
  readonly gaps?: number;
}

const DAY = 86_400_000;

/** Votes with every field, drawn from a seed; models named earlier win more often. */
export function someVotes(recipe: VotesRecipe = {}): VoteRecord[] {
  const { votes = 400, models = ['ada', 'bea', 'cyd', 'dot', 'eve'], seed = 1, hasWeights = false, gaps = 0 } = recipe;
  const random = createRandom(seed);
  const draw = <Item>(items: readonly Item[]): Item => items[random.below(items.length)];
  const ties = (recipe.outcomes ?? outcomes).filter((outcome) => outcome === 'tie' || outcome === 'both_bad');
  return Array.from({ length: votes }, (_, v): VoteRecord => {
    const a = random.below(models.length);
    const b = (a + 1 + random.below(models.length - 1)) % models.length;
    const length = { a: 50 + random.below(400), b: 50 + random.below(400) };
    const odds = 0.5 + 0.06 * (b - a) + (length.a > length.b ? 0.1 : -0.1);
    const outcome: Outcome =
      ties.length > 0 && random.uniform() < 0.3 ? draw(ties) : random.uniform() < odds ? 'a' : 'b';
    const base = { modelA: models[a], modelB: models[b], outcome, ...(hasWeights ? { weight: draw(WEIGHTS) } : {}) };
    if (gaps > 0 && random.below(gaps) === 0) return base;
    return {
      ...base,
      voter: `voter ${random.below(25)}`,
      prompt: `prompt ${random.below(15)}`,
      battle: `battle ${v}`,
      time: Date.UTC(2025, 0, 1) + random.below(100) * DAY,
      turn: 1 + random.below(3),
      language: draw(['English', 'French', 'Norwegian']),
      tags: draw([['code'], ['code', 'math'], ['math'], ['poem']]),
      covariates: { length, bold: { a: random.below(6), b: random.below(6) } },
      labels: { country: draw(['Peru', 'Mali']), level: draw(['1', '2', '10']) },
    };
  });
}

// Sums of these depend on their order.
const WEIGHTS = [0, 0.1, 0.3, 1, 1.7, 2.3];

/** Records as columns, names in order of first appearance, as the reader gives them. */
export function columnsFrom(votes: readonly VoteRecord[]): VoteColumns {
  const models = coded(votes.flatMap(({ modelA, modelB }) => [modelA, modelB]));
  const tags = coded(votes.map((vote) => vote.tags?.join('|')));
  const text = {
    voter: coded(votes.map(({ voter }) => voter)),
    battle: coded(votes.map(({ battle }) => battle)),
    prompt: coded(votes.map(({ prompt }) => prompt)),
    language: coded(votes.map(({ language }) => language)),
    tags,
  };
  const has = (field: 'time' | 'turn' | 'weight'): boolean => votes.some((vote) => vote[field] !== undefined);
  return {
    length: votes.length,
    models: models.names,
    modelA: models.codes.filter((_, k) => k % 2 === 0),
    modelB: models.codes.filter((_, k) => k % 2 === 1),
    outcome: Uint8Array.from(votes, ({ outcome }) => outcomes.indexOf(outcome)),
    ...Object.fromEntries(Object.entries(text).filter(([, { names }]) => names.length > 0)),
    ...(has('time') && { time: Float64Array.from(votes, ({ time }) => time ?? Number.NaN) }),
    ...(has('turn') && { turn: Uint16Array.from(votes, ({ turn }) => turn ?? 0) }),
    ...(has('weight') && { weight: Float64Array.from(votes, ({ weight }) => weight ?? 1) }),
    covariates: Object.fromEntries(
      keysOf(votes.map(({ covariates }) => covariates)).map((name) => [
        name,
        {
          a: Float32Array.from(votes, ({ covariates }) => covariates?.[name]?.a ?? Number.NaN),
          b: Float32Array.from(votes, ({ covariates }) => covariates?.[name]?.b ?? Number.NaN),
        },
      ]),
    ),
    labels: Object.fromEntries(
      keysOf(votes.map(({ labels }) => labels)).map((name) => [name, coded(votes.map(({ labels }) => labels?.[name]))]),
    ),
  };
}

/** Columns of lines. */
export function columnsOfLines(lines: readonly Line[]): VoteColumns {
  return columnsFrom(votesFrom(lines));
}

function keysOf(parts: readonly (Readonly<Record<string, unknown>> | undefined)[]): string[] {
  return [...new Set(parts.flatMap((part) => Object.keys(part ?? {})))];
}

function coded(values: readonly (string | undefined)[]): CodedColumn {
  const codes = new Map<string, number>();
  const numbers = Uint32Array.from(values, (value) => {
    if (value === undefined) return MISSING;
    if (!codes.has(value)) codes.set(value, codes.size);
    return codes.get(value) ?? MISSING;
  });
  return { codes: numbers, names: [...codes.keys()] };
}

/** The same items in an order drawn from a seed. */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const random = createRandom(seed);
  const keys = items.map(() => random.uniform());
  return items
    .map((_, k) => k)
    .sort((x, y) => keys[x] - keys[y])
    .map((k) => items[k]);
}

/** The same votes with every dictionary (models, voters, prompts, labels …) numbered anew from a seed. */
export function renumbered(columns: VoteColumns, seed: number): VoteColumns {
  const models = renumberedNames(columns.models, seed);
  const text = (['voter', 'battle', 'prompt', 'language', 'tags'] as const).flatMap((field, k) => {
    const column = columns[field];
    return column === undefined ? [] : [[field, renumberedColumn(column, seed + k)]];
  });
  return {
    ...columns,
    models: models.names,
    modelA: columns.modelA.map((code) => models.numberOf[code]),
    modelB: columns.modelB.map((code) => models.numberOf[code]),
    ...Object.fromEntries(text),
    labels: Object.fromEntries(
      Object.entries(columns.labels)
        .reverse()
        .map(([name, column]) => [name, renumberedColumn(column, seed)]),
    ),
    covariates: Object.fromEntries(Object.entries(columns.covariates).reverse()),
  };
}

function renumberedColumn({ codes, names }: CodedColumn, seed: number): CodedColumn {
  const anew = renumberedNames(names, seed);
  return { codes: codes.map((code) => (code === MISSING ? MISSING : anew.numberOf[code])), names: anew.names };
}

function renumberedNames(names: readonly string[], seed: number): { names: string[]; numberOf: number[] } {
  const order = shuffled(
    names.map((_, k) => k),
    seed,
  );
  const numberOf: number[] = [];
  order.forEach((old, place) => {
    numberOf[old] = place;
  });
  return { names: order.map((old) => names[old]), numberOf };
}

/** The ratings of a board by name; models without one are left out. */
export function ratingsOf({ models }: Board): Record<string, number> {
  return Object.fromEntries(
    models.flatMap(({ model, rating }): [string, number][] => (rating === null ? [] : [[model, rating]])),
  );
}

/** All that was left out of a board. */
export function rejectedIn({ votes }: Board): number {
  return Object.values(votes.rejected).reduce((sum, count) => sum + count, 0);
}

/** Paths of numbers that JSON cannot hold. */
export function numbersNotFinite(value: unknown, path = 'board'): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => numbersNotFinite(part, `${path}.${key}`));
}
