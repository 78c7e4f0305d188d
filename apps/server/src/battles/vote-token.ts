import type { Keyring } from '../secrets/keyring.ts';

/** What a vote token says: the `serial`-th vote on one attempt of one battle. */
export interface VoteClaims {
  readonly battle: string;
  readonly turn: number;
  readonly attempt: number;
  readonly serial: number;
}

/** The token: its claims and a signature. It says nothing that its owner does not know. */
export function writeToken(keyring: Keyring, { battle, turn, attempt, serial }: VoteClaims): string {
  const claims = `${battle}.${turn}.${attempt}.${serial}`;
  return `${claims}.${keyring.sign('vote-token', claims)}`;
}

/** The claims of a token that this arena has signed, else null. */
export function readToken(keyring: Keyring, token: string): VoteClaims | null {
  const cut = token.lastIndexOf('.');
  const claims = token.slice(0, cut);
  if (cut < 0 || !keyring.verify('vote-token', claims, token.slice(cut + 1))) return null;
  const [battle = '', turn, attempt, serial] = claims.split('.');
  return { battle, turn: Number(turn), attempt: Number(attempt), serial: Number(serial) };
}
