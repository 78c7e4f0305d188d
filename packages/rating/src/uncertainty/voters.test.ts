import { expect, test } from 'vitest';
import { fit } from '../fit/fit.ts';
import { duel, unknown } from '../testing/votes.ts';
import { UNKNOWN } from '../votes.ts';
import { concentration } from './voters.ts';

test('four votes of one voter and two of another are worth 1.8 voters', () => {
  const votes = { ...duel(4, 2), voter: Uint32Array.of(0, 0, 0, 0, 9, 9) };
  expect(concentration(fit(votes))).toEqual({ voters: 2, effectiveVoters: 36 / 20, largestShare: 4 / 6 });
});

test('votes that name no voters have no spread over them', () => {
  expect(concentration(fit(duel(4, 2)))).toBeNull();
});

test('a vote without a voter is a voter of its own', () => {
  const votes = duel(4, 2);
  expect(concentration(fit({ ...votes, voter: unknown(votes) }))).toEqual({
    voters: 6,
    effectiveVoters: 6,
    largestShare: 1 / 6,
  });
  const mixed = { ...votes, voter: Uint32Array.of(0, 0, UNKNOWN, 0, UNKNOWN, 0) };
  expect(concentration(fit(mixed))).toEqual({ voters: 3, effectiveVoters: 36 / 18, largestShare: 4 / 6 });
});

test('weights count, and votes of weight 0 do not', () => {
  const votes = { ...duel(3, 2), weight: Float64Array.of(3, 0, 1, 2, 0), voter: Uint32Array.of(0, 0, 1, 1, 2) };
  expect(concentration(fit(votes))).toEqual({ voters: 2, effectiveVoters: 36 / 18, largestShare: 1 / 2 });
});

test('only the votes of the fit count', () => {
  const votes = { ...duel(3, 2, 4), voter: Uint32Array.of(0, 0, 1, 1, 0, 5, 5, 5, 5) };
  expect(concentration(fit(votes, { ties: 'drop' }))).toEqual({
    voters: 2,
    effectiveVoters: 25 / 13,
    largestShare: 3 / 5,
  });
});
