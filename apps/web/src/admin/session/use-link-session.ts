import { ArenaRefused } from '@agon/api/client';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { isSessionNeeded, useSession, useSessionChange } from '../use-admin.ts';
import { linkToken } from './link-token.ts';

/** Where a visitor of the admin page stands. */
export type LinkSession =
  | { readonly state: 'asking' }
  | { readonly state: 'open'; readonly expiresAt: number }
  | { readonly state: 'needed' }
  | { readonly state: 'link-refused' }
  | { readonly state: 'failed'; readonly error: unknown; readonly retry: () => void };

/** Opens a session with the token behind `#`, which leaves the address at once; without one, looks for an open session. */
export function useLinkSession(): LinkSession {
  const token = useTokenOfAddress();
  const { open } = useSessionChange();
  const tried = useRef<string | null>(null);
  const { mutate } = open;
  useEffect(() => {
    // Once for each token: it opens one session only.
    if (token === null || tried.current === token) return;
    tried.current = token;
    mutate(token);
  }, [token, mutate]);
  const session = useSession({ isEnabled: token === null || open.isSuccess || open.isError });
  if (session.data && !isSessionNeeded(session.error)) return { state: 'open', expiresAt: session.data.expiresAt };
  if (token !== null && (open.isIdle || open.isPending)) return { state: 'asking' };
  if (open.isError && token !== null) {
    const isRefused = open.error instanceof ArenaRefused && open.error.problem.code === 'link-invalid';
    if (isRefused) return { state: 'link-refused' };
    return { state: 'failed', error: open.error, retry: () => mutate(token) };
  }
  if (isSessionNeeded(session.error)) return { state: 'needed' };
  if (session.isError) return { state: 'failed', error: session.error, retry: () => void session.refetch() };
  return { state: 'asking' };
}

/** The newest token that stood in the address. Taken out of it, so that it is in no history and no screenshot. */
function useTokenOfAddress(): string | null {
  const hash = useLocation({ select: (location) => location.hash });
  const navigate = useNavigate();
  const [token, setToken] = useState(() => linkToken(hash));
  useEffect(() => {
    const next = linkToken(hash);
    if (next === null) return;
    setToken(next);
    void navigate({ to: '/admin', hash: '', replace: true });
  }, [hash, navigate]);
  return token;
}
