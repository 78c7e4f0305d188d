import { type Battle, checkToken } from '@agon/arena';
import type { VoteClaims } from '../battles/vote-token.ts';
import { Refused } from '../http/refused.ts';

const messages = {
  'vote-foreign': 'This vote token belongs to another battle.',
  'vote-early': 'Both answers must be complete before the vote.',
  'vote-double': 'This turn has a vote already. Undo it to vote again.',
  'vote-replayed': 'This vote token was used before. The page shows how the battle stands.',
  'vote-late': 'The battle has gone on since this vote token was given.',
} as const;

/** Refuses a token that does not fit the battle as it stands. */
export function checkClaims(battleId: string, state: Battle, claims: VoteClaims): void {
  const found = checkToken(battleId, state, claims);
  if (found === 'ok') return;
  throw new Refused(found, messages[found]);
}
