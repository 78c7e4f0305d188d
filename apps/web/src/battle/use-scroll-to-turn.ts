import { useEffect, useRef } from 'react';
import { isFocusInDock, isFocusLost } from './focus.ts';

/**
 * Brings a new turn into view when it is asked, and the focus with it where the box of the question had it. The first one, and those that
 * were there on loading, leave the page where it is.
 */
export function useScrollToTurn(turns: number): void {
  const before = useRef(turns);
  useEffect(() => {
    if (turns > before.current) {
      const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
      const element = document.querySelector<HTMLElement>(`[data-turn="${turns}"]`);
      if (isFocusLost() || isFocusInDock()) element?.focus({ preventScroll: true });
      element?.scrollIntoView({ block: 'start', behavior: isStill ? 'auto' : 'smooth' });
    }
    before.current = turns;
  }, [turns]);
}
