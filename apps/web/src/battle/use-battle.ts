import type { BattleView } from '@agon/api';
import { ArenaRefused, pathOf } from '@agon/api/client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useReducer, useState } from 'react';
import { call } from '../call.ts';
import { type BattleState, initialState, isSettled, reduceBattle } from './battle-state.ts';
import { type Connection, openChannel } from './channel.ts';

/** A battle that is kept up to date. */
export interface LiveBattle {
  readonly state: BattleState;
  readonly connection: Connection;
  /** Why the battle cannot be shown at all. */
  readonly problem: ArenaRefused | null;
  /** Takes in the answer of a call. */
  readonly apply: (view: BattleView) => void;
}

/** Where the call that starts a battle leaves its view for the page that shows it. */
export function battleKey(id: string): readonly string[] {
  return ['battle', id];
}

/** Follows a battle through its channel, as long as something can still happen in it. */
export function useBattle(id: string): LiveBattle {
  const queries = useQueryClient();
  const [state, dispatch] = useReducer(reduceBattle, null, () =>
    initialState(queries.getQueryData<BattleView>(battleKey(id)) ?? null, performance.now()),
  );
  const [connection, setConnection] = useState<Connection>('connecting');
  const [problem, setProblem] = useState<ArenaRefused | null>(null);
  const apply = useCallback((view: BattleView) => {
    dispatch({ type: 'answered', view, now: performance.now() });
  }, []);
  const isResting = state.view !== null && isSettled(state.view);
  useEffect(() => {
    if (isResting) return;
    return openChannel({
      url: pathOf('battleEvents', { battle: id }),
      EventSource: globalThis.EventSource,
      onEvent: (eventId, event) => dispatch({ type: 'received', id: eventId, event, now: performance.now() }),
      onConnection: (now) => {
        if (now === 'open') dispatch({ type: 'opened' });
        setConnection(now);
      },
      onRefused: () => call('battle', { params: { battle: id } }).then(seen, refused),
    });
    function seen(view: BattleView): boolean {
      apply(view);
      return true;
    }
    function refused(error: unknown): boolean {
      const isFinal = error instanceof ArenaRefused && error.problem.status < 500;
      if (isFinal) setProblem(error);
      return !isFinal;
    }
  }, [id, isResting, apply]);
  // What is kept for a return to this page within the same visit.
  useEffect(() => {
    if (state.view) queries.setQueryData(battleKey(id), state.view);
  }, [id, state.view, queries]);
  return { state, connection, problem, apply };
}
