import { expect, test } from 'vitest';
import { fit } from '../fit/fit.ts';
import { type SimulateOptions, simulate } from '../simulation/simulate.ts';
import { covariance, differenceError } from './covariance.ts';

const STRENGTHS = [-0.5, 0, 0.2, 0.7];

interface Coverage {
  /** Share of 95 % intervals of the difference between the last model and the first that hold the truth. */
  readonly votes: number;
  readonly voters: number;
  /** Mean z² of the difference by either error: 1 where the error is right. */
  readonly votesRatio: number;
  readonly votersRatio: number;
}

/** The target is what endless data of the same kind would give, ties as half wins included. */
function coverage(rounds: number, options: Omit<SimulateOptions, 'seed' | 'models' | 'strengths'>): Coverage {
  const all = { models: STRENGTHS.length, strengths: STRENGTHS, ...options };
  const truth = gap(
    fit(simulate({ ...all, votes: 400_000, voters: 400_000, voterTail: 0, largestVoterShare: 0, seed: 999_983 }).votes),
  );
  const sums = { votes: 0, voters: 0, votesRatio: 0, votersRatio: 0 };
  for (let seed = 0; seed < rounds; seed++) {
    const fitted = fit(simulate({ ...all, seed }).votes);
    const [byVotes, byVoters] = (['sandwich', 'clustered'] as const).map(
      (method) => (gap(fitted) - truth) / differenceError(covariance(fitted, { method }), 3, 0),
    );
    sums.votes += Math.abs(byVotes) < 1.96 ? 1 / rounds : 0;
    sums.voters += Math.abs(byVoters) < 1.96 ? 1 / rounds : 0;
    sums.votesRatio += byVotes ** 2 / rounds;
    sums.votersRatio += byVoters ** 2 / rounds;
  }
  return sums;
}

function gap({ strengths }: { readonly strengths: Float64Array }): number {
  return strengths[3] - strengths[0];
}

/** Four standard errors of a share of 95 % (or less) among so many rounds. */
const slack = (share: number, rounds: number): number => 4 * Math.sqrt((share * (1 - share)) / rounds);

test('independent votes: 95 % intervals hold the truth 95 times in a hundred, either way', () => {
  const { votes, voters, votesRatio } = coverage(400, { votes: 800, voters: 300, voterTail: 0 });
  expect(Math.abs(votes - 0.95)).toBeLessThan(slack(0.95, 400));
  expect(Math.abs(voters - 0.95)).toBeLessThan(slack(0.95, 400));
  expect(Math.abs(votesRatio - 1)).toBeLessThan(4 * Math.sqrt(2 / 400));
});

test('voters with tastes: the clustered interval holds what it promises, the one of votes does not', () => {
  const { votes, voters, votersRatio } = coverage(400, { votes: 1200, voters: 100, voterTail: 0, taste: 0.8 });
  expect(Math.abs(voters - 0.95)).toBeLessThan(slack(0.95, 400));
  expect(Math.abs(votersRatio - 1)).toBeLessThan(0.35);
  expect(votes).toBeLessThan(0.9);
});

test('one voter with taste casts a tenth of the votes: intervals of votes fail clearly, clustered ones much less', () => {
  const heavy = { votes: 3000, voters: 3000, voterTail: 0, taste: 0.8, largestVoterShare: 0.1 };
  const { votes, voters, votesRatio, votersRatio } = coverage(200, heavy);
  expect(votes).toBeLessThan(0.85);
  expect(voters).toBeGreaterThan(votes + 0.08);
  expect(votersRatio).toBeLessThan(votesRatio / 1.5);
});
