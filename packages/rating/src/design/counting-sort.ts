/**
 * One stable pass of a radix sort: `order` rearranged so that `keys[order[·]]` ascends, equal keys keeping their order.
 * Keys are whole numbers below `bound`. O(order + bound).
 */
export function sortByKey(order: Uint32Array, keys: Uint32Array, bound: number): Uint32Array {
  const next = new Uint32Array(bound + 1);
  for (let k = 0; k < order.length; k++) next[keys[order[k]] + 1]++;
  for (let key = 0; key < bound; key++) next[key + 1] += next[key];
  const sorted = new Uint32Array(order.length);
  for (let k = 0; k < order.length; k++) sorted[next[keys[order[k]]]++] = order[k];
  return sorted;
}
