import { lazy } from 'react';

/** Typesets maths; fetched with the first formula. */
export const LazyMathsBlock = lazy(async () => ({ default: (await import('./maths-block.tsx')).MathsBlock }));

/** Colours code; fetched with the first block of code. */
export const LazyHighlighted = lazy(async () => ({ default: (await import('./highlighted.tsx')).Highlighted }));
