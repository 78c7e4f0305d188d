import { type Outcome, outcomes } from '@agon/votes';
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { type Battle, currentAttempt, currentTurn, pendingSides, type Side, standingVotes } from './battle.ts';
import { ArenaError, CommandRefused, InvalidInput, UndoFirst, UndoTooLate, VoteRefused } from './errors.ts';
import { aBattle } from './testing.ts';
import { abandon, completeAnswer, failAnswer, interrupt, retryFailed, stop } from './transitions/answers.ts';
import { ask, regenerate } from './transitions/ask.ts';
import { startBattle } from './transitions/start.ts';
import { castVote, reveal, revealDue, undoVote } from './transitions/vote.ts';

test('a battle goes from the prompt over two answers and a vote to the names', () => {
  const voting = completeAnswer(completeAnswer(startBattle(), 'a'), 'b');
  expect(voting.phase).toBe('voting');
  const voted = castVote(voting, { outcome: 'a', now: 1000 });
  expect(voted).toMatchObject({ phase: 'voted', votedAt: 1000, revealAt: 11_000 });
  expect(reveal(voted)).toMatchObject({ phase: 'revealed', chat: 'idle' });
});

describe('votes', () => {
  test('a vote is refused until both answers are complete, and after the first one', () => {
    for (const phase of ['answering', 'stopped', 'failed', 'voted', 'revealed', 'void'] as const) {
      expect(() => castVote(aBattle(phase), { outcome: 'tie', now: 0 })).toThrow(VoteRefused);
    }
    expect(() => castVote(aBattle('voting'), { outcome: 'tie', now: Number.NaN })).toThrow(InvalidInput);
  });

  test('an undone vote leaves no trace but the serial of the next token', () => {
    const undone = undoVote(aBattle('voted'));
    expect(undone.phase).toBe('voting');
    expect(currentAttempt(undone)).toMatchObject({ outcome: null, votes: 2 });
    expect(() => undoVote(aBattle('revealed'))).toThrow(UndoTooLate);
    expect(() => undoVote(aBattle('voting'))).toThrow(CommandRefused);
  });

  test('the names come when they are due, and not before', () => {
    const voted = castVote(aBattle('voting'), { outcome: 'b', now: 0 });
    expect(revealDue(voted, 9999)).toBe(voted);
    expect(revealDue(voted, 10_000).phase).toBe('revealed');
  });

  test('asking on within the ten seconds keeps the vote on its turn and the names hidden', () => {
    const next = ask(aBattle('voted'));
    expect(next.phase).toBe('answering');
    expect(standingVotes(next)).toEqual([{ turn: 1, attempt: 1, outcome: 'a' }]);
    expect(currentTurn(next)).toMatchObject({ turn: 2, ranked: true });
  });
});

describe('failures', () => {
  test('the phase shows a failure only when the other side has ended', () => {
    const one = failAnswer(startBattle(), 'a');
    expect(one.phase).toBe('answering');
    expect(completeAnswer(one, 'b').phase).toBe('failed');
  });

  test('a retry waits for the failed side alone', () => {
    const again = retryFailed(aBattle('failed'));
    expect(pendingSides(again)).toEqual(['a']);
    expect(completeAnswer(again, 'a').phase).toBe('voting');
  });

  test('a second failure of one side makes the battle void, in whatever turn or attempt', () => {
    const spent = { phase: 'void', reason: 'model-failed', sides: ['a'] };
    expect(failAnswer(retryFailed(aBattle('failed')), 'a')).toMatchObject(spent);
    expect(completeAnswer(failAnswer(regenerate(aBattle('failed')), 'a'), 'b')).toMatchObject(spent);
    const second = ask(completeAnswer(retryFailed(aBattle('failed')), 'a'));
    expect(completeAnswer(failAnswer(second, 'a'), 'b')).toMatchObject(spent);
    expect(stop(failAnswer(second, 'a'))).toMatchObject(spent);
  });

  test('one failure of each side is no second failure', () => {
    expect(failAnswer(failAnswer(startBattle(), 'a'), 'b').phase).toBe('failed');
  });

  test('after the reveal a model may fail as often as it likes', () => {
    let battle = ask(aBattle('revealed'));
    for (let i = 0; i < 3; i++) {
      battle = completeAnswer(failAnswer(battle, 'a'), 'b');
      expect(battle).toMatchObject({ phase: 'revealed', chat: 'failed' });
      battle = regenerate(battle);
    }
  });
});

