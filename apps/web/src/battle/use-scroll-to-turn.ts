import { useEffect, useRef } from 'react';

/** Brings a new turn into view when it is asked. The first one, and those that were there on loading, leave the page where it is. */
export function useScrollToTurn(turns: number): void {
  const before = useRef(turns);
  useEffect(() => {
    if (turns > before.current) {
      const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
      const element = document.querySelector(`[data-turn="${turns}"]`);
      element?.scrollIntoView({ block: 'start', behavior: isStill ? 'auto' : 'smooth' });
    }
    before.current = turns;
  }, [turns]);
}
