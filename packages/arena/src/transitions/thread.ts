import {
  type Answer,
  type Attempt,
  type Battle,
  currentAttempt,
  currentTurn,
  type Side,
  type Turn,
} from '../battle.ts';

/** The turns with the current attempt replaced. */
export function withAttempt(battle: Battle, attempt: Attempt): readonly Turn[] {
  const turn = currentTurn(battle);
  return withTurn(battle, { ...turn, attempts: [...turn.attempts.slice(0, -1), attempt] });
}

/** The turns with one more attempt at the current one. */
export function addAttempt(battle: Battle): readonly Turn[] {
  const turn = currentTurn(battle);
  return withTurn(battle, {
    ...turn,
    attempts: [...turn.attempts, nextAttempt(currentAttempt(battle), turn.attempts.length + 1)],
  });
}

/** The turns with one more. */
export function addTurn(battle: Battle, ranked: boolean): readonly Turn[] {
  const attempt = nextAttempt(currentAttempt(battle), 1);
  return [...battle.turns, { turn: battle.turns.length + 1, ranked, attempts: [attempt] }];
}

/** A first attempt of a battle: nobody has failed yet. */
export function firstAttempt(): Attempt {
  return { attempt: 1, a: pending(0), b: pending(0), votes: 0, outcome: null };
}

/** The same answer, to be waited for (again); its failures are not forgotten. */
export function pending(failures: number): Answer {
  return { state: 'pending', failures };
}

/** The attempt with one answer replaced. */
export function withAnswer(attempt: Attempt, side: Side, answer: Answer): Attempt {
  return side === 'a' ? { ...attempt, a: answer } : { ...attempt, b: answer };
}

function nextAttempt({ a, b }: Attempt, attempt: number): Attempt {
  return { attempt, a: pending(a.failures), b: pending(b.failures), votes: 0, outcome: null };
}

function withTurn(battle: Battle, turn: Turn): readonly Turn[] {
  return [...battle.turns.slice(0, -1), turn];
}
