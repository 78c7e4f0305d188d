import type { Random } from '@agon/rating';
import { createVisitor } from '../harness/visitor.ts';
import { voteOnce } from '../harness/vote-once.ts';
import type { createJudgeVoter } from '../real-models/index.ts';
import { prompts } from './prompts.ts';

/** Who votes how often on which arena. */
export interface SimulationOptions {
  readonly url: string;
  /** The taste that all of them share, each vote with its own noise. */
  readonly judge: ReturnType<typeof createJudgeVoter>;
  readonly random: Random;
  readonly battles: number;
  readonly voters: number;
  /** Called after each vote with the number of votes so far. */
  readonly onVote?: (votes: number) => void;
}

/** Voters who ask, wait for both answers, take the time to read, vote by the judge, and look at the names. */
export async function simulateVoters(options: SimulationOptions): Promise<void> {
  const { url, judge, random, battles, voters, onVote = () => {} } = options;
  let begun = 0;
  let votes = 0;
  const voter = async () => {
    const visitor = createVisitor(url);
    await visitor.consent();
    while (begun < battles) {
      begun += 1;
      const prompt = prompts[random.below(prompts.length)] ?? '';
      await voteOnce(visitor, { prompt, decide: ({ a, b }) => judge.vote(prompt, a, b, random) });
      votes += 1;
      onVote(votes);
    }
  };
  await Promise.all(Array.from({ length: voters }, voter));
}
