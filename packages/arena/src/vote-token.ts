import { type Battle, currentAttempt, currentTurn } from './battle.ts';

/** What a vote token says. Signing it, and checking the signature, is the server's. */
export interface VoteToken {
  readonly battle: string;
  readonly turn: number;
  readonly attempt: number;
  /** Votes and undos of the attempt when the token was made; a token is good for one vote. */
  readonly serial: number;
}

/**
 * Why a token is refused. `vote-replayed`: used already; `vote-late`: the battle went on, was revealed or is void; `vote-early`: the
 * answers are not both complete; `vote-foreign`: of another battle, or never given out for this one.
 */
export type TokenRefusal = 'vote-replayed' | 'vote-late' | 'vote-early' | 'vote-foreign';

/** The token that the next vote on this battle must carry. */
export function nextToken(battleId: string, battle: Battle): VoteToken {
  const { attempt, votes } = currentAttempt(battle);
  return { battle: battleId, turn: currentTurn(battle).turn, attempt, serial: votes };
}

/**
 * Whether a vote with this token can be cast now. A used token is called replayed even where it is late too, so that a request sent
 * twice by accident gets the same answer at any time.
 */
export function checkToken(battleId: string, battle: Battle, token: VoteToken): 'ok' | TokenRefusal {
  if (token.battle !== battleId) return 'vote-foreign';
  const named = battle.turns
    .find(({ turn }) => turn === token.turn)
    ?.attempts.find(({ attempt }) => attempt === token.attempt);
  if (named === undefined || !Number.isInteger(token.serial) || token.serial > named.votes) return 'vote-foreign';
  if (token.serial < named.votes) return 'vote-replayed';
  if (named !== currentAttempt(battle) || battle.phase === 'revealed' || battle.phase === 'void') return 'vote-late';
  if (battle.phase === 'voting') return 'ok';
  // No token of this serial is given out while a vote stands: only undoing it makes the next.
  return battle.phase === 'voted' ? 'vote-foreign' : 'vote-early';
}
