import { log, type Random } from '@agon/rating';
import type { Outcome } from '@agon/votes';
import { type LanguageModel, logProbability } from './language-model.ts';

export interface JudgeOptions {
  /** The model whose taste the voters share: the undamaged one. */
  readonly model: LanguageModel;
  /** How much a difference of one nat a byte moves the log-odds of a vote; 2 when left out. */
  readonly sharpness?: number;
  /** A tie where the felt difference, in log-odds, is smaller; 0.5 when left out, which makes 24 % ties of equal answers. */
  readonly tieBand?: number;
  /** Both are bad where both scores are below, in nats a byte; −3.3 when left out, about one wrong letter in three. */
  readonly badBelow?: number;
}

/** A simulated voter. */
export interface JudgeVoter {
  /** Mean natural logarithm of the probability of a byte of the answer; −∞ for an empty answer. */
  score(prompt: string, answer: string): number;
  /** One vote; each call is another opinion, drawn from `random`. */
  vote(prompt: string, answerA: string, answerB: string, random: Random): Outcome;
  /** The vote on answers whose scores are known. */
  voteOnScores(scoreA: number, scoreB: number, random: Random): Outcome;
}

/**
 * Voters who prefer the answer that a model finds likelier, with logistic noise as in the models that boards fit.
 *
 * @example createJudgeVoter({ model }).vote('What is a board?', 'A board is', 'bA drao', createRandom(1)) // most often 'a'
 */
export function createJudgeVoter(options: JudgeOptions): JudgeVoter {
  const { model, sharpness = 2, tieBand = 0.5, badBelow = -3.3 } = options;
  const score = (prompt: string, answer: string): number => {
    const bytes = Buffer.byteLength(answer);
    if (bytes === 0) return Number.NEGATIVE_INFINITY;
    return logProbability(model, answer, prompt + model.turnBreak) / bytes;
  };
  const voteOnScores = (scoreA: number, scoreB: number, random: Random): Outcome => {
    // Drawn in every case, so that one vote takes one number from the stream.
    const noise = logisticNoise(random);
    if (scoreA < badBelow && scoreB < badBelow) return 'both_bad';
    const felt = sharpness * (scoreA - scoreB) + noise;
    if (Math.abs(felt) < tieBand) return 'tie';
    return felt > 0 ? 'a' : 'b';
  };
  const vote: JudgeVoter['vote'] = (prompt, answerA, answerB, random) =>
    voteOnScores(score(prompt, answerA), score(prompt, answerB), random);
  return { score, vote, voteOnScores };
}

function logisticNoise(random: Random): number {
  const u = random.uniform();
  return log(u / (1 - u));
}
