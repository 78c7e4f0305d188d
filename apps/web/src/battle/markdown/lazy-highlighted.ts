import { lazy } from 'react';

/** Colours code; fetched with the first block of code. Should it not arrive, code stays plain: no answer vanishes over it. */
export const LazyHighlighted = lazy(() =>
  import('./highlighted.tsx').then(
    ({ Highlighted }) => ({ default: Highlighted }),
    () => ({ default: ({ code }: { code: string }) => code }),
  ),
);
