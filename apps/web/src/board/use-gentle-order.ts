import { type RefObject, useLayoutEffect, useRef } from 'react';

const durationMs = 450;

/**
 * Lets rows glide to their new places when their order changes: each starts where it was and moves to where it is. Give the ref to
 * the element around the rows, and each row a `data-row` of its own. Readers who ask for less motion see them at once.
 */
export function useGentleOrder<Container extends HTMLElement>(): RefObject<Container | null> {
  const container = useRef<Container>(null);
  const places = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    const isStill = globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? true;
    const next = new Map<string, number>();
    for (const row of container.current?.querySelectorAll<HTMLElement>('[data-row]') ?? []) {
      const name = row.dataset.row ?? '';
      const [before, after] = [places.current.get(name), row.offsetTop];
      next.set(name, after);
      if (isStill || before === undefined || before === after) continue;
      row.animate([{ transform: `translateY(${before - after}px)` }, { transform: 'none' }], {
        duration: durationMs,
        easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)',
      });
    }
    places.current = next;
  });
  return container;
}
