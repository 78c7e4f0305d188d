import type { Design } from '../design/design.ts';

/**
 * Whether strengths and tie parameter can run away together (Davidson, Rao–Kupper): numbers d exist with dᵢ − dⱼ ≥ 1 for each win
 * of i over j and |dᵢ − dⱼ| ≤ 1 for each tie. Then the likelihood rises for ever along d, with the tie parameter growing at the
 * same pace. Any cycle of wins excludes it. Difference constraints, by Bellman and Ford: O(models · pairs), far less as a rule.
 */
export function canRunAway({ models, first, second, start, outcome }: Design): boolean {
  // d[to] ≤ d[from] + bound
  const constraints: { from: number; to: number; bound: number }[] = [];
  for (let pair = 0; pair < first.length; pair++) {
    const i = first[pair];
    const j = second[pair];
    const seen = new Set(outcome.subarray(start[pair], start[pair + 1]));
    if (seen.has(0) && seen.has(1)) return false;
    if (seen.has(0)) constraints.push({ from: i, to: j, bound: -1 });
    if (seen.has(1)) constraints.push({ from: j, to: i, bound: -1 });
    if (seen.has(2)) constraints.push({ from: i, to: j, bound: 1 }, { from: j, to: i, bound: 1 });
  }
  const d = new Float64Array(models);
  for (let round = 0; round <= models; round++) {
    let isSettled = true;
    for (const { from, to, bound } of constraints) {
      if (d[to] <= d[from] + bound) continue;
      d[to] = d[from] + bound;
      isSettled = false;
    }
    if (isSettled) return true;
  }
  return false;
}
