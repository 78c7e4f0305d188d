import type { SidedColumn, VoteColumns } from '@agon/votes';
import { SpecMismatch } from './errors.ts';
import { shortList } from './short-list.ts';
import type { BoardSpec } from './spec.ts';

/** One control over all votes of the record. */
export interface Control {
  readonly name: string;
  /** Positive where side a has more; NaN where either count is missing. */
  readonly values: Float32Array;
  /** Root mean square over every vote of the record that has both counts: the base set, whatever the filter. */
  readonly scale: number;
}

/**
 * The controls of a specification, position apart, over the whole record. `ratio` is (a − b)/(a + b), and 0 where both are
 * equal (both 0 included); `difference` is a − b.
 *
 * @throws {SpecMismatch} a control that the votes have no numbers for
 */
export function controlsOf(columns: VoteColumns, spec: Pick<BoardSpec, 'controls'>): Control[] {
  return spec.controls
    .filter(({ name }) => name !== 'position')
    .map(({ name, transform }) => {
      const sides = Object.hasOwn(columns.covariates, name) ? columns.covariates[name] : undefined;
      if (sides === undefined) {
        const known = shortList(['position', ...Object.keys(columns.covariates)]);
        throw new SpecMismatch(
          `These votes have no numbers for the control "${name}" (columns ${name}_a and ${name}_b). They have: ${known}.`,
        );
      }
      const values = transform === 'difference' ? difference(sides) : ratio(sides);
      // A count too large for its column is as good as none.
      for (let row = 0; row < values.length; row++) if (!Number.isFinite(values[row])) values[row] = Number.NaN;
      return { name, values, scale: rootMeanSquare(values) };
    });
}

function ratio({ a, b }: SidedColumn): Float32Array {
  return a.map((x, row) => {
    const y = b[row];
    return x === y ? 0 : (x - y) / (Math.abs(x) + Math.abs(y));
  });
}

function difference({ a, b }: SidedColumn): Float32Array {
  return a.map((x, row) => x - b[row]);
}

/**
 * √(mean of squares) with the same bits in any order of rows: each square is first rounded to a multiple of 2⁻⁵² of a power of
 * two above the whole sum, so that no addition rounds (Demmel & Nguyen 2013, one fold). Relative error about 1e-16 · rows.
 */
function rootMeanSquare(values: Float32Array): number {
  let largest = 0;
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row])) continue;
    largest = Math.max(largest, values[row] * values[row]);
    count++;
  }
  if (largest === 0) return 0;
  let power = 1;
  while (power < largest * count) power *= 2;
  while (power / 2 >= largest * count) power /= 2;
  const shift = 1.5 * power;
  let squares = 0;
  for (let row = 0; row < values.length; row++) {
    if (!Number.isNaN(values[row])) squares += values[row] * values[row] + shift - shift;
  }
  return Math.sqrt(squares / count);
}
