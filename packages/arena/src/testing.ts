import type { Battle, Phase } from './battle.ts';
import { abandon, completeAnswer, failAnswer, stop } from './transitions/answers.ts';
import { startBattle } from './transitions/start.ts';
import { castVote, reveal } from './transitions/vote.ts';

/** A battle in its first turn, brought to this phase by the shortest way: side a failed, or vote for a at time 0. */
export function aBattle(phase: Phase): Battle {
  const start = startBattle();
  const voting = completeAnswer(completeAnswer(start, 'a'), 'b');
  const voted = castVote(voting, { outcome: 'a', now: 0 });
  const battles: Readonly<Record<Phase, () => Battle>> = {
    answering: () => start,
    voting: () => voting,
    stopped: () => stop(start),
    failed: () => completeAnswer(failAnswer(start, 'a'), 'b'),
    voted: () => voted,
    revealed: () => reveal(voted),
    void: () => abandon(start),
  };
  return battles[phase]();
}
