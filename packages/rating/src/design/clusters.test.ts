import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { duel } from '../testing/votes.ts';
import { UNKNOWN } from '../votes.ts';
import { clusters, intersect } from './clusters.ts';
import type { Design } from './design.ts';
import { rows } from './rows.ts';
import { tally } from './tally.ts';

/** A design of one row a vote in which vote v is observation v. */
function designOf(votes: number): Design {
  const columns = duel(votes, 0);
  const numberOf = Int32Array.of(0, 1);
  const layout = { models: 2, numberOf, outcomeAs: [0, 1, 2, 3], position: false };
  return rows(columns, layout, tally(columns, layout));
}

function listed(numbers: number[]): number[][] {
  const { count, start, members } = clusters(designOf(numbers.length), Uint32Array.from(numbers));
  return Array.from({ length: count }, (_, g) => Array.from(members.subarray(start[g], start[g + 1])));
}

test('votes of one number stand together; numbers without votes make no cluster', () => {
  expect(listed([4, 1, 4, 1, 9])).toEqual([[1, 3], [0, 2], [4]]);
});

test('votes without a number are alone and come last', () => {
  expect(listed([UNKNOWN, 2, UNKNOWN, 2])).toEqual([[1, 3], [0], [2]]);
  expect(listed([UNKNOWN, UNKNOWN])).toEqual([[0], [1]]);
});

test.prop([fc.array(fc.oneof(fc.nat({ max: 6 }), fc.constant(UNKNOWN)), { minLength: 1, maxLength: 200 })])(
  'every vote is in one cluster, with those of its number, in ascending order',
  (numbers) => {
    const found = listed(numbers);
    expect(found.flat().sort((v, w) => v - w)).toEqual(numbers.map((_, v) => v));
    for (const members of found) {
      expect(members).toEqual(members.toSorted((v, w) => v - w));
      const number = numbers[members[0]];
      const mates = numbers.flatMap((other, v) => (other === number ? [v] : []));
      expect(members).toEqual(number === UNKNOWN ? [members[0]] : mates);
    }
  },
);

test('voter and prompt together: equal only where both are, alone where either is unknown', () => {
  const voter = Uint32Array.of(0, 0, 1, 1, UNKNOWN, 0);
  const prompt = Uint32Array.of(3, 3, 3, UNKNOWN, 3, 4);
  const both = intersect(voter, prompt);
  expect(both[0]).toBe(both[1]);
  expect(new Set([both[0], both[2], both[5]]).size).toBe(3);
  expect([both[3], both[4]]).toEqual([UNKNOWN, UNKNOWN]);
});
