import { board, parseSpec } from '@agon/boards';
import { createRandom, type Random } from '@agon/rating';
import { type Outcome, outcomes, type VoteColumns } from '@agon/votes';
import { describe, expect, test } from 'vitest';
import { train } from './byte-model/byte-model.ts';
import { damage } from './byte-model/damage.ts';
import { createJudgeVoter } from './judge-voter.ts';
import { DEGREES } from './start.ts';
import { aTrainedModel, count, duel, scoresOf, steps } from './testing.ts';

const simple = createJudgeVoter({ model: train(['the vote is counted', 'the board is made']) });
const opinions = (a: string, b: string): Outcome[] => {
  const random = createRandom(3);
  return Array.from({ length: 200 }, () => simple.vote('What?', a, b, random));
};

test('an answer that the model finds likelier is preferred, on either side', () => {
  const [sound, broken] = ['the vote is counted', 'the qote js cxunted'];
  expect(count(opinions(sound, broken), 'a')).toBeGreaterThan(140);
  expect(count(opinions(broken, sound), 'b')).toBeGreaterThan(140);
});

test('equal answers are ties as often as the band says, else either side', () => {
  const votes = opinions('the board is made', 'the board is made');
  // 2 / (1 + e^−0.5) − 1 = 0.245 of 200.
  expect(Math.abs(count(votes, 'tie') - 49)).toBeLessThan(25);
  expect(Math.min(count(votes, 'a'), count(votes, 'b'))).toBeGreaterThan(50);
});

test('two answers of noise are both bad', () => {
  expect(count(opinions('%$Z9_w{{', 'kQ)0)~~W'), 'both_bad')).toBe(200);
});

test('an empty answer loses to a good one, and two are both bad', () => {
  expect(count(opinions('', 'the board is made'), 'b')).toBe(200);
  expect(count(opinions('', ''), 'both_bad')).toBe(200);
});

test('one generator gives one vote', () => {
  const vote = (random: Random): Outcome => simple.vote('', 'the vote', 'the board', random);
  expect(vote(createRandom(5))).toBe(vote(createRandom(5)));
});

describe('on models trained on the documents of the project', async () => {
  const { model } = await aTrainedModel();
  const voter = createJudgeVoter({ model });
  const prompts = ['What is a board?', 'How are votes counted?', 'Explain intervals.', 'Which file formats are read?'];
  const recipe = { voter, prompts, maxTokens: 120, answersPerPrompt: 40 };
  const scores = DEGREES.bytes.map((degree) => scoresOf(damage(model, degree), recipe));

  test('what a model writes scores the lower, the more it is damaged', () => {
    const means = scores.map((byPrompt) => byPrompt.flat().reduce((sum, score) => sum + score, 0) / 160);
    expect(Math.max(...steps(means))).toBeLessThan(-0.4);
  });

  test('voters prefer the less damaged of two neighbours far above chance', () => {
    for (const [k, better] of scores.slice(0, -1).entries()) {
      const votes = duel(voter, better, scores[k + 1] ?? []);
      // Of some 130 fair votes, more than 68 % for one have a chance below 1 in 10,000.
      expect(count(votes, 'a') / (count(votes, 'a') + count(votes, 'b'))).toBeGreaterThan(0.68);
    }
  });

  test('the board of their votes has the known order, and names the undamaged model the winner', () => {
    const names = DEGREES.bytes.map((degree) => `damage ${degree}`);
    const made = board(votesOf(names, scores), parseSpec({}));
    expect(made.votes.used).toBe(1920);
    expect(made.models.map(({ model }) => model)).toEqual(names);
    expect(made.models.map(({ rank }) => rank)).toEqual([1, 2, 3, 4].map((rank) => [rank, rank]));
    expect(made.verdict).toMatchObject({ kind: 'clear-winner', models: ['damage 0'] });
  });

  /** Each pair of models meets on every answer, both ways round. */
  function votesOf(names: readonly string[], all: readonly (readonly number[][])[]): VoteColumns {
    const pairs = names.flatMap((_, a) => names.flatMap((_, b) => (a === b ? [] : [[a, b] as const])));
    const rows = pairs.flatMap(([a, b]) =>
      duel(voter, all[a] ?? [], all[b] ?? []).map((outcome, k) => ({ a, b, outcome, voter: k % 20 })),
    );
    return {
      length: rows.length,
      models: names,
      modelA: Uint32Array.from(rows, ({ a }) => a),
      modelB: Uint32Array.from(rows, ({ b }) => b),
      outcome: Uint8Array.from(rows, ({ outcome }) => outcomes.indexOf(outcome)),
      voter: {
        codes: Uint32Array.from(rows, ({ voter }) => voter),
        names: Array.from({ length: 20 }, (_, k) => `voter ${k}`),
      },
      covariates: {},
      labels: {},
    };
  }
});
