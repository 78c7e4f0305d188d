import { expect, test } from 'vitest';
import { clusters } from '../design/clusters.ts';
import { fit } from '../fit/fit.ts';
import { simulate } from '../simulation/simulate.ts';
import { createWindow, moveOn, type Records, voteScores } from './scores.ts';

const { votes } = simulate({ models: 5, votes: 10_000, seed: 3, tieShare: 0.2, style: { length: 0.3, headers: 0.1 } });
const { covariates: _, ...plain } = votes;

/** What record number `at` holds, in a fit of one predictor. */
function contents({ stride, doubles, integers, floats }: Records, at: number, covariates: number): number[] {
  const word = 2 * at * stride + 2;
  return [
    doubles[at * stride],
    integers[word],
    integers[word + 1],
    ...floats.subarray(word + 2, word + 2 + covariates),
  ];
}

test.each([
  ['a vote each', votes],
  ['equal votes together', plain],
])('each member has the record of its observation, through all windows: %s', (_, given) => {
  const fitted = fit(given);
  const { first, second, start, covariates, outcome } = fitted.problem.design;
  const expected = Array.from(outcome, (_, o) => {
    const pair = start.findIndex((from) => from > o) - 1;
    return [fitted.solution.scores[0][o], first[pair], second[pair], ...covariates.map((values) => values[o])];
  });
  const { members } = clusters(fitted.problem.design, given.voter ?? new Uint32Array(0));
  const scores = voteScores(fitted, members);
  const window = createWindow(scores);
  const found: number[][] = [];
  while (window.end < members.length) {
    moveOn(window, scores);
    for (let k = window.start; k < window.end; k++) {
      found.push(contents(window.records, window.place[k - window.start], covariates.length));
    }
  }
  expect(found).toEqual(Array.from(members, (o) => expected[o]));
});
