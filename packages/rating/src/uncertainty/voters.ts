import { type Clusters, clusters } from '../design/clusters.ts';
import type { Fit } from '../fit/fit.ts';

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
  const byVoter: Clusters = clusters(design, votes.voter);
  let total = 0;
  let squares = 0;
  let largest = 0;
  for (let g = 0; g < byVoter.count; g++) {
    let weight = 0;
    for (let k = byVoter.start[g]; k < byVoter.start[g + 1]; k++) weight += design.weight?.[byVoter.members[k]] ?? 1;
    total += weight;
    squares += weight * weight;
    largest = Math.max(largest, weight);
  }
  return { voters: byVoter.count, effectiveVoters: (total * total) / squares, largestShare: largest / total };
}
