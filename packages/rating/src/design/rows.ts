import type { Votes } from '../votes.ts';
import { compact } from './clusters.ts';
import { sortByKey } from './counting-sort.ts';
import { type Design, type Layout, UNUSED } from './design.ts';

/**
 * One observation a vote, with weights and covariates, in the canonical order: by pair, then voter, side, outcome, weight,
 * covariates and prompt. Votes that are equal in all of these are interchangeable, so any order of the input gives the same sums.
 * `cells` is the tally of the same votes in the same layout. O(votes), and a sort of the votes that one voter cast on one pair.
 */
export function rows(votes: Votes, layout: Layout, cells: Design): Design {
  const { models, first, second } = cells;
  const { used, pair, kind } = turn(votes, layout, cells);
  const voterKeys = keysOfVoters(votes.voter);
  const byVoter = voterKeys === null ? used : sortByKey(used, voterKeys.keys, voterKeys.bound).sorted;
  const { sorted: order, start } = sortByKey(byVoter, pair, first.length);
  sortWithinVoters(votes, order, start, { kind, voterKeys: voterKeys?.keys ?? null });
  return { models, first, second, start, ...columnsInOrder(votes, layout, order, kind), count: null };
}

/** Votes turned so that they speak of the first model of their pair. */
interface Turned {
  /** Votes that take part. */
  readonly used: Uint32Array;
  /** The number of its pair, for each vote that takes part. */
  readonly pair: Uint32Array;
  /** Outcome for the first model, and 4 more where it was side b. */
  readonly kind: Uint8Array;
}

const FLIPPED = 4;

function turn({ modelA, modelB }: Votes, { numberOf }: Layout, { observation, start, outcome }: Design): Turned {
  const pairOf = new Uint32Array(outcome.length);
  for (let p = 0; p + 1 < start.length; p++) pairOf.fill(p, start[p], start[p + 1]);
  const size = modelA.length;
  const used = new Uint32Array(size);
  const pair = new Uint32Array(size);
  const kind = new Uint8Array(size);
  let count = 0;
  for (let v = 0; v < size; v++) {
    const cell = observation[v];
    if (cell === UNUSED) continue;
    pair[v] = pairOf[cell];
    kind[v] = outcome[cell] + (numberOf[modelA[v]] < numberOf[modelB[v]] ? 0 : FLIPPED);
    used[count++] = v;
  }
  return { used: used.subarray(0, count), pair, kind };
}

/** Small numbers in the order of the voters; votes without a voter stand before those of voter 0. */
function keysOfVoters(voter: Uint32Array | undefined): { readonly keys: Uint32Array; readonly bound: number } | null {
  if (voter === undefined) return null;
  const { numbers, bound } = compact(voter);
  const keys = new Uint32Array(numbers.length);
  // The number of an unknown voter is the largest there is: one more is 0.
  for (let v = 0; v < keys.length; v++) keys[v] = numbers[v] + 1;
  return { keys, bound: bound + 1 };
}

/** Sorts the votes of each run of one pair and voter by what is left to tell them apart. */
function sortWithinVoters(
  votes: Votes,
  order: Uint32Array,
  start: Uint32Array,
  { kind, voterKeys }: { readonly kind: Uint8Array; readonly voterKeys: Uint32Array | null },
): void {
  const { prompt, weight, covariates = [] } = votes;
  const compare = (v: number, w: number): number => {
    if (kind[v] !== kind[w]) return kind[v] - kind[w];
    if (weight !== undefined && weight[v] !== weight[w]) return weight[v] - weight[w];
    for (const { values } of covariates) if (values[v] !== values[w]) return values[v] - values[w];
    return prompt === undefined ? 0 : prompt[v] - prompt[w];
  };
  for (let pair = 0; pair + 1 < start.length; pair++) {
    const end = start[pair + 1];
    if (voterKeys === null) {
      order.subarray(start[pair], end).sort(compare);
      continue;
    }
    let run = start[pair];
    let voter = voterKeys[order[run]];
    for (let o = run + 1; o <= end; o++) {
      const next = o < end ? voterKeys[order[o]] : -1;
      if (next === voter) continue;
      if (o - run > 1) order.subarray(run, o).sort(compare);
      run = o;
      voter = next;
    }
  }
}

function columnsInOrder(
  votes: Votes,
  { position }: Layout,
  order: Uint32Array,
  kind: Uint8Array,
): Pick<Design, 'outcome' | 'weight' | 'covariates' | 'observation' | 'votes'> {
  const size = order.length;
  const outcome = new Uint8Array(size);
  const sign = new Int8Array(size);
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
    covariates: position ? [Float32Array.from(sign), ...covariates] : covariates,
    observation,
    votes: size,
  };
}
