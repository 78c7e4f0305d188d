import type { Fit } from './fit.ts';
import { parameterCount } from './problem.ts';

/** How one pair of rated models is expected to fare in the votes that it has. */
export interface PairExpectation {
  /** Indices into `Fit.models`, `first` < `second`. */
  readonly first: number;
  readonly second: number;
  readonly votes: number;
  /** Mean over its votes of P(first better) + ½·P(tie or both bad), covariates as they were. */
  readonly expected: number;
}

/** What a fit expects of each pair that met. O(observations). */
export function expectedScores({ problem, solution }: Fit): PairExpectation[] {
  const { design, tieModel } = problem;
  const { parameters } = solution;
  const tie = tieModel.predictors > 1 ? parameters[parameterCount(problem) - 1] : 0;
  return Array.from(design.first, (first, pair) => {
    const second = design.second[pair];
    const i = parameters[first];
    const j = parameters[second];
    let votes = 0;
    let score = 0;
    for (let o = design.start[pair]; o < design.start[pair + 1]; o++) {
      const count = design.count?.[o] ?? 1;
      let delta = i - j;
      design.covariates.forEach((values, c) => {
        delta += parameters[design.models + c] * values[o];
      });
      const [better, worse] = tieModel.probabilities(delta, tie, (i + j) / 2);
      votes += count;
      score += (count * (1 + better - worse)) / 2;
    }
    return { first, second, votes, expected: score / votes };
  });
}
