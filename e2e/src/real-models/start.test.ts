import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createJudgeVoter, DEGREES, type RealModels, type RealModelsOptions, startRealModels } from './index.ts';
import { post, textOf } from './server/testing.ts';
import { ROOT } from './testing.ts';
import { hasStoryModel } from './transformer/story-model.ts';

async function withModels(options: RealModelsOptions, use: (models: RealModels) => Promise<void>): Promise<void> {
  const models = await startRealModels(options);
  await use(models).finally(models.close);
}

describe('models of the project', () => {
  let real: RealModels;
  beforeAll(async () => {
    real = await startRealModels();
  });
  afterAll(() => real.close());

  test('are served by name, best first, at an address of this machine', async () => {
    expect(real.baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/);
    expect(real.models.map(({ name }) => name)).toEqual(['bytes-0', 'bytes-10', 'bytes-25', 'bytes-50']);
    expect(real.models.map(({ degree }) => degree)).toEqual(DEGREES.bytes);
  });

  test('answer so that their judge finds what the undamaged one says likelier', async () => {
    const voter = createJudgeVoter(real.judge);
    const prompt = 'What is a vote?';
    const scores = await Promise.all(
      [real.models.at(0), real.models.at(-1)].map(async (model) => {
        const messages = [{ role: 'user', content: prompt }];
        const answer = await post(real, { model: model?.name, messages, max_tokens: 300, seed: 4 });
        return voter.score(prompt, await textOf(answer));
      }),
    );
    expect(scores[0]).toBeGreaterThan((scores[1] ?? 0) + 1);
  });
});

test('names, degrees and the key are what the caller says', async () => {
  await withModels(
    { names: ['calm', 'wild'], degrees: [0, 0.8], apiKey: 'open sesame' },
    async ({ models, apiKey }) => {
      expect(apiKey).toBe('open sesame');
      expect(models).toEqual([
        { name: 'calm', degree: 0 },
        { name: 'wild', degree: 0.8 },
      ]);
    },
  );
});

test.each([
  { names: ['one'], degrees: [0, 0.5] },
  { names: ['one', 'one'], degrees: [0, 0.5] },
])('names that do not fit, as in %j, are refused', async (options) => {
  await expect(startRealModels(options)).rejects.toMatchObject({ code: 'names-refused' });
});

test('a degree that is none is refused', async () => {
  await expect(startRealModels({ degrees: [2] })).rejects.toMatchObject({ code: 'degree-refused' });
});

test.skipIf(!hasStoryModel(ROOT))('the story model is served as well', async () => {
  await withModels({ kind: 'stories', degrees: [0] }, async (real) => {
    const messages = [{ role: 'user', content: 'Once upon a time' }];
    const answer = await post(real, { model: 'stories-0', messages, max_tokens: 9, temperature: 0 });
    expect(await textOf(answer)).toBe(', there was a little girl named');
  });
});
