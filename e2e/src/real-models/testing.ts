import { join } from 'node:path';
import { createRandom } from '@agon/rating';
import type { Outcome } from '@agon/votes';
import { type ByteModel, train } from './byte-model/byte-model.ts';
import { projectTexts } from './byte-model/project-texts.ts';
import type { JudgeVoter } from './judge-voter.ts';
import type { LanguageModel } from './language-model.ts';
import { sampleAnswer } from './sample.ts';

/** The folder of this clone. */
export const ROOT: string = join(import.meta.dirname, '../../..');

/** A model of four passages in five of the project's documents, and the passages that it has not seen. */
export async function aTrainedModel(): Promise<{ model: ByteModel; heldOut: string }> {
  const passages = await projectTexts(ROOT);
  const isHeldOut = (_: string, k: number): boolean => k % 5 === 0;
  const seen = passages.filter((passage, k) => !isHeldOut(passage, k));
  return { model: train(seen), heldOut: passages.filter(isHeldOut).join('\n\n') };
}

export interface ScoreRecipe {
  readonly voter: JudgeVoter;
  readonly prompts: readonly string[];
  readonly maxTokens: number;
  readonly answersPerPrompt: number;
}

/** The judge's scores of answers that a model draws, prompt by prompt; answers are drawn from seeds 0, 1, 2 … */
export function scoresOf(model: LanguageModel, recipe: ScoreRecipe): number[][] {
  const { voter, prompts, maxTokens, answersPerPrompt } = recipe;
  return prompts.map((prompt, p) =>
    Array.from({ length: answersPerPrompt }, (_, k) => {
      const random = createRandom(1000 * p + k);
      return voter.score(prompt, sampleAnswer(model, prompt, { random, maxTokens }).text);
    }),
  );
}

/** Outcomes of votes on pairs of answers to the same prompt, the first model's as side a. */
export function duel(voter: JudgeVoter, first: readonly number[][], second: readonly number[][]): Outcome[] {
  const random = createRandom(7);
  return first.flatMap((scores, prompt) =>
    scores.map((score, k) => voter.voteOnScores(score, second[prompt]?.[k] ?? Number.NEGATIVE_INFINITY, random)),
  );
}

/** How many of some outcomes are the one asked for. */
export function count(outcomes: readonly Outcome[], wanted: Outcome): number {
  return outcomes.filter((outcome) => outcome === wanted).length;
}

/** The numbers, each less the one before it. */
export function steps(numbers: readonly number[]): number[] {
  return numbers.slice(1).map((number, k) => number - (numbers[k] ?? Number.NaN));
}
