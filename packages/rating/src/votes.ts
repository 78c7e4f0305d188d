import { InvalidVotes } from './errors.ts';

/** Outcome codes: side a better, side b better, both good, both bad. */
export const OUTCOME: { readonly a: 0; readonly b: 1; readonly tie: 2; readonly bothBad: 3 } = {
  a: 0,
  b: 1,
  tie: 2,
  bothBad: 3,
};

/** The number of a vote that names no voter (or prompt): such a vote is a cluster of its own. */
export const UNKNOWN = 0xffff_ffff;

/** One number a vote whose effect on the outcome is fitted beside the ratings. */
export interface Covariate {
  readonly name: string;
  /** Side a minus side b, by any rule that changes sign when the sides are swapped. */
  readonly values: Float32Array;
  /**
   * What counts as one unit of the covariate in the answer. Left out: its root mean square over the votes of the fit. It is a
   * scale only; zero stays zero, or the covariate would hide a position effect.
   */
  readonly scale?: number;
}

/** Votes as columns, one element a vote. */
export interface Votes {
  readonly models: readonly string[];
  /** Index into `models`: who answered as side a, and as side b. */
  readonly modelA: Uint32Array;
  readonly modelB: Uint32Array;
  /** One of {@link OUTCOME}. */
  readonly outcome: Uint8Array;
  /** 1 each where left out. A vote of weight 0 takes no part. */
  readonly weight?: Float64Array;
  /**
   * Numbers of the voters, or {@link UNKNOWN}. Equal numbers mean one voter; sums run over voters in the order of their numbers,
   * so another numbering changes the last bits and nothing else.
   */
  readonly voter?: Uint32Array;
  /** Numbers of the prompts, or {@link UNKNOWN}. */
  readonly prompt?: Uint32Array;
  readonly covariates?: readonly Covariate[];
}

/** Squares of weights are summed and inverted; beyond this the sums would overflow or lose all else. */
const LARGEST_WEIGHT = 1e12;

/**
 * Refuses columns that cannot be votes, naming the column and the first row at fault. One pass over each column.
 *
 * @throws {InvalidVotes}
 */
export function checkVotes(votes: Votes): void {
  const size = votes.outcome.length;
  const { modelA, modelB, weight } = votes;
  if (new Set(votes.models).size !== votes.models.length) throw new InvalidVotes('Two models have the same name.');
  const columns = { modelA, modelB, weight, voter: votes.voter, prompt: votes.prompt };
  for (const [name, column] of Object.entries(columns)) {
    if (column !== undefined && column.length !== size) {
      throw new InvalidVotes(`Column ${name} has ${column.length} elements where outcome has ${size}.`);
    }
  }
  checkEach(votes);
  if (weight !== undefined) {
    for (let v = 0; v < size; v++) {
      if (weight[v] >= 0 && weight[v] <= LARGEST_WEIGHT) continue;
      throw new InvalidVotes(
        `Vote ${v} has the weight ${weight[v]}; a weight is a number from 0 to ${LARGEST_WEIGHT}.`,
      );
    }
  }
  for (const { name, values } of votes.covariates ?? []) {
    if (values.length !== size) {
      throw new InvalidVotes(`Covariate "${name}" has ${values.length} elements where outcome has ${size}.`);
    }
    if (areFinite(values)) continue;
    const v = values.findIndex((value) => !Number.isFinite(value));
    throw new InvalidVotes(`Covariate "${name}" is ${values[v]} in vote ${v}; it must be a finite number.`);
  }
}

/** Of an infinity or NaN the difference to itself is NaN, and so is then the sum; two sums, as each waits for its last addition. */
function areFinite(values: Float32Array): boolean {
  let even = 0;
  let odd = 0;
  let v = 0;
  for (; v + 1 < values.length; v += 2) {
    even += values[v] - values[v];
    odd += values[v + 1] - values[v + 1];
  }
  if (v < values.length) even += values[v] - values[v];
  return even + odd === 0;
}

function checkEach({ models: names, modelA, modelB, outcome }: Votes): void {
  const models = names.length;
  for (let v = 0; v < outcome.length; v++) {
    const a = modelA[v];
    const b = modelB[v];
    if (a >= models || b >= models)
      throw new InvalidVotes(`Vote ${v} names model ${a >= models ? a : b} of ${models}.`);
    if (a === b) throw new InvalidVotes(`Vote ${v} has the same model on both sides ("${names[a]}").`);
    if (outcome[v] > 3) throw new InvalidVotes(`Vote ${v} has the unknown outcome ${outcome[v]}; known are 0 to 3.`);
  }
}
