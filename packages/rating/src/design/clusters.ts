import { UNKNOWN } from '../votes.ts';
import { type Design, UNUSED } from './design.ts';
import { numberKeys } from './numbering.ts';
import { sortValues } from './sort-values.ts';

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
  const { numbers, bound } = compact(given);
  const { keys, values, singles } = taking(design, numbers);
  const { sorted, start: startOfNumber } = sortValues(values, keys, bound);
  const start = new Uint32Array(bound + singles.length + 1);
  let count = 0;
  for (let number = 0; number < bound; number++) {
    // All votes of this number may be outside the design.
    if (startOfNumber[number + 1] > startOfNumber[number]) start[++count] = startOfNumber[number + 1];
  }
  for (let g = 0; g < count; g++) sortAscending(sorted, start[g], start[g + 1]);
  for (let k = 0; k < singles.length; k++) start[++count] = sorted.length + k + 1;
  return { count, start: start.subarray(0, count + 1), members: joined(sorted, singles.sort()) };
}

/** The observations of the votes that take part: with their numbers, and of those that have none. */
function taking(
  { observation, votes }: Design,
  numbers: Uint32Array,
): { readonly keys: Uint32Array; readonly values: Uint32Array; readonly singles: Uint32Array } {
  let known = 0;
  for (let v = 0; v < numbers.length; v++) if (observation[v] !== UNUSED && numbers[v] !== UNKNOWN) known++;
  if (known === numbers.length) return { keys: numbers, values: observation, singles: new Uint32Array(0) };
  const keys = new Uint32Array(known);
  const values = new Uint32Array(known);
  const singles = new Uint32Array(votes - known);
  let k = 0;
  let single = 0;
  for (let v = 0; v < numbers.length; v++) {
    if (observation[v] === UNUSED) continue;
    if (numbers[v] === UNKNOWN) {
      singles[single++] = observation[v];
    } else {
      keys[k] = numbers[v];
      values[k++] = observation[v];
    }
  }
  return { keys, values, singles };
}

function joined(head: Uint32Array, tail: Uint32Array): Uint32Array {
  if (tail.length === 0) return head;
  const all = new Uint32Array(head.length + tail.length);
  all.set(head);
  all.set(tail, head.length);
  return all;
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
