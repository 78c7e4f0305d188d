import { UNKNOWN } from '../votes.ts';
import { type Design, UNUSED } from './design.ts';
import { numberKeys } from './numbering.ts';

/** Which observations belong together: members of cluster g are `members[start[g]]` to `members[start[g + 1] - 1]`. */
export interface Clusters {
  /** Number of clusters that hold a vote. */
  readonly count: number;
  readonly start: Uint32Array;
  /** Observations, ascending in each cluster; one entry a vote. */
  readonly members: Uint32Array;
}

/**
 * Gathers the votes of a design by a number a vote (its voter or prompt). Votes without one ({@link UNKNOWN}) are clusters of
 * their own and come last. The result depends on the set of votes and their numbers, not on their order. O(votes + numbers).
 */
export function clusters(design: Design, given: Uint32Array): Clusters {
  const { observation } = design;
  const { numbers, bound } = compact(given);
  const next = new Uint32Array(bound + 1);
  let single = 0;
  for (let v = 0; v < numbers.length; v++) {
    if (observation[v] === UNUSED) continue;
    if (numbers[v] === UNKNOWN) single++;
    else next[numbers[v] + 1]++;
  }
  const start = new Uint32Array(bound + single + 1);
  let count = 0;
  for (let number = 0; number < bound; number++) {
    const size = next[number + 1];
    next[number + 1] += next[number];
    // All votes of this number may be outside the design.
    if (size > 0) start[++count] = next[number + 1];
  }
  const grouped = next[bound];
  const members = new Uint32Array(design.votes);
  const singles = members.subarray(grouped);
  let seen = 0;
  for (let v = 0; v < numbers.length; v++) {
    if (observation[v] === UNUSED) continue;
    if (numbers[v] === UNKNOWN) singles[seen++] = observation[v];
    else members[next[numbers[v]]++] = observation[v];
  }
  singles.sort();
  for (let k = 0; k < single; k++) start[++count] = grouped + k + 1;
  for (let g = 0; g < count; g++) sortAscending(members, start[g], start[g + 1]);
  return { count, start: start.slice(0, count + 1), members };
}

/** Above this, numbers are made small first: they may be hashes, and memory grows with the largest. */
const LARGE_NUMBER = 2 ** 24;

/** The same numbers, or smaller ones in the same order, and a bound above those that are known. */
export function compact(numbers: Uint32Array): { readonly numbers: Uint32Array; readonly bound: number } {
  let bound = 0;
  for (let v = 0; v < numbers.length; v++) if (numbers[v] >= bound && numbers[v] !== UNKNOWN) bound = numbers[v] + 1;
  if (bound <= LARGE_NUMBER) return { numbers, bound };
  const compacted = numberKeys(numbers, UNKNOWN);
  return { numbers: compacted.numbers, bound: compacted.keys.length };
}

/**
 * One number for each pair of voter and prompt: votes share it when they share both. A vote that lacks either is alone.
 */
export function intersect(voter: Uint32Array, prompt: Uint32Array): Uint32Array {
  const voters = numberKeys(voter, UNKNOWN);
  const prompts = numberKeys(prompt, UNKNOWN);
  const limit = voters.keys.length * prompts.keys.length;
  const pairs = Float64Array.from(voters.numbers, (number, v) =>
    number === UNKNOWN || prompts.numbers[v] === UNKNOWN ? limit : number * prompts.keys.length + prompts.numbers[v],
  );
  return numberKeys(pairs, limit).numbers;
}

/** Most clusters hold a handful of votes: insertion beats a library sort there. */
function sortAscending(values: Uint32Array, from: number, to: number): void {
  if (to - from > 24) {
    values.subarray(from, to).sort();
    return;
  }
  for (let k = from + 1; k < to; k++) {
    const value = values[k];
    let at = k;
    while (at > from && values[at - 1] > value) {
      values[at] = values[at - 1];
      at--;
    }
    values[at] = value;
  }
}
