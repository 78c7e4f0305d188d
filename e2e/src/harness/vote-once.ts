import { setTimeout as sleep } from 'node:timers/promises';
import type { BattleView } from '@agon/api';
import type { Outcome } from '@agon/votes';
import type { Visitor } from './visitor.ts';

/** Both answers as they were shown. */
export interface Answers {
  readonly a: string;
  readonly b: string;
}

/** A vote faster than this counts for nothing; see the weights of `@agon/arena`. A little longer, for the way back. */
const shortestMs = 3_300;
const msPerCharacter = 0.2 * (1000 / 25);

/** One battle from question to names: asks, takes the time to read both answers, votes as `decide` says, and reveals. */
export async function voteOnce(
  visitor: Visitor,
  { prompt, decide }: { readonly prompt: string; readonly decide: (answers: Answers) => Outcome },
): Promise<void> {
  const { id } = await visitor.call('startBattle', { body: { prompt } });
  const { view, since } = await read(visitor, id);
  const answers = { a: view.turns[0]?.a.text ?? '', b: view.turns[0]?.b.text ?? '' };
  const outcome = decide(answers);
  const neededMs = Math.max(shortestMs, msPerCharacter * (answers.a.length + answers.b.length));
  await sleep(Math.max(0, neededMs - (performance.now() - since)));
  const params = { battle: id };
  await visitor.call('castVote', { params, body: { token: view.voteToken ?? '', outcome } });
  await visitor.call('reveal', { params });
}

/** Follows a battle until it can be voted on, and notes when its first words came. */
async function read(visitor: Visitor, battle: string): Promise<{ readonly view: BattleView; readonly since: number }> {
  let since = Number.POSITIVE_INFINITY;
  for await (const { event } of visitor.events(battle)) {
    const isShown = event.type === 'words' || (event.type === 'battle' && event.battle.turns[0]?.a.text !== '');
    if (isShown) since = Math.min(since, performance.now());
    if (event.type !== 'battle') continue;
    const { phase } = event.battle;
    if (phase === 'voting') return { view: event.battle, since };
    if (phase !== 'answering') throw new Error(`The battle is ${phase} and takes no vote.`);
  }
  throw new Error('The events of the battle ended before its vote.');
}
