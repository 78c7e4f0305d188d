import { InvalidInput } from './errors.ts';
import type { Leak } from './identity/masker.ts';
import { isIdentityProbe } from './identity/probe.ts';

/** Why a vote has its weight; `leak-masked` is a flag and takes no weight away. */
export type WeightReason = 'faster-than-reading' | 'identity-probe' | 'leak-masked';

export interface VoteFacts {
  /** From the first text shown of the turn to the vote. */
  readonly elapsedMs: number;
  /** Of both answers of the turn together. */
  readonly charactersShown: number;
  /** The reader's messages, first to last. */
  readonly prompts: readonly string[];
  /** What was masked in the answers shown. */
  readonly leaks: readonly Leak[];
}

export interface VoteWeight {
  readonly weight: 0 | 1;
  readonly reasons: readonly WeightReason[];
}

const SHORTEST_MS = 3000;
const CHARACTERS_PER_SECOND = 25;
/** A vote may come after a fifth of the reading time: people skim, and one answer can be hopeless at a glance. */
const SHARE_READ = 0.2;

/**
 * The time before which nobody can have read enough to judge: the greater of 3 s and a fifth of the reading time at 25 characters a
 * second, in ms.
 *
 * @example earliestVoteMs(1000) // 8000
 */
export function earliestVoteMs(charactersShown: number): number {
  return Math.max(SHORTEST_MS, (SHARE_READ * charactersShown * 1000) / CHARACTERS_PER_SECOND);
}

/**
 * The initial weight of a vote, with its reasons. Every vote is taken; one of weight 0 is kept and takes no part.
 *
 * @throws {InvalidInput} a number that is negative or none
 */
export function voteWeight({ elapsedMs, charactersShown, prompts, leaks }: VoteFacts): VoteWeight {
  if (!(elapsedMs >= 0)) throw new InvalidInput('elapsedMs', elapsedMs, 'a time of 0 ms or more');
  if (!(charactersShown >= 0)) throw new InvalidInput('charactersShown', charactersShown, 'a count of 0 or more');
  const reasons: WeightReason[] = [];
  if (elapsedMs < earliestVoteMs(charactersShown)) reasons.push('faster-than-reading');
  if (isIdentityProbe(prompts[0] ?? '')) reasons.push('identity-probe');
  const weight = reasons.length === 0 ? 1 : 0;
  if (leaks.length > 0) reasons.push('leak-masked');
  return { weight, reasons };
}
