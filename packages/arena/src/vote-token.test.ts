import { expect, test } from 'vitest';
import { aBattle } from './testing.ts';
import { completeAnswer } from './transitions/answers.ts';
import { ask, regenerate } from './transitions/ask.ts';
import { castVote, reveal, undoVote } from './transitions/vote.ts';
import { checkToken, nextToken } from './vote-token.ts';

const voting = aBattle('voting');
const token = nextToken('x', voting);

test('the next token is good for one vote', () => {
  expect(checkToken('x', voting, token)).toBe('ok');
  const voted = castVote(voting, { outcome: 'a', now: 0 });
  expect(checkToken('x', voted, token)).toBe('vote-replayed');
  expect(checkToken('x', reveal(voted), token)).toBe('vote-replayed');
  const undone = undoVote(voted);
  expect(checkToken('x', undone, token)).toBe('vote-replayed');
  expect(checkToken('x', undone, nextToken('x', undone))).toBe('ok');
});

test('a token of another battle is foreign, and so is one that was never given out', () => {
  expect(checkToken('y', voting, token)).toBe('vote-foreign');
  for (const forged of [{ turn: 2 }, { attempt: 2 }, { serial: 1 }, { serial: 0.5 }, { turn: Number.NaN }]) {
    expect(checkToken('x', voting, { ...token, ...forged })).toBe('vote-foreign');
  }
  expect(checkToken('x', aBattle('voted'), { ...token, serial: 1 })).toBe('vote-foreign');
});

test('a token is late when the battle has gone on without its vote', () => {
  const answered = (battle = voting) => completeAnswer(completeAnswer(battle, 'a'), 'b');
  expect(checkToken('x', answered(ask(voting)), token)).toBe('vote-late');
  expect(checkToken('x', answered(regenerate(voting)), token)).toBe('vote-late');
  expect(checkToken('x', aBattle('void'), token)).toBe('vote-late');
  const chat = answered(ask(aBattle('revealed')));
  expect(checkToken('x', chat, nextToken('x', chat))).toBe('vote-late');
});

test('a token is early while an answer is missing', () => {
  for (const phase of ['answering', 'stopped', 'failed'] as const) {
    expect(checkToken('x', aBattle(phase), token)).toBe('vote-early');
  }
});
