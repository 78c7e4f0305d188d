import { clusters, compact } from '../design/clusters.ts';
import { type Design, UNUSED } from '../design/design.ts';
import type { Fit } from '../fit/fit.ts';
import { UNKNOWN } from '../votes.ts';

/** How evenly the votes of a fit are spread over voters. */
export interface Concentration {
  readonly voters: number;
  /** (Σn)²/Σn², n = weight of a voter's votes: as many equal voters would carry the same information about voters. */
  readonly effectiveVoters: number;
  /** Share of the largest voter in the weight of all votes. */
  readonly largestShare: number;
}

/** Spread of the votes over voters; null where the votes name none. A vote without a voter counts as a voter of its own. */
export function concentration({ problem, votes }: Fit): Concentration | null {
  if (votes.voter === undefined) return null;
  const { design } = problem;
  const { weights, alone } =
    design.weight === null ? votesOfVoters(design, votes.voter) : weightsOfVoters(design, votes.voter);
  let voters = alone;
  let total = alone;
  let squares = alone;
  let largest = alone > 0 ? 1 : 0;
  for (let g = 0; g < weights.length; g++) {
    const weight = weights[g];
    if (weight > 0) voters++;
    total += weight;
    squares += weight * weight;
    if (weight > largest) largest = weight;
  }
  return { voters, effectiveVoters: (total * total) / squares, largestShare: largest / total };
}

interface Weights {
  readonly weights: Uint32Array | Float64Array;
  /** Further voters of weight 1. */
  readonly alone: number;
}

/** How many votes each voter has; whole numbers, so that no order of adding matters. */
function votesOfVoters({ observation }: Design, voter: Uint32Array): Weights {
  const { numbers, bound } = compact(voter);
  const weights = new Uint32Array(bound);
  let alone = 0;
  for (let v = 0; v < numbers.length; v++) {
    if (observation[v] === UNUSED) continue;
    if (numbers[v] === UNKNOWN) alone++;
    else weights[numbers[v]]++;
  }
  return { weights, alone };
}

/** The weight of each voter's votes, added in the canonical order. */
function weightsOfVoters(design: Design, voter: Uint32Array): Weights {
  const { count, start, members } = clusters(design, voter);
  const weights = new Float64Array(count);
  for (let g = 0; g < count; g++) {
    for (let k = start[g]; k < start[g + 1]; k++) weights[g] += design.weight?.[members[k]] ?? 1;
  }
  return { weights, alone: 0 };
}
