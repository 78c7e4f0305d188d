import { MISSING, type VoteColumns } from '@agon/votes';
import { controlsOf } from './controls.ts';
import { SpecMismatch } from './errors.ts';
import { type BoardOptions, type FittedBoard, fittedBoard } from './make-board.ts';
import { codedColumn, filterFields } from './select.ts';
import type { BoardSpec } from './spec.ts';

/** The board of the votes that have one value of a column. */
export interface Slice extends FittedBoard {
  readonly value: string;
}

/**
 * One board a value of a column, most votes first. Controls are scaled once over the whole record, so that coefficients compare
 * between slices. With `tags`, a vote is in the slice of each of its tags.
 *
 * @throws {SpecMismatch} a column that the votes do not have, or that has no value
 */
export function slices(columns: VoteColumns, spec: BoardSpec, by: string, options: BoardOptions = {}): Slice[] {
  const controls = controlsOf(columns, spec);
  return valuesOf(columns, by).map((value) => {
    const filter = [...spec.filter, { field: by, op: 'in' as const, values: [value] }];
    return { value, ...fittedBoard(columns, { ...spec, filter }, options, controls) };
  });
}

function valuesOf(columns: VoteColumns, by: string): string[] {
  const coded = by === 'turn' ? turnColumn(columns) : codedColumn(columns, by);
  if (coded === undefined) {
    throw new SpecMismatch(`There is no column "${by}" to slice by. There are: ${filterFields(columns).join(', ')}.`);
  }
  const counts = new Map<string, number>();
  for (const code of coded.codes) {
    if (code === MISSING) continue;
    const name = coded.names[code];
    for (const value of by === 'tags' ? name.split('|') : [name]) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  if (counts.size === 0) throw new SpecMismatch(`No vote has a value in the column "${by}".`);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([value]) => value);
}

function turnColumn({ turn }: VoteColumns): { codes: Uint32Array; names: string[] } | undefined {
  if (turn === undefined) return undefined;
  const names = Array.from({ length: turn.reduce((most, t) => Math.max(most, t), 0) + 1 }, (_, t) => String(t));
  return { codes: Uint32Array.from(turn, (t) => t || MISSING), names };
}
