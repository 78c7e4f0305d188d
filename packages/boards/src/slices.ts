import { RatingError } from '@agon/rating';
import { MISSING, type VoteColumns } from '@agon/votes';
import { basisOf } from './basis.ts';
import { BoardError, SpecMismatch } from './errors.ts';
import { type BoardOptions, boardOfSelection, type FittedBoard, refusedBoard } from './make-board.ts';
import { codedColumn, filterFields, select } from './select.ts';
import { shortList } from './short-list.ts';
import type { BoardSpec } from './spec.ts';

/** The board of the votes that have one value of a column. */
export interface Slice extends FittedBoard {
  readonly value: string;
}

/**
 * One board a value of a column, most votes first. Controls are scaled once over the whole record, so that coefficients compare
 * between slices. With `tags`, a vote is in the slice of each of its tags. A slice whose votes do not allow the specification
 * (no ties to fit, say) has a board without ratings and the reason as a warning; where that is so of all of them, it is thrown.
 *
 * @throws {SpecMismatch} a column that the votes do not have, or that has no value
 */
export function slices(columns: VoteColumns, spec: BoardSpec, by: string, options: BoardOptions = {}): Slice[] {
  const basis = basisOf(columns, spec);
  const whole = select(columns, spec);
  const failures: Error[] = [];
  const made = rowsByValue(columns, by, whole.rows).map(([value, rows]): Slice => {
    const filter = [...spec.filter, { field: by, op: 'in' as const, values: [value] }];
    const filtered = (whole.rejected.filtered ?? 0) + whole.rows.length - rows.length;
    const selection = { rows, rejected: { ...whole.rejected, filtered } };
    const selected = { columns, spec: { ...spec, filter }, options, basis, selection };
    try {
      return { value, ...boardOfSelection(selected) };
    } catch (error) {
      if (!(error instanceof BoardError || error instanceof RatingError)) throw error;
      failures.push(error);
      return { value, ...refusedBoard(selected, error) };
    }
  });
  const [first] = failures;
  if (first !== undefined && failures.length === made.length) throw first;
  return made;
}

/** The rows of each value of a column, the value of most rows first. */
function rowsByValue(columns: VoteColumns, by: string, rows: Uint32Array): [value: string, rows: Uint32Array][] {
  const coded = by === 'turn' ? turnColumn(columns) : codedColumn(columns, by);
  if (coded === undefined) {
    const known = filterFields(columns).filter((field) => !['model', 'time', 'weight'].includes(field));
    throw new SpecMismatch(`Votes cannot be sliced by "${by}". There are: ${shortList(known)}.`);
  }
  const found = new Map<string, number[]>();
  for (const row of rows) {
    const code = coded.codes[row];
    if (code === MISSING) continue;
    const name = coded.names[code];
    for (const value of by === 'tags' ? name.split('|') : [name]) {
      const already = found.get(value);
      if (already === undefined) found.set(value, [row]);
      else already.push(row);
    }
  }
  if (found.size === 0) throw new SpecMismatch(`No vote has a value in the column "${by}".`);
  return [...found]
    .sort(([a, m], [b, n]) => n.length - m.length || (a < b ? -1 : 1))
    .map(([value, list]) => [value, Uint32Array.from(list)]);
}

function turnColumn({ turn }: VoteColumns): { codes: Uint32Array; names: string[] } | undefined {
  if (turn === undefined) return undefined;
  const names = Array.from({ length: turn.reduce((most, t) => Math.max(most, t), 0) + 1 }, (_, t) => String(t));
  return { codes: Uint32Array.from(turn, (t) => t || MISSING), names };
}
