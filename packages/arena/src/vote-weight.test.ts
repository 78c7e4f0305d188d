import { expect, test } from 'vitest';
import { InvalidInput } from './errors.ts';
import { earliestVoteMs, type VoteFacts, voteWeight } from './vote-weight.ts';

const leak = { kind: 'claim', alias: 'Rex', start: 0, end: 3, text: 'Rex' } as const;

function facts(some: Partial<VoteFacts> = {}): VoteFacts {
  return { elapsedMs: 20_000, charactersShown: 1000, prompts: ['Write a poem.'], leaks: [], ...some };
}

test('a vote counts fully, without a reason', () => {
  expect(voteWeight(facts())).toEqual({ weight: 1, reasons: [] });
});

test('a vote faster than one could read weighs nothing', () => {
  expect(earliestVoteMs(1000)).toBe(8000);
  expect(earliestVoteMs(10)).toBe(3000);
  expect(voteWeight(facts({ elapsedMs: 7999 }))).toEqual({ weight: 0, reasons: ['faster-than-reading'] });
  expect(voteWeight(facts({ elapsedMs: 8000 })).weight).toBe(1);
});

test('a battle that opened by asking who answers weighs nothing', () => {
  expect(voteWeight(facts({ prompts: ['Who are you?', 'Write a poem.'] }))).toEqual({
    weight: 0,
    reasons: ['identity-probe'],
  });
});

test('a leak that was masked is only noted', () => {
  expect(voteWeight(facts({ leaks: [leak] }))).toEqual({ weight: 1, reasons: ['leak-masked'] });
  expect(voteWeight(facts({ leaks: [leak], elapsedMs: 0, prompts: ['who are you'] })).reasons).toEqual([
    'faster-than-reading',
    'identity-probe',
    'leak-masked',
  ]);
});

test('facts that cannot be are refused by name', () => {
  expect(() => voteWeight(facts({ elapsedMs: Number.NaN }))).toThrow(InvalidInput);
  expect(() => voteWeight(facts({ charactersShown: -1 }))).toThrow('charactersShown is -1');
});
