/** Reasons a voter can tick for one answer. */
export const reasonChips = {
  good: ['correct', 'clear', 'complete', 'style', 'instructions', 'fast-to-read'],
  bad: ['wrong', 'made-up', 'too-long', 'refused', 'broken-code', 'unsafe'],
} as const;

/** One reason. */
export type ReasonChip = (typeof reasonChips.good)[number] | (typeof reasonChips.bad)[number];
