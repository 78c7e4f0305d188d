import { OUTCOME, UNKNOWN, type Votes } from '../votes.ts';

/** Some equal votes: who stood on which side, what came out, and how often (once where left out). */
export type Line = readonly [a: string, b: string, outcome: keyof typeof OUTCOME, times?: number];

/** Votes from lines; models are numbered as they appear. */
export function votesFrom(lines: readonly Line[]): Votes {
  const models = [...new Set(lines.flatMap((line) => line.slice(0, 2).map(String)))];
  const single = lines.flatMap(([a, b, outcome, times = 1]) => new Array<Line>(times).fill([a, b, outcome]));
  return {
    models,
    modelA: Uint32Array.from(single, ([a]) => models.indexOf(a)),
    modelB: Uint32Array.from(single, ([, b]) => models.indexOf(b)),
    outcome: Uint8Array.from(single, ([, , outcome]) => OUTCOME[outcome]),
  };
}

/** Two models x and y: wins of x, wins of y, ties. */
export function duel(wins: number, losses: number, ties = 0): Votes {
  return {
    ...votesFrom([
      ['x', 'y', 'a', wins],
      ['x', 'y', 'b', losses],
      ['x', 'y', 'tie', ties],
    ]),
    models: ['x', 'y'],
  };
}

/** The rows of the votes named by their places, in that order; a place may come twice. */
export function rowsOf(votes: Votes, places: readonly number[]): Votes {
  const { weight, voter, prompt, covariates } = votes;
  return {
    models: votes.models,
    modelA: Uint32Array.from(places, (v) => votes.modelA[v]),
    modelB: Uint32Array.from(places, (v) => votes.modelB[v]),
    outcome: Uint8Array.from(places, (v) => votes.outcome[v]),
    ...(weight && { weight: Float64Array.from(places, (v) => weight[v]) }),
    ...(voter && { voter: Uint32Array.from(places, (v) => voter[v]) }),
    ...(prompt && { prompt: Uint32Array.from(places, (v) => prompt[v]) }),
    ...(covariates && {
      covariates: covariates.map(({ values, ...rest }) => ({
        ...rest,
        values: Float32Array.from(places, (v) => values[v]),
      })),
    }),
  };
}

/** All places of the votes, in order. */
export function placesOf(votes: Votes): number[] {
  return Array.from(votes.outcome, (_, v) => v);
}

/** The same votes seen from the other side of the table: sides, outcomes and covariates of the chosen rows turned round. */
export function swapSides(votes: Votes, isSwapped: (row: number) => boolean): Votes {
  return {
    ...votes,
    modelA: votes.modelA.map((a, v) => (isSwapped(v) ? votes.modelB[v] : a)),
    modelB: votes.modelB.map((b, v) => (isSwapped(v) ? votes.modelA[v] : b)),
    outcome: votes.outcome.map((outcome, v) => (isSwapped(v) && outcome < 2 ? 1 - outcome : outcome)),
    ...(votes.covariates && {
      covariates: votes.covariates.map(({ values, ...rest }) => ({
        ...rest,
        values: values.map((value, v) => (isSwapped(v) ? -value : value)),
      })),
    }),
  };
}

/** The same votes with the list of models in another order: `order[k]` is the old number of the new model k. */
export function renumberModels(votes: Votes, order: readonly number[]): Votes {
  const numberOf = new Uint32Array(order.length);
  order.forEach((old, k) => {
    numberOf[old] = k;
  });
  return {
    ...votes,
    models: order.map((old) => votes.models[old]),
    modelA: votes.modelA.map((model) => numberOf[model]),
    modelB: votes.modelB.map((model) => numberOf[model]),
  };
}

/** Weights that make a fit go through single rows where equal votes could be counted together: the same one for each. */
export function evenWeights(votes: Votes, weight: number): Votes {
  return { ...votes, weight: new Float64Array(votes.outcome.length).fill(weight) };
}

/** A voter (or prompt) column in which nobody is known. */
export function unknown(votes: Votes): Uint32Array {
  return new Uint32Array(votes.outcome.length).fill(UNKNOWN);
}
