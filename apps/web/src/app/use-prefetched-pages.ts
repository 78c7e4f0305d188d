import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Safari knows no idle time; by then the first page stands. */
const idleAfterMs = 2_000;

/** Fetches the code of the other pages once the browser has nothing else to do, so that a lost connection later takes none of them away. */
export function usePrefetchedPages({ hasAdmin }: { hasAdmin: boolean }): void {
  const router = useRouter();
  useEffect(() => {
    const { '/battles/$battle': battle, '/board': board, '/about': about, '/admin': admin } = router.routesByPath;
    return whenIdle(() => {
      // What does not arrive is fetched again when its page is opened.
      for (const page of [battle, board, about, ...(hasAdmin ? [admin] : [])]) void router.loadRouteChunk(page);
    });
  }, [router, hasAdmin]);
}

function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const idle = requestIdleCallback(act);
    return () => cancelIdleCallback(idle);
  }
  const timer = setTimeout(act, idleAfterMs);
  return () => clearTimeout(timer);
}
