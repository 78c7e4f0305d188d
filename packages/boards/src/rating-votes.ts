import type { Votes } from '@agon/rating';
import type { VoteColumns } from '@agon/votes';
import type { Basis } from './basis.ts';
import type { BoardSpec } from './spec.ts';

/** Votes for the fit, and why other votes that passed the filter are not among them. */
export interface RatingVotes {
  readonly votes: Votes;
  /** Rows of the record that are in `votes`, ascending. */
  readonly rows: Uint32Array;
  readonly rejected: Readonly<Record<'missing-control' | 'weight-zero' | 'both-bad-dropped', number>>;
}

/**
 * Turns selected rows of the record into the columns that the rating library takes: rows that have every control and count for
 * anything, and the models that appear in them. A model without such a vote must not look like one that nobody could beat.
 */
export function ratingVotes(columns: VoteColumns, selected: Uint32Array, spec: BoardSpec, basis: Basis): RatingVotes {
  const { rows, rejected } = counting(columns, selected, spec, basis);
  const size = rows.length;
  const { weight } = columns;
  const { controls, voter, prompt } = basis;
  const votes: Votes = {
    ...presentModels(columns, rows),
    outcome: pick(columns.outcome, rows, new Uint8Array(size)),
    ...(weight !== undefined && spec.weights === 'record'
      ? { weight: pick(weight, rows, new Float64Array(size)) }
      : {}),
    ...(voter === undefined ? {} : { voter: pick(voter, rows, new Uint32Array(size)) }),
    ...(prompt === undefined ? {} : { prompt: pick(prompt, rows, new Uint32Array(size)) }),
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
  return { votes, rows, rejected };
}

function counting(
  { weight, outcome }: VoteColumns,
  selected: Uint32Array,
  spec: BoardSpec,
  { controls }: Basis,
): Pick<RatingVotes, 'rows' | 'rejected'> {
  const weights = spec.weights === 'record' ? weight : undefined;
  const dropsBothBad = spec.ties !== 'grounded' && spec.bothBad === 'drop';
  const rejected = { 'missing-control': 0, 'weight-zero': 0, 'both-bad-dropped': 0 };
  if (controls.length === 0 && weights === undefined && !dropsBothBad) return { rows: selected, rejected };
  const rows = selected.filter((row) => {
    if (controls.some(({ values }) => Number.isNaN(values[row]))) rejected['missing-control']++;
    else if (weights?.[row] === 0) rejected['weight-zero']++;
    else if (dropsBothBad && outcome[row] === 3) rejected['both-bad-dropped']++;
    else return true;
    return false;
  });
  return { rows, rejected };
}

function presentModels(
  { models: names, modelA, modelB }: VoteColumns,
  rows: Uint32Array,
): Pick<Votes, 'models' | 'modelA' | 'modelB'> {
  const isPresent = new Uint8Array(names.length);
  for (let k = 0; k < rows.length; k++) {
    isPresent[modelA[rows[k]]] = 1;
    isPresent[modelB[rows[k]]] = 1;
  }
  const numberOf = new Uint32Array(names.length);
  const models: string[] = [];
  names.forEach((name, m) => {
    if (isPresent[m] === 1) numberOf[m] = models.push(name) - 1;
  });
  const renumbered = (column: Uint32Array): Uint32Array => {
    const numbers = new Uint32Array(rows.length);
    for (let k = 0; k < rows.length; k++) numbers[k] = numberOf[column[rows[k]]];
    return numbers;
  };
  return { models, modelA: renumbered(modelA), modelB: renumbered(modelB) };
}

type Column = Uint8Array | Uint32Array | Float32Array | Float64Array;

/** Copies the elements of a column at some rows into an array of their number. */
function pick<Into extends Column>(column: Column, rows: Uint32Array, into: Into): Into {
  if (rows.length === column.length) into.set(column);
  else for (let k = 0; k < rows.length; k++) into[k] = column[rows[k]];
  return into;
}
