import { boardSpecSchema } from '@agon/boards';
import { expect, test } from 'vitest';
import { aBoard } from '../report/testing.ts';
import {
  anchorWords,
  asSentence,
  intervalWords,
  levelWords,
  positionWords,
  rejectedReasons,
  tieWords,
  voterWords,
} from './words.ts';

test('a specification is told in words', () => {
  const spec = boardSpecSchema.parse({
    interval: { method: 'bootstrap', level: 0.9, refit: false },
    anchor: { model: 'opal', rating: 1114 },
  });
  expect(levelWords(spec)).toBe('90\u00a0%');
  expect(
    intervalWords({ spec, models: aBoard().models, interval: { method: 'bootstrap', clusters: 65, by: ['voter'] } }),
  ).toBe('bootstrap over voters, 200 rounds, one step each');
  expect(
    intervalWords({ spec, models: aBoard().models, interval: { method: 'sandwich', clusters: null, by: [] } }),
  ).toBe('robust (sandwich), vote by vote');
  expect(anchorWords(spec)).toBe('opal anchored at 1114');
});

test('ties and position are told only where they are known', () => {
  expect(tieWords(aBoard())).toBeNull();
  expect(tieWords(aBoard({ controls: true }))).toBe('ν = 0.413 (standard error of ln ν 0.016)');
  expect(positionWords(aBoard())).toBe('side a won 51\u00a0% of decisive votes');
  expect(positionWords(aBoard({ controls: true }))).toContain('being side a is worth +9.9 points');
});

test('voters are told apart from votes that name none', () => {
  const votes = { read: 2, used: 2, rejected: {}, voters: 0, effectiveVoters: null, largestVoterShare: null };
  expect(voterWords(votes)).toBe('the votes name no voters');
  expect(voterWords({ ...votes, voters: 1, effectiveVoters: 1, largestVoterShare: 1 })).toBe(
    '1 voter, effective number 1.0, largest share 100\u00a0%',
  );
});

test('reasons come by count, without those that met no vote', () => {
  const { votes } = aBoard({ change: {} });
  expect(rejectedReasons(votes)).toEqual([
    ['filtered', 412],
    ['same-model', 96],
  ]);
});

test('a sentence starts large, but a symbol stays itself', () => {
  expect([asSentence('none'), asSentence('ν = 1'), asSentence('t = 1')]).toEqual(['None.', 'ν = 1.', 't = 1.']);
});
