/** At most about this many places are written to at once: more would not stay in the processor's nearest cache. */
const MOST_GROUPS = 2 ** 10;

/**
 * Stable counting sort of values whose keys are given beside them: `keys[k]`, a whole number below `bound`, is the key of
 * `values[k]`. Values of key k come to stand from `start[k]` to `start[k + 1] - 1`. They are sorted by the high bits of their
 * keys first and then group by group, so that neither pass jumps about in memory. O(values + bound).
 */
export function sortValues(
  values: Uint32Array,
  keys: Uint32Array,
  bound: number,
): { readonly sorted: Uint32Array; readonly start: Uint32Array } {
  let shift = 0;
  while (bound >>> shift >= MOST_GROUPS) shift++;
  const groups = intoGroups(values, keys, { bound, shift });
  const { sorted } = groups;
  const start = new Uint32Array(bound + 1);
  const next = new Uint32Array(1 << shift);
  const group = new Uint32Array(largestGap(groups.start));
  for (let low = 0, g = 0; low < bound; low += 1 << shift, g++) {
    const from = groups.start[g];
    const to = groups.start[g + 1];
    next.fill(0);
    for (let k = from; k < to; k++) next[groups.keys[k] - low]++;
    let at = from;
    for (let key = low; key < low + next.length && key < bound; key++) {
      const size = next[key - low];
      next[key - low] = at;
      at += size;
      start[key + 1] = at;
    }
    for (let k = from; k < to; k++) group[next[groups.keys[k] - low]++ - from] = sorted[k];
    sorted.set(group.subarray(0, to - from), from);
  }
  return { sorted, start };
}

interface Groups {
  readonly sorted: Uint32Array;
  readonly keys: Uint32Array;
  /** Group g, of the keys whose high bits are g, stands from `start[g]` to `start[g + 1] - 1`. */
  readonly start: Uint32Array;
}

function intoGroups(
  values: Uint32Array,
  keys: Uint32Array,
  { bound, shift }: { readonly bound: number; readonly shift: number },
): Groups {
  const groups = Math.ceil(bound / (1 << shift));
  const start = new Uint32Array(groups + 1);
  for (let k = 0; k < keys.length; k++) start[(keys[k] >>> shift) + 1]++;
  for (let g = 0; g < groups; g++) start[g + 1] += start[g];
  const next = start.slice();
  const sorted = new Uint32Array(values.length);
  const sortedKeys = new Uint32Array(values.length);
  for (let k = 0; k < values.length; k++) {
    const at = next[keys[k] >>> shift]++;
    sorted[at] = values[k];
    sortedKeys[at] = keys[k];
  }
  return { sorted, keys: sortedKeys, start };
}

function largestGap(start: Uint32Array): number {
  let largest = 0;
  for (let g = 0; g + 1 < start.length; g++) largest = Math.max(largest, start[g + 1] - start[g]);
  return largest;
}
