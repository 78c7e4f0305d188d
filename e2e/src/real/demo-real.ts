import { stdout } from 'node:process';
import type { LiveBoard } from '@agon/api';
import { createRandom } from '@agon/rating';
import { createVisitor } from '../harness/visitor.ts';
import { createJudgeVoter } from '../real-models/index.ts';
import { startRealArena } from './real-arena.ts';
import { simulateVoters } from './simulate-voters.ts';

const battles = 240;

/** The whole way on real language models of this machine, in the terminal, and then in the browser until Ctrl+C. */
async function demo(): Promise<void> {
  say('Training a small language model on the project’s documents, and damaging copies of it …');
  const { arena, models, close } = await startRealArena({ answerTokens: 240, hasPages: true, port: 3000 });
  say(`The arena is open at ${arena.url}. ${models.models.length} models answer, the last one worst.`);
  say(`Voters ask ${battles} questions, and prefer the answer that the undamaged model finds likelier.`);
  const judge = createJudgeVoter(models.judge);
  await simulateVoters({ url: arena.url, judge, random: createRandom(1), battles, voters: 24, onVote: progress });
  say('\n');
  for (const line of linesOf(await createVisitor(arena.url).call('board'))) say(line);
  say(`\nAsk and vote yourself at ${arena.url}. Ctrl+C ends the arena.`);
  process.once('SIGINT', () => void close());
}

function progress(votes: number): void {
  stdout.write(`\r${votes} of ${battles} votes`);
}

/** A board as a table of the terminal. */
function linesOf({ board }: LiveBoard): readonly string[] {
  if (board === null) return ['The votes do not connect the models yet.'];
  const width = Math.max(...board.models.map(({ model }) => model.length));
  const rows = board.models.map(({ model, rank, rating, lower, upper, votes }) => {
    const range = rank === null ? '–' : rank[0] === rank[1] ? `${rank[0]}` : `${rank[0]}–${rank[1]}`;
    const interval = `${whole(lower)} to ${whole(upper)}`;
    return `${range.padEnd(5)}  ${model.padEnd(width)}  ${whole(rating).padStart(6)}   ${interval.padEnd(13)}   ${votes}`;
  });
  return [`rank   ${'model'.padEnd(width)}  rating   95 % interval   votes`, ...rows];
}

function whole(value: number | null): string {
  return value === null ? '–' : value.toFixed(0);
}

function say(line: string): void {
  stdout.write(`${line}\n`);
}

await demo();
