import { type ProblemCode, problemStatus } from '@agon/api';
import { ArenaRefused, ArenaUnreachable } from '@agon/api/client';
import { expect, test } from 'vitest';
import { problems } from './en/problems.ts';
import { createMessages } from './messages.ts';
import { problemMessage } from './problem-message.ts';

function refusal(code: ProblemCode, facts?: Record<string, number>): ArenaRefused {
  return new ArenaRefused({
    type: `/problems/${code}`,
    code,
    title: code,
    status: problemStatus[code],
    detail: 'In the server’s words.',
    ...(facts && { facts }),
  });
}

test('every refusal of the arena has a message, and no message is without a refusal', () => {
  expect(Object.keys(problems).sort()).toEqual(Object.keys(problemStatus).sort());
});

test('facts of a refusal are put into its message', () => {
  const message = problemMessage(createMessages(), refusal('prompt-too-long', { length: 9_001, limit: 8_000 }));
  expect(message).toContain('9001 of 8000');
});

test('a refusal that this page does not know yet speaks in the server’s words', () => {
  const known = refusal('vote-late');
  const unknown = new ArenaRefused({ ...known.problem, code: 'of-the-future' as ProblemCode }); // As a newer server would send.
  expect(problemMessage(createMessages(), unknown)).toBe('In the server’s words.');
});

test('an arena that cannot be reached is told apart from a fault of the page', () => {
  const messages = createMessages();
  expect(problemMessage(messages, new ArenaUnreachable('x'))).toBe(messages.t('common:unreachable'));
  expect(problemMessage(messages, new TypeError('x'))).toBe(messages.t('common:unexpected'));
});
