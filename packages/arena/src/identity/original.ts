/** Original text on its way out: what is still held, and where in the whole it stands. */
export interface Original {
  push(chunk: string): void;
  /** Where the held text starts and ends, in UTF-16 units of the whole. */
  from(): number;
  end(): number;
  slice(start: number, end: number): string;
  /** Lets go of the text up to `end`, and returns it; nothing if that has gone already. */
  takeUntil(end: number): string;
}

/** See {@link Original}. */
export function createOriginal(): Original {
  let held = '';
  let from = 0;
  return {
    push(chunk) {
      held += chunk;
    },
    from: () => from,
    end: () => from + held.length,
    slice: (start, end) => held.slice(Math.max(0, start - from), Math.max(0, end - from)),
    takeUntil(end) {
      const length = Math.max(0, Math.min(end - from, held.length));
      const text = held.slice(0, length);
      held = held.slice(length);
      from += length;
      return text;
    },
  };
}
