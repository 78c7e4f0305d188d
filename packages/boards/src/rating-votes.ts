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
  const size = rows.length;
  const votes: Votes = {
    models: columns.models,
    modelA: pick(columns.modelA, rows, new Uint32Array(size)),
    modelB: pick(columns.modelB, rows, new Uint32Array(size)),
    outcome: pick(columns.outcome, rows, new Uint8Array(size)),
    ...(weight !== undefined && spec.weights === 'record'
      ? { weight: pick(weight, rows, new Float64Array(size)) }
      : {}),
    ...(voter === undefined ? {} : { voter: canonicalNumbers(voter, rows) }),
    ...(prompt === undefined ? {} : { prompt: canonicalNumbers(prompt, rows) }),
    ...(controls.length === 0
      ? {}
      : {
          covariates: controls.map(({ name, values, scale }) => ({
            name,
            values: pick(values, rows, new Float32Array(size)),
            scale,
          })),
        }),
  };
  return { votes, rows, missingControl: selected.length - rows.length };
}

type Column = Uint8Array | Uint32Array | Float32Array | Float64Array;

/** Copies the elements of a column at some rows into an array of their number. */
function pick<Into extends Column>(column: Column, rows: Uint32Array, into: Into): Into {
  if (rows.length === column.length) into.set(column);
  else for (let k = 0; k < rows.length; k++) into[k] = column[rows[k]];
  return into;
}
