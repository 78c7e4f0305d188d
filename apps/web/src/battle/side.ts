/** One of the two sides. */
export type Side = 'a' | 'b';

/** Both sides, in the order of the page. */
export const sides: readonly Side[] = ['a', 'b'];

/** Class names that carry a side's colour. The letter always stands beside it: colour alone says nothing. */
export const sideLook = {
  a: { badge: 'bg-side-a-soft text-side-a', text: 'text-side-a', rule: 'border-side-a' },
  b: { badge: 'bg-side-b-soft text-side-b', text: 'text-side-b', rule: 'border-side-b' },
} as const satisfies Record<Side, Record<string, string>>;
