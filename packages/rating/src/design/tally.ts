import type { Votes } from '../votes.ts';
import type { Design, Layout } from './design.ts';
import { keyArray, numberKeys } from './numbering.ts';

/**
 * Counts equal votes together: one observation for each pair, outcome and (where position matters) side. Covariates other than
 * position and weights are not looked at, except that votes of weight 0 are left out. O(votes), two passes.
 */
export function tally(votes: Votes, layout: Layout): Design {
  const limit = layout.models * layout.models * 8;
  const kinds = kindOfVotes(votes, layout, limit);
  const { keys: kindOf, counts: count, numbers: observation } = numberKeys(kinds, limit);
  const used = count.reduce((sum, votesOfKind) => sum + votesOfKind, 0);
  return { ...pairs(kindOf, layout), count, weight: null, observation, votes: used };
}

/** The kind of each vote: ((first · models + second) · 2 + flipped) · 4 + outcome; `limit` for a vote that is not used. */
function kindOfVotes(votes: Votes, layout: Layout, limit: number): Uint32Array | Float64Array {
  const { modelA, modelB, outcome, weight } = votes;
  const { models, numberOf, outcomeAs, position } = layout;
  const size = outcome.length;
  const kinds = keyArray(size, limit);
  for (let v = 0; v < size; v++) {
    const a = numberOf[modelA[v]];
    const b = numberOf[modelB[v]];
    const as = outcomeAs[outcome[v]];
    if (a < 0 || b < 0 || as < 0 || (weight !== undefined && weight[v] === 0)) {
      kinds[v] = limit;
    } else if (a < b) {
      kinds[v] = (a * models + b) * 8 + as;
    } else {
      // "a better" becomes "second better": codes 0 and 1 change places.
      kinds[v] = (b * models + a) * 8 + (position ? 4 : 0) + (as < 2 ? 1 - as : as);
    }
  }
  return kinds;
}

/** Cuts the observations, ascending by kind, into pairs. */
function pairs(
  kindOf: Float64Array,
  layout: Layout,
): Pick<Design, 'models' | 'first' | 'second' | 'start' | 'outcome' | 'covariates'> {
  const { models, position } = layout;
  const size = kindOf.length;
  const outcome = new Uint8Array(size);
  const side = new Float32Array(position ? size : 0);
  const first: number[] = [];
  const second: number[] = [];
  const start: number[] = [];
  let last = -1;
  for (let o = 0; o < size; o++) {
    const kind = kindOf[o];
    const pair = Math.floor(kind / 8);
    if (pair !== last) {
      first.push(Math.floor(pair / models));
      second.push(pair % models);
      start.push(o);
      last = pair;
    }
    outcome[o] = kind % 4;
    if (position) side[o] = kind % 8 < 4 ? 1 : -1;
  }
  start.push(size);
  return {
    models,
    first: Uint32Array.from(first),
    second: Uint32Array.from(second),
    start: Uint32Array.from(start),
    outcome,
    covariates: position ? [side] : [],
  };
}
