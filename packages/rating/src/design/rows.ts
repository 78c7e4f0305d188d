import { UNKNOWN, type Votes } from '../votes.ts';
import { sortByKey } from './counting-sort.ts';
import { type Design, type Layout, UNUSED } from './design.ts';
import { keyArray, numberKeys } from './numbering.ts';

/**
 * One observation a vote, with weights and covariates, in the canonical order: by pair, then voter, side, outcome, weight,
 * covariates and prompt. Votes that are equal in all of these are interchangeable, so any order of the input gives the same sums.
 * O(votes · log(votes of one pair)).
 */
export function rows(votes: Votes, layout: Layout): Design {
  const { models } = layout;
  const { used, pair, kind } = turn(votes, layout);
  const { keys, numbers } = numberKeys(pair, models * models);
  const { sorted: order, start } = sortByKey(used, numbers, keys.length);
  sortWithinPairs(votes, order, start, kind);
  return {
    models,
    first: Uint32Array.from(keys, (key) => Math.floor(key / models)),
    second: Uint32Array.from(keys, (key) => key % models),
    start,
    ...columnsInOrder(votes, layout, order, kind),
    count: null,
  };
}

/** Votes turned so that they speak of the first model of their pair. */
interface Turned {
  /** Votes that take part. */
  readonly used: Uint32Array;
  /** first · models + second, for each vote; models² where it takes no part. */
  readonly pair: Uint32Array | Float64Array;
  /** Outcome for the first model, and 4 more where it was side b. */
  readonly kind: Uint8Array;
}

const FLIPPED = 4;

function turn(votes: Votes, { models, numberOf, outcomeAs }: Layout): Turned {
  const { modelA, modelB, outcome, weight } = votes;
  const size = outcome.length;
  const used = new Uint32Array(size);
  const pair = keyArray(size, models * models).fill(models * models);
  const kind = new Uint8Array(size);
  let count = 0;
  for (let v = 0; v < size; v++) {
    const a = numberOf[modelA[v]];
    const b = numberOf[modelB[v]];
    const as = outcomeAs[outcome[v]];
    if (a < 0 || b < 0 || as < 0 || (weight !== undefined && weight[v] === 0)) continue;
    pair[v] = a < b ? a * models + b : b * models + a;
    kind[v] = a < b ? as : FLIPPED + (as < 2 ? 1 - as : as);
    used[count++] = v;
  }
  return { used: used.subarray(0, count), pair, kind };
}

/** Sorts the votes of each pair by voter, and those of one voter by what is left to tell them apart. */
function sortWithinPairs(votes: Votes, order: Uint32Array, start: Uint32Array, kind: Uint8Array): void {
  const { voter, prompt, weight, covariates = [] } = votes;
  const compare = (v: number, w: number): number => {
    if (kind[v] !== kind[w]) return kind[v] - kind[w];
    if (weight !== undefined && weight[v] !== weight[w]) return weight[v] - weight[w];
    for (const { values } of covariates) if (values[v] !== values[w]) return values[v] - values[w];
    return prompt === undefined ? 0 : prompt[v] - prompt[w];
  };
  const keys = new Float64Array(order.length);
  const sorted = new Uint32Array(order.length);
  for (let pair = 0; pair + 1 < start.length; pair++) {
    const from = start[pair];
    const size = start[pair + 1] - from;
    if (voter === undefined) {
      order.subarray(from, from + size).sort(compare);
      continue;
    }
    // Voter and place in one number: a sort of numbers is several times faster than one that calls back.
    const segment = keys.subarray(from, from + size);
    for (let k = 0; k < size; k++) {
      const number = voter[order[from + k]];
      // Votes without a voter stand before those of voter 0.
      segment[k] = (number === UNKNOWN ? 0 : number + 1) * size + k;
    }
    segment.sort();
    sortRuns(order, sorted, { from, size, segment }, compare);
  }
  if (voter !== undefined) order.set(sorted);
}

interface Segment {
  readonly from: number;
  readonly size: number;
  readonly segment: Float64Array;
}

/** Takes the votes of one pair in the order of their keys, and sorts each run of one voter. */
function sortRuns(
  order: Uint32Array,
  sorted: Uint32Array,
  { from, size, segment }: Segment,
  compare: (v: number, w: number) => number,
): void {
  let run = 0;
  let voter = -1;
  for (let k = 0; k < size; k++) {
    const key = segment[k];
    const number = Math.floor(key / size);
    if (number !== voter) {
      if (k - run > 1) sorted.subarray(from + run, from + k).sort(compare);
      run = k;
      voter = number;
    }
    sorted[from + k] = order[from + (key - number * size)];
  }
  if (size - run > 1) sorted.subarray(from + run, from + size).sort(compare);
}

function columnsInOrder(
  votes: Votes,
  { position }: Layout,
  order: Uint32Array,
  kind: Uint8Array,
): Pick<Design, 'outcome' | 'weight' | 'covariates' | 'observation' | 'votes'> {
  const size = order.length;
  const outcome = new Uint8Array(size);
  const sign = new Float32Array(size);
  const observation = new Uint32Array(votes.outcome.length).fill(UNUSED);
  for (let o = 0; o < size; o++) {
    const v = order[o];
    outcome[o] = kind[v] & 3;
    sign[o] = kind[v] < FLIPPED ? 1 : -1;
    observation[v] = o;
  }
  const covariates = (votes.covariates ?? []).map(({ values }) => {
    const column = new Float32Array(size);
    for (let o = 0; o < size; o++) column[o] = sign[o] * values[order[o]];
    return column;
  });
  const { weight } = votes;
  return {
    outcome,
    weight: weight === undefined ? null : Float64Array.from(order, (v) => weight[v]),
    covariates: position ? [sign, ...covariates] : covariates,
    observation,
    votes: size,
  };
}
