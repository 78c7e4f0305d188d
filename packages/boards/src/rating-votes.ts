import type { Votes } from '@agon/rating';
import type { VoteColumns } from '@agon/votes';
import { canonicalNumbers } from './canonical-numbers.ts';
import type { Control } from './controls.ts';
import type { BoardSpec } from './spec.ts';

/** Votes for the fit: the rows of the record that have every control, and how many lack one. */
export interface RatingVotes {
  readonly votes: Votes;
  readonly rows: Uint32Array;
  readonly missingControl: number;
}

/** Turns selected rows of the record into the columns that the rating library takes. */
export function ratingVotes(
  columns: VoteColumns,
  selected: Uint32Array,
  spec: Pick<BoardSpec, 'weights'>,
  controls: readonly Control[],
): RatingVotes {
  const rows =
    controls.length === 0
      ? selected
      : selected.filter((row) => controls.every(({ values }) => !Number.isNaN(values[row])));
  const { voter, prompt, weight } = columns;
  const votes: Votes = {
    models: columns.models,
    modelA: pick(columns.modelA, rows),
    modelB: pick(columns.modelB, rows),
    outcome: pick(columns.outcome, rows),
    ...(weight !== undefined && spec.weights === 'record' ? { weight: pick(weight, rows) } : {}),
    ...(voter === undefined ? {} : { voter: canonicalNumbers(voter, rows) }),
    ...(prompt === undefined ? {} : { prompt: canonicalNumbers(prompt, rows) }),
    ...(controls.length === 0
      ? {}
      : { covariates: controls.map(({ name, values, scale }) => ({ name, values: pick(values, rows), scale })) }),
  };
  return { votes, rows, missingControl: selected.length - rows.length };
}

/** The elements of a column at some rows; the column itself where that is all of them. */
function pick<Column extends Uint8Array | Uint32Array | Float32Array | Float64Array>(
  column: Column,
  rows: Uint32Array,
): Column {
  if (rows.length === column.length) return column;
  const picked = column.slice(0, rows.length);
  for (let k = 0; k < rows.length; k++) picked[k] = column[rows[k]];
  return picked as Column;
}