describe('ends without a vote', () => {
  test('stopping ends the turn, and the battle goes on by asking or regenerating', () => {
    const stopped = stop(completeAnswer(startBattle(), 'a'));
    expect(stopped.phase).toBe('stopped');
    expect(currentAttempt(stopped)).toMatchObject({ a: { state: 'complete' }, b: { state: 'stopped' } });
    expect(ask(stopped).turns).toHaveLength(2);
    expect(currentAttempt(regenerate(stopped)).attempt).toBe(2);
  });

  test('an abandoned battle is void and counts against nobody', () => {
    expect(abandon(startBattle())).toMatchObject({ phase: 'void', reason: 'abandoned', sides: [] });
    expect(() => abandon(aBattle('voting'))).toThrow(CommandRefused);
  });

  test('an interrupted battle is stopped, or void where a model is gone; no failure is counted', () => {
    const stopped = interrupt(startBattle());
    expect(stopped.phase).toBe('stopped');
    expect(currentAttempt(stopped).a.failures).toBe(0);
    expect(interrupt(startBattle(), { resumable: false })).toMatchObject({ phase: 'void', reason: 'interrupted' });
    expect(interrupt(ask(aBattle('revealed')), { resumable: false })).toMatchObject({
      phase: 'revealed',
      chat: 'stopped',
    });
  });
});

test('a vote must be undone before its turn is answered anew', () => {
  expect(() => regenerate(aBattle('voted'))).toThrow(UndoFirst);
  expect(() => regenerate(aBattle('revealed'))).toThrow(CommandRefused);
});

test('after the reveal the chat goes on unranked', () => {
  const chat = completeAnswer(completeAnswer(ask(aBattle('revealed')), 'a'), 'b');
  expect(chat).toMatchObject({ phase: 'revealed', chat: 'idle' });
  expect(currentTurn(chat).ranked).toBe(false);
  expect(() => castVote(chat, { outcome: 'a', now: 0 })).toThrow(VoteRefused);
});

test('a battle without a turn is refused by name', () => {
  expect(() => ask({ kind: 'blind', phase: 'stopped', turns: [] })).toThrow('battle.turns');
});

const side = fc.constantFrom<Side>('a', 'b');
const command = fc.oneof(
  side.map((s) => (battle: Battle) => completeAnswer(battle, s)),
  side.map((s) => (battle: Battle) => completeAnswer(battle, s)),
  side.map((s) => (battle: Battle) => failAnswer(battle, s)),
  fc.constantFrom<Outcome>(...outcomes).map((outcome) => (battle: Battle) => castVote(battle, { outcome, now: 5 })),
  fc.constantFrom(stop, retryFailed, regenerate, ask, ask, undoVote, reveal, abandon, interrupt, (battle: Battle) =>
    revealDue(battle, 20_000),
  ),
);

test.prop([fc.array(command, { minLength: 5, maxLength: 60, size: 'max' })], { numRuns: 500 })(
  'whatever comes in whatever order, the rules hold',
  (commands) => {
    let battle: Battle = startBattle();
    for (const run of commands) {
      const before = JSON.stringify(battle);
      const next = attempt(run, battle);
      // A refusal, and any step, leaves the state it was given as it was.
      expect(JSON.stringify(battle)).toBe(before);
      if (next === null) continue;
      expect(JSON.parse(JSON.stringify(next))).toEqual(next);
      checkStep(battle, next);
      checkState(next);
      battle = next;
    }
  },
);

function attempt(run: (battle: Battle) => Battle, battle: Battle): Battle | null {
  try {
    return run(battle);
  } catch (error) {
    expect(error).toBeInstanceOf(ArenaError);
    return null;
  }
}

function checkStep(before: Battle, after: Battle): void {
  if (before.phase === 'void') expect(after).toBe(before);
  if (before.phase === 'revealed') {
    expect(after.phase).toBe('revealed');
    expect(standingVotes(after)).toEqual(standingVotes(before));
  } else if (after.phase === 'revealed') {
    expect(before.phase).toBe('voted');
  }
  const old = before.turns.slice(0, -1);
  expect(after.turns.slice(0, old.length)).toEqual(old);
}

function checkState(battle: Battle): void {
  const last = currentAttempt(battle);
  battle.turns.forEach(({ turn, ranked, attempts }, i) => {
    expect(turn).toBe(i + 1);
    expect(attempts.map(({ attempt: number }) => number)).toEqual(attempts.map((_, k) => k + 1));
    expect(attempts.filter(({ outcome }) => outcome !== null).length).toBeLessThanOrEqual(ranked ? 1 : 0);
    for (const { a, b, outcome, votes } of attempts) {
      if (outcome !== null) expect([a.state, b.state]).toEqual(['complete', 'complete']);
      expect(votes % 2).toBe(outcome === null ? 0 : 1);
    }
  });
  const answering = battle.phase === 'answering' || (battle.phase === 'revealed' && battle.chat === 'answering');
  expect(pendingSides(battle).length > 0).toBe(answering);
  if (battle.phase === 'voting' || battle.phase === 'voted')
    expect([last.a.state, last.b.state]).toEqual(['complete', 'complete']);
  if (battle.phase === 'voted') expect(last.outcome).not.toBeNull();
  if (battle.phase === 'void') expect(battle.sides.length > 0).toBe(battle.reason === 'model-failed');
}
