import { createRandom } from '@agon/rating';
import { beforeAll, describe, expect, test } from 'vitest';
import { createJudgeVoter } from '../judge-voter.ts';
import { bitsPerByte, logProbability } from '../language-model.ts';
import { sampleAnswer } from '../sample.ts';
import { count, duel, ROOT, scoresOf, steps } from '../testing.ts';
import { type Damage, damage } from './damage.ts';
import { hasStoryModel, openStoryModel } from './story-model.ts';
import type { Transformer } from './transformer.ts';

const STORY =
  'Once upon a time, there was a little boy named Tom. He had a red ball. One day, Tom went to the park with his mom. ' +
  'He saw a big dog. The dog wanted to play with the ball. Tom was scared, but his mom said, "It is okay."';

// What llama2.c itself writes at temperature 0 (its test of this model).
const KNOWN =
  ' Once upon a time, there was a little girl named Lily. She loved to play outside in the park. One day, she saw a big, ' +
  'red ball. She wanted to play with it, but it was too high.\nLily\'s mom said, "Lily, let\'s go to the park." Lily was sad ' +
  "and didn't know what to do. She said,";

const dropped = (layers: readonly number[]): Damage[] => layers.map((n) => ({ kind: 'layers', dropped: n }));
const rounded = (widths: readonly number[]): Damage[] => widths.map((bits) => ({ kind: 'rounding', bits }));
const noisy = (shares: readonly number[]): Damage[] => shares.map((share) => ({ kind: 'noise', share, seed: 1 }));

describe.skipIf(!hasStoryModel(ROOT))('the story model', () => {
  let model: Transformer;
  beforeAll(async () => {
    model = await openStoryModel(ROOT);
  });

  test('writes what the program it comes from writes', () => {
    const options = { random: createRandom(1), maxTokens: 120, temperature: 0 };
    expect(sampleAnswer(model, '', options).text.startsWith(KNOWN)).toBe(true);
  });

  test('finds a small story far likelier than the same words backwards', () => {
    const backwards = STORY.split(' ').reverse().join(' ');
    expect(logProbability(model, STORY, '')).toBeGreaterThan(logProbability(model, backwards, '') + 100);
    expect(bitsPerByte(model, STORY)).toBeLessThan(0.9);
  });

  test.each([
    ['more layers dropped', dropped([0, 1, 2, 3])],
    ['fewer bits', rounded([8, 5, 4, 3])],
    ['more noise', noisy([0, 0.1, 0.2, 0.3])],
  ])('%s cost bits', (_, ways) => {
    const bits = ways.map((how) => bitsPerByte(damage(model, how), STORY));
    expect(Math.min(...steps(bits)), bits.join(' < ')).toBeGreaterThan(0.05);
  });

  test('voters prefer what it tells to what a noisy copy tells', () => {
    const voter = createJudgeVoter({ model });
    const prompts = ['Tell me a story about a dog.', 'One day, a girl went to the park.'];
    const recipe = { voter, prompts, maxTokens: 20, answersPerPrompt: 7 };
    const [clear, noise] = [
      damage(model, { kind: 'layers', dropped: 0 }),
      damage(model, { kind: 'noise', share: 0.25, seed: 1 }),
    ];
    const votes = duel(voter, scoresOf(clear, recipe), scoresOf(noise, recipe));
    // Of 14 fair votes, so many more on one side than on the other have a chance of about 1 in 1,000.
    expect(count(votes, 'a')).toBeGreaterThanOrEqual(count(votes, 'b') + 11);
  });
});
