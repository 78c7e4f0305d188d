/**
 * Stable counting sort: `order` rearranged so that `keys[order[·]]` ascends, equal keys keeping their order. Elements of key k
 * come to stand from `start[k]` to `start[k + 1] - 1`. Keys are whole numbers below `bound`. O(order + bound).
 */
export function sortByKey(
  order: Uint32Array,
  keys: Uint32Array,
  bound: number,
): { readonly sorted: Uint32Array; readonly start: Uint32Array } {
  const start = new Uint32Array(bound + 1);
  // In the order of memory where all keys take part: how many there are of each does not depend on it.
  if (order.length === keys.length) for (let k = 0; k < keys.length; k++) start[keys[k] + 1]++;
  else for (let k = 0; k < order.length; k++) start[keys[order[k]] + 1]++;
  for (let key = 0; key < bound; key++) start[key + 1] += start[key];
  const next = start.slice();
  const sorted = new Uint32Array(order.length);
  for (let k = 0; k < order.length; k++) sorted[next[keys[order[k]]]++] = order[k];
  return { sorted, start };
}
