const missingWords = new Set(['', 'nan', 'none', 'null', 'na', 'n/a']);

/**
 * A number in a cell: `undefined` where there is none, NaN where the cell holds something else. Flags count 1 and 0.
 *
 * @example readNumber(' 12.5 ') // 12.5
 */
export function readNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isNaN(value) ? undefined : value;
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'string') return Number.NaN;
  const text = value.trim().toLowerCase();
  if (missingWords.has(text)) return undefined;
  if (text === 'true') return 1;
  if (text === 'false') return 0;
  return Number(text);
}

/**
 * A count that may be split by kind: `{ h1: 1, h2: 3 }` is 4.
 *
 * @example readCount({ ordered: 2, unordered: 5 }) // 7
 */
export function readCount(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null) return readNumber(value);
  let sum = 0;
  for (const part of Object.values(value)) sum += readNumber(part) ?? 0;
  return sum;
}

/** Whether a flag is set: true, 1, "1", "1.0", "True". `undefined` where there is none. */
export function readFlag(value: unknown): boolean | undefined {
  const number = readNumber(value);
  return number === undefined ? undefined : number === 1;
}
