import { covariance, fit, type Simulation, simulate, type Votes } from '@agon/rating';

/** 200 models, a quarter of the votes ties between equals, voters of very different activity, four style counts. */
export function benchVotes(votes: number): Simulation {
  const style = { length: 0.4, headers: 0.05, lists: 0.1, bold: 0 };
  return simulate({ models: 200, seed: 1, tieShare: 0.25, votes, style });
}

/** The same votes without their covariates. */
export function withoutStyle({ covariates: _, ...votes }: Votes): Votes {
  return votes;
}

/** The stages measured from typed columns, by name. */
export const stages: Readonly<Record<string, (votes: Votes) => unknown>> = {
  'read the columns once': readPass,
  'plain fit, vote-level errors': (votes) => covariance(fit(withoutStyle(votes)), { method: 'sandwich' }),
  'plain fit, clustered errors': (votes) => covariance(fit(withoutStyle(votes)), { method: 'clustered' }),
  'style fit, vote-level errors': (votes) => covariance(fit(votes), { method: 'sandwich' }),
  'style fit, clustered errors': (votes) => covariance(fit(votes), { method: 'clustered' }),
};

/** The least that any of the stages must do: read each number of each column once. */
function readPass({ modelA, modelB, outcome, voter, covariates = [] }: Votes): number {
  let sum = 0;
  for (const column of [modelA, modelB, outcome, voter ?? modelA, ...covariates.map(({ values }) => values)]) {
    for (let v = 0; v < column.length; v++) sum += column[v] ?? 0;
  }
  return sum;
}
