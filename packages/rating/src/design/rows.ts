import { UNKNOWN, type Votes } from '../votes.ts';
import { sortByKey } from './counting-sort.ts';
import { type Design, type Layout, UNUSED } from './design.ts';

/**
 * One observation a vote, with weights and covariates, in the canonical order: by pair, then voter, side, outcome, weight and
 * covariates. Votes that are equal in all of these are interchangeable, so any order of the input gives the same sums.
 * O(votes · log(votes of one voter on one pair)).
 */
export function rows(votes: Votes, layout: Layout): Design {
  const { models, numberOf, outcomeAs, position } = layout;
  const size = votes.outcome.length;
  const first = new Uint32Array(size);
  const second = new Uint32Array(size);
  const used = new Uint32Array(size);
  let count = 0;
  for (let v = 0; v < size; v++) {
    const a = numberOf[votes.modelA[v]];
    const b = numberOf[votes.modelB[v]];
    const isUnused = a < 0 || b < 0 || outcomeAs[votes.outcome[v]] < 0 || votes.weight?.[v] === 0;
    if (isUnused) continue;
    first[v] = a < b ? a : b;
    second[v] = a < b ? b : a;
    used[count++] = v;
  }
  const order = canonicalOrder(votes, used.subarray(0, count), { first, second, models, numberOf });
  const outcome = new Uint8Array(count);
  const observation = new Uint32Array(size).fill(UNUSED);
  const weight = votes.weight === undefined ? null : new Float64Array(count);
  const side = new Float32Array(position ? count : 0);
  const covariates = (votes.covariates ?? []).map(() => new Float32Array(count));
  for (let o = 0; o < count; o++) {
    const v = order[o];
    const isFlipped = numberOf[votes.modelA[v]] !== first[v];
    const as = outcomeAs[votes.outcome[v]];
    outcome[o] = isFlipped && as < 2 ? 1 - as : as;
    observation[v] = o;
    if (weight !== null) weight[o] = votes.weight?.[v] ?? 1;
    if (position) side[o] = isFlipped ? -1 : 1;
  }
  votes.covariates?.forEach(({ values }, k) => {
    const target = covariates[k];
    for (let o = 0; o < count; o++) {
      const v = order[o];
      target[o] = numberOf[votes.modelA[v]] === first[v] ? values[v] : -values[v];
    }
  });
  return {
    models,
    ...cutPairs(order, first, second),
    outcome,
    count: null,
    weight,
    covariates: position ? [side, ...covariates] : covariates,
    observation,
    votes: count,
  };
}

interface Keys {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  readonly models: number;
  readonly numberOf: Int32Array;
}

function canonicalOrder(votes: Votes, used: Uint32Array, keys: Keys): Uint32Array {
  const { voter } = votes;
  let order = used;
  if (voter !== undefined) {
    const voters = countVoters(voter);
    // Votes without a voter stand before those of voter 0.
    const key = voter.map((number) => (number === UNKNOWN ? 0 : number + 1));
    order = sortByKey(order, key, voters + 1);
  }
  order = sortByKey(order, keys.second, keys.models);
  order = sortByKey(order, keys.first, keys.models);
  sortWithinVoters(votes, order, keys);
  return order;
}

function countVoters(voter: Uint32Array): number {
  let voters = 0;
  for (let v = 0; v < voter.length; v++) if (voter[v] !== UNKNOWN && voter[v] >= voters) voters = voter[v] + 1;
  return voters;
}

/** Sorts each run of one pair and voter by what is left to tell votes apart. */
function sortWithinVoters(votes: Votes, order: Uint32Array, { first, second, numberOf }: Keys): void {
  const { voter, weight, outcome, modelA, covariates = [] } = votes;
  const isSameRun = (v: number, w: number): boolean =>
    first[v] === first[w] && second[v] === second[w] && (voter === undefined || voter[v] === voter[w]);
  const compare = (v: number, w: number): number => {
    const bySide = numberOf[modelA[v]] - numberOf[modelA[w]];
    if (bySide !== 0) return bySide;
    if (outcome[v] !== outcome[w]) return outcome[v] - outcome[w];
    if (weight !== undefined && weight[v] !== weight[w]) return weight[v] - weight[w];
    for (const { values } of covariates) if (values[v] !== values[w]) return values[v] - values[w];
    return 0;
  };
  let from = 0;
  for (let o = 1; o <= order.length; o++) {
    if (o < order.length && isSameRun(order[o], order[from])) continue;
    if (o - from > 1) order.subarray(from, o).sort(compare);
    from = o;
  }
}

function cutPairs(
  order: Uint32Array,
  first: Uint32Array,
  second: Uint32Array,
): Pick<Design, 'first' | 'second' | 'start'> {
  const pairFirst: number[] = [];
  const pairSecond: number[] = [];
  const start: number[] = [];
  for (let o = 0; o < order.length; o++) {
    const v = order[o];
    const isNew = o === 0 || first[v] !== first[order[o - 1]] || second[v] !== second[order[o - 1]];
    if (!isNew) continue;
    pairFirst.push(first[v]);
    pairSecond.push(second[v]);
    start.push(o);
  }
  start.push(order.length);
  return { first: Uint32Array.from(pairFirst), second: Uint32Array.from(pairSecond), start: Uint32Array.from(start) };
}
