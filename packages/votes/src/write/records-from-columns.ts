import { type CodedColumn, MISSING, type SidedColumn, type VoteColumns } from '../columns.ts';
import { outcomes, type VoteRecord } from '../record.ts';

const batchRows = 10_000;
const textFields = ['voter', 'battle', 'prompt', 'language'] as const;

/**
 * Vote records made from columns, in batches, for writing and for tests. Conversations are not in columns; a covariate that is
 * known on one side only has no place in a record and is left out.
 *
 * @example [...recordsFromColumns(columns)].flat()[0].modelA // columns.models[columns.modelA[0]]
 */
export function* recordsFromColumns(columns: VoteColumns): Generator<VoteRecord[]> {
  for (let start = 0; start < columns.length; start += batchRows) {
    const length = Math.min(batchRows, columns.length - start);
    yield Array.from({ length }, (_, at) => recordAt(columns, start + at));
  }
}

function recordAt(columns: VoteColumns, row: number): VoteRecord {
  const record: VoteRecord = {
    modelA: columns.models[columns.modelA[row]],
    modelB: columns.models[columns.modelB[row]],
    outcome: outcomes[columns.outcome[row]],
  };
  for (const field of textFields) {
    const value = nameAt(columns[field], row);
    if (value !== undefined) record[field] = value;
  }
  const time = columns.time?.[row] ?? Number.NaN;
  if (!Number.isNaN(time)) record.time = time;
  const turn = columns.turn?.[row] ?? 0;
  if (turn !== 0) record.turn = turn;
  const tags = nameAt(columns.tags, row);
  if (tags !== undefined) record.tags = tags.split('|');
  if (columns.weight !== undefined) record.weight = columns.weight[row];
  const covariates = Object.entries(columns.covariates).flatMap(([name, column]) => pairAt(name, column, row));
  if (covariates.length > 0) record.covariates = Object.fromEntries(covariates);
  const labels = Object.entries(columns.labels).flatMap(([name, column]) => labelAt(name, column, row));
  if (labels.length > 0) record.labels = Object.fromEntries(labels);
  return record;
}

function nameAt(column: CodedColumn | undefined, row: number): string | undefined {
  const code = column?.codes[row] ?? MISSING;
  return code === MISSING ? undefined : column?.names[code];
}

function pairAt(name: string, column: SidedColumn, row: number): [string, { a: number; b: number }][] {
  const pair = { a: shortest(column.a[row]), b: shortest(column.b[row]) };
  return Number.isNaN(pair.a) || Number.isNaN(pair.b) ? [] : [[name, pair]];
}

/** The shortest decimal that is this 32-bit number: what was read as 0.1 is written as 0.1 again. */
function shortest(number: number): number {
  if (Number.isInteger(number) || !Number.isFinite(number)) return number;
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(number.toPrecision(digits));
    if (Math.fround(short) === number) return short;
  }
  return Number(number.toPrecision(9));
}

function labelAt(name: string, column: CodedColumn, row: number): [string, string][] {
  const value = nameAt(column, row);
  return value === undefined ? [] : [[name, value]];
}
