import type { Arena } from '@agon/api';
import { useQueryClient } from '@tanstack/react-query';
import { arenaQuery, useArena } from '../app/use-arena.ts';
import { call } from '../call.ts';
import { useToast } from '../design/toast.tsx';
import { useProblemMessage } from '../messages/use-problem-message.ts';

/** Whether this visitor wants the names at once after a vote, kept by the server, and a function to change it. It shows at once. */
export function useRevealAtOnce(): readonly [boolean, (on: boolean) => void] {
  const queries = useQueryClient();
  const toast = useToast();
  const say = useProblemMessage();
  const { data: arena } = useArena();
  const show = (revealAtOnce: boolean) =>
    queries.setQueryData(arenaQuery.queryKey, (now) => now && withRevealAtOnce(now, revealAtOnce));
  const set = (revealAtOnce: boolean) => {
    show(revealAtOnce);
    call('setPreferences', { body: { revealAtOnce } }).then(
      (changed) => queries.setQueryData(arenaQuery.queryKey, changed),
      (error: unknown) => {
        show(!revealAtOnce);
        toast({ message: say(error), look: 'danger' });
      },
    );
  };
  return [arena?.visitor.preferences.revealAtOnce ?? false, set];
}

function withRevealAtOnce(arena: Arena, revealAtOnce: boolean): Arena {
  const { visitor } = arena;
  return { ...arena, visitor: { ...visitor, preferences: { ...visitor.preferences, revealAtOnce } } };
}
