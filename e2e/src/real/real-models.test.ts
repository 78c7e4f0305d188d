import { createRandom } from '@agon/rating';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createVisitor } from '../harness/visitor.ts';
import { createJudgeVoter } from '../real-models/index.ts';
import { type RealArena, startRealArena } from './real-arena.ts';
import { simulateVoters } from './simulate-voters.ts';

let real: RealArena;
beforeAll(async () => {
  real = await startRealArena({ answerTokens: 70 });
}, 180_000);
afterAll(() => real.close());

const battles = 160;
const voters = 80;

test('voters on real language models bring the board into the known order', { timeout: 120_000 }, async () => {
  const { arena, models } = real;
  const judge = createJudgeVoter({ ...models.judge, sharpness: 4 });
  await simulateVoters({ url: arena.url, judge, random: createRandom(11), battles, voters });
  const visitor = createVisitor(arena.url);
  await expect.poll(async () => (await visitor.call('board')).votes.counted, { timeout: 20_000 }).toBe(battles);
  const { board, votes } = await visitor.call('board');
  expect(votes.weightless).toEqual({});
  // Named by their damage, from none to half of all letters. Neighbours are some 300 points apart, four standard errors.
  expect(board?.models.map(({ model }) => model)).toEqual(['bytes-0', 'bytes-10', 'bytes-25', 'bytes-50']);
});
