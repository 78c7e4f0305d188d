import { useEffect, useState } from 'react';
import type { Side } from './side.ts';

/** The answer of this attempt that has not been looked at on a narrow page, or null. On a wide page both are always in view. */
export function useUnseenSide({
  attempt,
  pane,
  isWide,
}: {
  attempt: string;
  pane: Side;
  isWide: boolean;
}): Side | null {
  const [seen, setSeen] = useState<{ readonly attempt: string; readonly sides: readonly Side[] }>({
    attempt,
    sides: [],
  });
  useEffect(() => {
    setSeen((now) => {
      const sides = now.attempt === attempt ? now.sides : [];
      return sides.includes(pane) && now.attempt === attempt ? now : { attempt, sides: [...sides, pane] };
    });
  }, [attempt, pane]);
  if (isWide || seen.attempt !== attempt) return null;
  return (['a', 'b'] as const).find((side) => !seen.sides.includes(side)) ?? null;
}
