/** The four numbers that describe how an answer looks; what each counts is said at `loadStyleCounter`. */
export interface StyleCounts {
  /** Tokens of the whole answer. */
  readonly length: number;
  readonly headers: number;
  readonly lists: number;
  readonly bold: number;
}

/** The counts of no text at all. */
export const noStyle: StyleCounts = { length: 0, headers: 0, lists: 0, bold: 0 };

/** The counts of two texts together. */
export function addStyle(one: StyleCounts, other: StyleCounts): StyleCounts {
  return {
    length: one.length + other.length,
    headers: one.headers + other.headers,
    lists: one.lists + other.lists,
    bold: one.bold + other.bold,
  };
}
