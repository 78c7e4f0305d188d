import type { BattleEvent, BattleView } from '@agon/api';

/** What the page knows of a battle. */
export interface BattleState {
  readonly view: BattleView | null;
  /** Number of the last event taken in; older ones are repeats. */
  readonly lastEvent: number;
  /** Whether the channel has just been opened: the next whole view then stands, whatever its number. */
  readonly isFresh: boolean;
  /** When the names appear by themselves, on the clock that was handed in. */
  readonly revealAt: number | null;
}

/** What changes it. `now` in milliseconds of one monotonic clock. */
export type BattleAction =
  | { readonly type: 'opened' }
  | { readonly type: 'received'; readonly id: number; readonly event: BattleEvent; readonly now: number }
  | { readonly type: 'answered'; readonly view: BattleView; readonly now: number };

/** A battle before anything of it is known, or as the call that started it described it. */
export function initialState(view: BattleView | null, now: number): BattleState {
  const empty = { view: null, lastEvent: 0, isFresh: true, revealAt: null };
  return view ? { ...withView(empty, view, now), isFresh: true } : empty;
}

/**
 * The state after one event of the channel or one answer of a call.
 * The channel may repeat events after a reconnect, and a call's answer may be older than what the channel has already told.
 */
export function reduceBattle(state: BattleState, action: BattleAction): BattleState {
  switch (action.type) {
    case 'opened':
      return { ...state, isFresh: true };
    case 'answered':
      return action.view.lastEvent < state.lastEvent ? state : withView(state, action.view, action.now);
    case 'received':
      return receive(state, action);
  }
}

function receive(state: BattleState, { id, event, now }: Extract<BattleAction, { type: 'received' }>): BattleState {
  if (event.type === 'battle') {
    if (!state.isFresh && event.battle.lastEvent < state.lastEvent) return state;
    return { ...withView(state, event.battle, now), isFresh: false };
  }
  if (id <= state.lastEvent) return state;
  const after = { ...state, lastEvent: id, isFresh: false };
  if (!state.view) return after;
  if (event.type === 'pacing') return { ...after, view: { ...state.view, pacing: event.pacing } };
  return { ...after, view: withWords(state.view, event) };
}

function withView(state: BattleState, view: BattleView, now: number): BattleState {
  return {
    ...state,
    view,
    lastEvent: view.lastEvent,
    revealAt: view.revealInMs === null ? null : now + view.revealInMs,
  };
}

function withWords(view: BattleView, { turn, attempt, a, b }: Extract<BattleEvent, { type: 'words' }>): BattleView {
  const current = view.turns.at(-1);
  if (current?.turn !== turn || current.attempt !== attempt) return view;
  const grown = {
    ...current,
    a: { ...current.a, text: current.a.text + a },
    b: { ...current.b, text: current.b.text + b },
  };
  return { ...view, turns: [...view.turns.slice(0, -1), grown] };
}

/** Whether answers are being written, in the battle or in the open chat after it. */
export function isAnswering(view: BattleView): boolean {
  return view.phase === 'answering' || view.chat === 'answering';
}

/** Whether nothing more can happen unless this visitor asks: the channel may rest. */
export function isSettled(view: BattleView): boolean {
  return view.phase === 'void' || (view.phase === 'revealed' && view.chat !== 'answering');
}
