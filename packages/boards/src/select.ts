import { type CodedColumn, MISSING, outcomes, readTime, type VoteColumns } from '@agon/votes';
import { SpecMismatch } from './errors.ts';
import type { BoardSpec, Condition } from './spec.ts';

/** Which votes a board is made of, and why the others are not. */
export interface Selection {
  /** Row numbers, ascending. */
  readonly rows: Uint32Array;
  readonly rejected: Readonly<Record<string, number>>;
}

/**
 * Applies `asOf` and the filter of a specification. A vote is counted under the first reason that leaves it out: `no-time`,
 * `after-as-of`, `filtered`. A field that a vote lacks meets `not-in` and nothing else.
 *
 * @throws {SpecMismatch} a filter on a field that the votes do not have
 */
export function select(columns: VoteColumns, spec: Pick<BoardSpec, 'filter' | 'asOf'>): Selection {
  const tests = spec.filter.map((condition) => conditionTest(columns, condition));
  const asOf = spec.asOf === null ? null : Date.parse(spec.asOf);
  if (asOf !== null && columns.time === undefined) {
    throw new SpecMismatch(`The specification has asOf ${spec.asOf}, but the votes have no times.`);
  }
  const rows = new Uint32Array(columns.length);
  if (asOf === null && tests.length === 0) {
    for (let row = 0; row < rows.length; row++) rows[row] = row;
    return { rows, rejected: {} };
  }
  const rejected: Record<string, number> = {};
  const reject = (reason: string): void => {
    rejected[reason] = (rejected[reason] ?? 0) + 1;
  };
  let count = 0;
  for (let row = 0; row < columns.length; row++) {
    const time = columns.time?.[row] ?? Number.NaN;
    if (asOf !== null && Number.isNaN(time)) reject('no-time');
    else if (asOf !== null && time > asOf) reject('after-as-of');
    else if (!tests.every((test) => test(row))) reject('filtered');
    else rows[count++] = row;
  }
  return { rows: rows.slice(0, count), rejected };
}

type Test = (row: number) => boolean;

function conditionTest(columns: VoteColumns, condition: Condition): Test {
  const { field } = condition;
  if (field === 'model') {
    const a = codedTest({ codes: columns.modelA, names: columns.models }, condition);
    const b = codedTest({ codes: columns.modelB, names: columns.models }, condition);
    return (row) => a(row) && b(row);
  }
  const coded = codedColumn(columns, field);
  if (coded !== undefined) return codedTest(coded, condition);
  const numbers = numericColumn(columns, field);
  if (numbers !== undefined) return numericTest(numbers, condition);
  const available = filterFields(columns).join(', ');
  throw new SpecMismatch(`The filter asks for "${field}", which these votes do not have. They have: ${available}.`);
}

/** Every field that a filter can ask about in these votes. */
export function filterFields(columns: VoteColumns): string[] {
  const optional = ['voter', 'time', 'battle', 'turn', 'prompt', 'language', 'tags', 'weight'] as const;
  const present = optional.filter((field) => columns[field] !== undefined);
  return ['model', 'model_a', 'model_b', 'outcome', ...present, ...Object.keys(columns.labels)];
}

/** The column of strings behind a field name, if it is one. */
export function codedColumn(columns: VoteColumns, field: string): CodedColumn | undefined {
  switch (field) {
    case 'model_a':
      return { codes: columns.modelA, names: columns.models };
    case 'model_b':
      return { codes: columns.modelB, names: columns.models };
    case 'outcome':
      return { codes: Uint32Array.from(columns.outcome), names: outcomes };
    case 'voter':
    case 'battle':
    case 'prompt':
    case 'language':
    case 'tags':
      return columns[field];
    default:
      return Object.hasOwn(columns.labels, field) ? columns.labels[field] : undefined;
  }
}

function numericColumn(columns: VoteColumns, field: string): ArrayLike<number> | undefined {
  if (field === 'time' || field === 'weight') return columns[field];
  // Turn 0 stands for an unknown one.
  if (field === 'turn') return columns.turn && Float64Array.from(columns.turn, (turn) => turn || Number.NaN);
  return undefined;
}

function codedTest({ codes, names }: CodedColumn, { field, op, values }: Condition): Test {
  if (op !== 'in' && op !== 'not-in') checkOrder(field, values);
  const accepts = names.map((name) => acceptsText(field === 'tags' ? name.split('|') : [name], op, values));
  const acceptsMissing = op === 'not-in';
  return (row) => {
    const code = codes[row];
    return code === MISSING ? acceptsMissing : (accepts[code] ?? false);
  };
}

/** Only labels may hold numbers; names of models, voters or languages have no order. */
function checkOrder(field: string, values: Condition['values']): void {
  if (NAMES.includes(field))
    throw new SpecMismatch(`The filter orders ${field}, which has names and no order; use = or !=.`);
  for (const value of values) toNumber(field, value);
}

const NAMES = ['model', 'model_a', 'model_b', 'outcome', 'voter', 'battle', 'prompt', 'language', 'tags'];

/** For several parts (tags): `in` where any of them is listed, `not-in` where none is. */
function acceptsText(parts: readonly string[], op: Condition['op'], values: Condition['values']): boolean {
  const isListed = parts.some((part) => values.some((value) => String(value) === part));
  if (op === 'in') return isListed;
  if (op === 'not-in') return !isListed;
  return parts.some((part) => values.every((value) => compares(Number(part), op, Number(value))));
}

function numericTest(numbers: ArrayLike<number>, { field, op, values }: Condition): Test {
  const bounds = values.map((value) => toNumber(field, value));
  return (row) => {
    const number = numbers[row] ?? Number.NaN;
    if (op === 'in') return bounds.includes(number);
    if (op === 'not-in') return !bounds.includes(number);
    return bounds.every((bound) => compares(number, op, bound));
  };
}

function toNumber(field: string, value: string | number): number {
  const number = field === 'time' ? readTime(value, 'ms') : Number(value);
  if (number === undefined || Number.isNaN(number))
    throw new SpecMismatch(`The filter compares ${field} with "${value}", which it cannot read.`);
  return number;
}

function compares(number: number, op: Condition['op'], bound: number): boolean {
  switch (op) {
    case '<':
      return number < bound;
    case '<=':
      return number <= bound;
    case '>':
      return number > bound;
    default:
      return number >= bound;
  }
}
