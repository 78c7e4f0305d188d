import { MISSING } from '../columns.ts';

/**
 * Renumbers codes in place by first appearance, row by row, and gives the names in that order. A dictionary also holds
 * names of rejected rows, and in the order in which blocks were read, which must not show.
 */
export function renumber(names: readonly string[], columns: readonly Uint32Array[]): readonly string[] {
  if (isInOrder(names.length, columns)) return names;
  const order = orderOfAppearance(names.length, columns);
  const placeOf = new Uint32Array(names.length).fill(MISSING);
  order.forEach((code, place) => {
    placeOf[code] = place;
  });
  for (const codes of columns) {
    for (let row = 0; row < codes.length; row++) if (codes[row] !== MISSING) codes[row] = placeOf[codes[row]];
  }
  return Array.from(order, (code) => names[code]);
}

/** Whether codes appear as 0, 1, 2 … to the last: so they do in a file of one column of names and no rejects, read row by row. */
function isInOrder(names: number, columns: readonly Uint32Array[]): boolean {
  if (columns.length > 1) return false;
  let next = 0;
  for (const codes of columns) {
    for (let row = 0; row < codes.length; row++) {
      if (codes[row] < next || codes[row] === MISSING) continue;
      if (codes[row] > next) return false;
      next++;
    }
  }
  return next === names;
}

/** The codes that appear, in the order of their first row. Mostly the first few rows have them all. */
function orderOfAppearance(names: number, columns: readonly Uint32Array[]): Uint32Array {
  const order = new Uint32Array(names);
  const isSeen = new Uint8Array(names);
  let seen = 0;
  for (let row = 0; row < columns[0].length && seen < names; row++) {
    for (const codes of columns) {
      const code = codes[row];
      if (code === MISSING || isSeen[code] === 1) continue;
      isSeen[code] = 1;
      order[seen++] = code;
    }
  }
  return order.subarray(0, seen);
}
