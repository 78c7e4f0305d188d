import { lazy } from 'react';
import { PlainBlock } from './plain-block.tsx';

/** Typesets maths; fetched with the first formula. Should it not arrive, formulas are shown as written: no answer vanishes over it. */
export const LazyMathsBlock = lazy(() =>
  import('./maths-block.tsx').then(
    ({ MathsBlock }) => ({ default: MathsBlock }),
    () => ({ default: PlainBlock }),
  ),
);
