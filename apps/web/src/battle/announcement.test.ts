import { expect, test } from 'vitest';
import { announcementOf, countWords, progressOf } from './announcement.ts';
import { aBattle, anAnsweringBattle, aTurn } from './testing.ts';

test('the start, the end and the vote are said once', () => {
  const [answering, voting, voted] = [anAnsweringBattle(), aBattle(), aBattle({ phase: 'voted' })];
  expect(announcementOf(null, answering)).toEqual({ key: 'started' });
  expect(announcementOf(answering, answering)).toBeNull();
  expect(announcementOf(answering, voting)).toEqual({ key: 'voting' });
  expect(announcementOf(voting, voted)).toEqual({ key: 'voted' });
  expect(announcementOf(voted, voted)).toBeNull();
});

test('a new attempt is a new start', () => {
  const again = anAnsweringBattle({ turns: [aTurn({ attempt: 2 })] });
  expect(announcementOf(anAnsweringBattle(), again)).toEqual({ key: 'started' });
});

test('the open chat says how it ended', () => {
  const chatting = aBattle({ phase: 'revealed', chat: 'answering' });
  expect(announcementOf(chatting, aBattle({ phase: 'revealed', chat: 'idle' }))).toEqual({ key: 'chatComplete' });
  expect(announcementOf(chatting, aBattle({ phase: 'revealed', chat: 'failed' }))).toEqual({ key: 'failed' });
});

test('progress counts words', () => {
  const view = anAnsweringBattle({
    turns: [aTurn({ a: { text: 'two  words', state: 'pending' }, b: { text: '', state: 'pending' } })],
  });
  expect(progressOf(view)).toEqual({ key: 'progress', words: { a: 2, b: 0 } });
  expect(countWords(' a b\nc ')).toBe(3);
});
