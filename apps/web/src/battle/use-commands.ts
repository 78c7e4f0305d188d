import type { BattleView } from '@agon/api';
import { ArenaRefused } from '@agon/api/client';
import { useCallback, useMemo, useRef, useState } from 'react';
import { call } from '../call.ts';
import { useProblemMessage } from '../messages/use-problem-message.ts';

/** The four verdicts of a vote. */
export type Outcome = 'a' | 'b' | 'tie' | 'both_bad';

/** What a voter can ask of a battle. */
export type Command = 'ask' | 'stop' | 'regenerate' | 'retry' | 'showWhenFinished' | 'castVote' | 'undoVote' | 'reveal';

/** Everything that can be done in a battle, one thing at a time. Each says whether it worked. */
export interface Commands {
  readonly busy: Command | null;
  /** Words for what failed last; null from the next try on. */
  readonly problem: string | null;
  /** The names came in answer to a press on this page, not by themselves. */
  readonly hasRevealed: boolean;
  readonly ask: (prompt: string) => Promise<boolean>;
  readonly vote: (token: string, outcome: Outcome) => Promise<boolean>;
  readonly run: (name: Exclude<Command, 'ask' | 'castVote'>) => Promise<boolean>;
}

/** See {@link Commands}; `apply` takes in what comes back. */
export function useCommands(id: string, apply: (view: BattleView) => void): Commands {
  const say = useProblemMessage();
  const [busy, setBusy] = useState<Command | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [hasRevealed, setRevealed] = useState(false);
  const isBusy = useRef(false);
  const send = useCallback(
    async (name: Command, request: () => Promise<BattleView>): Promise<boolean> => {
      // Two presses of a key before the page is redrawn are one.
      if (isBusy.current) return false;
      isBusy.current = true;
      setBusy(name);
      setProblem(null);
      try {
        const view = await request();
        apply(view);
        if ((name === 'reveal' || name === 'castVote') && view.reveal) setRevealed(true);
        return true;
      } catch (error) {
        setProblem(say(error));
        // Something else happened first, perhaps in another tab: show how things stand.
        if (error instanceof ArenaRefused && error.problem.status === 409) {
          await call('battle', { params: { battle: id } }).then(apply, () => {});
        }
        return false;
      } finally {
        isBusy.current = false;
        setBusy(null);
      }
    },
    [id, apply, say],
  );
  return useMemo(() => {
    const params = { battle: id };
    return {
      busy,
      problem,
      hasRevealed,
      ask: (prompt) => send('ask', () => call('ask', { params, body: { prompt } })),
      vote: (token, outcome) => send('castVote', () => call('castVote', { params, body: { token, outcome } })),
      run: (name) => send(name, () => call(name, { params })),
    };
  }, [id, busy, problem, hasRevealed, send]);
}
