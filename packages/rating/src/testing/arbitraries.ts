import { fc } from '@fast-check/vitest';
import { OUTCOME, UNKNOWN, type Votes } from '../votes.ts';
import { rowsOf } from './votes.ts';

export interface VotesShape {
  /** Outcomes that occur; each occurs at least once beside a win of either side on each pair of a ring. */
  readonly outcomes?: readonly (keyof typeof OUTCOME)[];
  readonly weighted?: boolean;
  /** Number of covariates. */
  readonly covariates?: number;
  readonly clustered?: boolean;
}

interface Row {
  readonly a: number;
  readonly b: number;
  readonly outcome: number;
  readonly weight: number;
  readonly values: readonly number[];
  readonly voter: number;
  readonly prompt: number;
}

/**
 * Small random votes for which the maximum is known to exist: every model meets the next one in a ring, and for every row of that
 * ring both sides win once under equal conditions, so that nothing separates wins from losses.
 */
export function someVotes(shape: VotesShape = {}): fc.Arbitrary<Votes> {
  return fc
    .integer({ min: 2, max: 5 })
    .chain((models) =>
      fc
        .array(row(models, shape), { minLength: 0, maxLength: 30 })
        .map((rows) => toVotes(models, [...ring(models, shape), ...rows], shape)),
    );
}

/** Votes together with an order of their rows. */
export function shuffledVotes(shape: VotesShape = {}): fc.Arbitrary<{ votes: Votes; shuffled: Votes }> {
  return someVotes(shape).chain((votes) => {
    const places = Array.from(votes.outcome, (_, v) => v);
    return fc
      .shuffledSubarray(places, { minLength: places.length })
      .map((order) => ({ votes, shuffled: rowsOf(votes, order) }));
  });
}

function codes({ outcomes = ['a', 'b', 'tie'] }: VotesShape): number[] {
  return outcomes.map((name) => OUTCOME[name]);
}

function row(models: number, shape: VotesShape): fc.Arbitrary<Row> {
  const value = fc.integer({ min: -16, max: 16 }).map((n) => n / 8);
  return fc
    .record({
      a: fc.nat({ max: models - 1 }),
      ahead: fc.integer({ min: 1, max: models - 1 }),
      outcome: fc.constantFrom(...codes(shape)),
      weight: fc.integer({ min: 0, max: 12 }).map((n) => n / 4),
      values: fc.array(value, { minLength: shape.covariates ?? 0, maxLength: shape.covariates ?? 0 }),
      voter: fc.oneof({ weight: 8, arbitrary: fc.nat({ max: 5 }) }, { weight: 1, arbitrary: fc.constant(UNKNOWN) }),
      prompt: fc.oneof({ weight: 8, arbitrary: fc.nat({ max: 4 }) }, { weight: 1, arbitrary: fc.constant(UNKNOWN) }),
    })
    .map(({ ahead, ...rest }) => ({ ...rest, b: (rest.a + ahead) % models }));
}

function ring(models: number, shape: VotesShape): Row[] {
  const covariates = shape.covariates ?? 0;
  const rows: Row[] = [];
  for (let i = 0; i < models + covariates + 2; i++) {
    const a = i % models;
    const b = (a + 1) % models;
    // No sum of model effects, and each covariate unlike the others.
    const values = Array.from({ length: covariates }, (_, c) => (((i + 2) ** 3 * (c + 5) + i * c) % 23) / 8 - 1.25);
    const outcomes = new Set([OUTCOME.a, OUTCOME.b, ...codes(shape)]);
    for (const outcome of outcomes) rows.push({ a, b, outcome, weight: 1, values, voter: i % 3, prompt: i % 4 });
  }
  return rows;
}

function toVotes(models: number, rows: readonly Row[], { weighted, covariates = 0, clustered }: VotesShape): Votes {
  return {
    models: Array.from({ length: models }, (_, i) => `model ${i}`),
    modelA: Uint32Array.from(rows, ({ a }) => a),
    modelB: Uint32Array.from(rows, ({ b }) => b),
    outcome: Uint8Array.from(rows, ({ outcome }) => outcome),
    ...(weighted && { weight: Float64Array.from(rows, ({ weight }) => weight) }),
    ...(clustered && {
      voter: Uint32Array.from(rows, ({ voter }) => voter),
      prompt: Uint32Array.from(rows, ({ prompt }) => prompt),
    }),
    ...(covariates > 0 && {
      covariates: Array.from({ length: covariates }, (_, c) => ({
        name: `style ${c}`,
        values: Float32Array.from(rows, ({ values }) => values[c]),
      })),
    }),
  };
}
