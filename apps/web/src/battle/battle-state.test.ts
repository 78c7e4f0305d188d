import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { type BattleAction, initialState, reduceBattle } from './battle-state.ts';
import { aBattle, anAnsweringBattle, aTurn } from './testing.ts';

function words(id: number, text: { a?: string; b?: string; turn?: number; attempt?: number } = {}): BattleAction {
  return {
    type: 'received',
    id,
    now: 0,
    event: { type: 'words', turn: text.turn ?? 1, attempt: text.attempt ?? 1, a: text.a ?? '', b: text.b ?? '' },
  };
}

function play(actions: readonly BattleAction[], from = initialState(anAnsweringBattle(), 0)) {
  return actions.reduce(reduceBattle, from);
}

test('words are added to both sides of the current turn', () => {
  const { view } = play([words(11, { a: 'Be', b: 'It' }), words(12, { a: 'cause', b: ' is' })]);
  expect(view?.turns[0]?.a.text).toBe('Because');
  expect(view?.turns[0]?.b.text).toBe('It is');
});

test('an event that was seen before changes nothing', () => {
  const once = play([words(11, { a: 'Be' })]);
  expect(play([words(11, { a: 'Be' }), words(9, { a: 'old' })], once)).toBe(once);
});

test('words for an attempt that has been replaced are left out', () => {
  const { view, lastEvent } = play([words(11, { a: 'old', attempt: 2 }), words(12, { b: 'old', turn: 2 })]);
  expect(view?.turns[0]?.a.text).toBe('');
  expect(lastEvent).toBe(12);
});

test('a whole view replaces what was there and moves the place to resume at', () => {
  const state = play([
    { type: 'received', id: 20, now: 0, event: { type: 'battle', battle: aBattle({ lastEvent: 20 }) } },
  ]);
  expect(state.view?.phase).toBe('voting');
  expect(state.lastEvent).toBe(20);
});

test('an older view that arrives late is left out, but the first one after a reconnect stands', () => {
  const battle = { type: 'battle', battle: aBattle({ lastEvent: 3 }) } as const;
  const streaming = play([words(11, { a: 'Be' })]);
  expect(play([{ type: 'received', id: 3, now: 0, event: battle }], streaming)).toBe(streaming);
  const resumed = play([{ type: 'opened' }, { type: 'received', id: 3, now: 0, event: battle }], streaming);
  expect(resumed.view?.phase).toBe('voting');
  expect(resumed.lastEvent).toBe(3);
});

test('the answer of a call counts unless the channel has told something newer', () => {
  const streaming = play([words(11, { a: 'Be' })]);
  expect(play([{ type: 'answered', view: aBattle({ lastEvent: 10 }), now: 0 }], streaming)).toBe(streaming);
  expect(play([{ type: 'answered', view: aBattle({ lastEvent: 11 }), now: 0 }], streaming).view?.phase).toBe('voting');
});

test('the time of the reveal is fixed when it becomes known', () => {
  const voted = aBattle({ phase: 'voted', revealInMs: 8_000, lastEvent: 12 });
  expect(play([{ type: 'answered', view: voted, now: 1_000 }]).revealAt).toBe(9_000);
});

test('how answers are shown changes with the channel, and with a whole view', () => {
  const slow = play([{ type: 'received', id: 11, now: 0, event: { type: 'pacing', pacing: 'slow' } }]);
  expect(slow.view?.pacing).toBe('slow');
  expect(play([words(12, { a: 'Be' })], slow).view?.pacing).toBe('slow');
  const again = anAnsweringBattle({ turns: [aTurn({ attempt: 2 })], lastEvent: 12 });
  expect(play([{ type: 'answered', view: again, now: 0 }], slow).view?.pacing).toBe('paced');
});

test.prop([fc.array(fc.tuple(fc.string(), fc.nat({ max: 4 })), { maxLength: 30 })])(
  'repeated events after any number of reconnects give the same text as each event once',
  (pieces) => {
    const events = pieces.map(([text], place) => words(11 + place, { a: text, b: text }));
    // Each event is followed by a replay of some that came before it, as after a dropped connection.
    const replayed = pieces.flatMap(([, back], place) => [
      ...events.slice(Math.max(0, place - back), place + 1),
      ...events.slice(Math.max(0, place - back), place + 1),
    ]);
    expect(play(replayed).view).toEqual(play(events).view);
  },
);
