import type { Arena } from '@agon/api';
import { ArenaRefused } from '@agon/api/client';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { arenaQuery } from '../app/use-arena.ts';
import { call } from '../call.ts';
import { useProblemMessage } from '../messages/use-problem-message.ts';
import type { Consent } from './consent-dialog.tsx';
import { battleKey } from './use-battle.ts';

/** Starting a battle: the question, the consent that may be missing, and what came of it. */
export interface StartBattle {
  readonly busy: boolean;
  readonly problem: string | null;
  /** The consent is being asked; the question waits. */
  readonly asksConsent: boolean;
  readonly send: (prompt: string) => void;
  /** Opens the choice without a question waiting. */
  readonly changeConsent: () => void;
  readonly choose: (choice: Consent) => void;
  readonly cancel: () => void;
}

/** See {@link StartBattle}. `onConsent` is called when a choice was stored with no question waiting. */
export function useStartBattle(arena: Arena | undefined, onConsent: () => void): StartBattle {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const say = useProblemMessage();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  /** The question that waits for the consent; empty where only the consent is being changed. */
  const [waiting, setWaiting] = useState<string | null>(null);

  const start = async (prompt: string) => {
    // The battle page is fetched while the server draws the pair.
    void import('./battle-page.tsx');
    const view = await call('startBattle', { body: { prompt } });
    queries.setQueryData(battleKey(view.id), view);
    void queries.invalidateQueries({ queryKey: arenaQuery.queryKey });
    await navigate({ to: '/battles/$battle', params: { battle: view.id } });
  };
  const attempt = async (work: () => Promise<void>, prompt: string) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      if (error instanceof ArenaRefused && error.problem.code === 'consent-needed') setWaiting(prompt);
      else setProblem(say(error));
      // Limits may have changed under way; they are told anew.
      void queries.invalidateQueries({ queryKey: arenaQuery.queryKey });
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    problem,
    asksConsent: waiting !== null,
    send: (prompt) => {
      if (arena && arena.visitor.consent === null) setWaiting(prompt);
      else void attempt(() => start(prompt), prompt);
    },
    changeConsent: () => setWaiting(''),
    cancel: () => setWaiting(null),
    choose: (choice) => {
      const prompt = waiting ?? '';
      setWaiting(null);
      void attempt(async () => {
        const version = arena?.consentVersion ?? '';
        queries.setQueryData(arenaQuery.queryKey, await call('setConsent', { body: { choice, version } }));
        if (prompt) await start(prompt);
        else onConsent();
      }, prompt);
    },
  };
}
