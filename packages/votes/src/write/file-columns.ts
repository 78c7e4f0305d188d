import type { VoteColumns } from '../columns.ts';
import type { VoteRecord } from '../record.ts';
import { ColumnMissing } from './errors.ts';

/** The fields of a vote that a file may lack, in the order of their columns. */
const optionalFields = [
  'voter',
  'time',
  'battle',
  'turn',
  'prompt',
  'language',
  'tags',
  'weight',
  'conversationA',
  'conversationB',
] as const satisfies readonly (keyof VoteRecord)[];

/** One of the optional fields. */
type OptionalField = (typeof optionalFields)[number];

/** Which columns a file has besides `model_a`, `model_b` and `outcome`. The order of names does not matter. */
export interface FileColumns {
  readonly optional: readonly OptionalField[];
  /** Each has two columns, NAME_a and NAME_b. */
  readonly covariates: readonly string[];
  readonly labels: readonly string[];
}

/**
 * The columns that hold all of some votes: a first pass over a source that can be read again.
 *
 * @example await findColumns([[{ modelA: 'x', modelB: 'y', outcome: 'a', turn: 1 }]]) // { optional: ['turn'], … }
 */
export async function findColumns(
  batches: AsyncIterable<readonly VoteRecord[]> | Iterable<readonly VoteRecord[]>,
): Promise<FileColumns> {
  const seen = { optional: new Set<OptionalField>(), covariates: new Set<string>(), labels: new Set<string>() };
  for await (const batch of batches) {
    for (const vote of batch) {
      for (const field of optionalFields) if (has(vote, field)) seen.optional.add(field);
      for (const name of Object.keys(vote.covariates ?? {})) seen.covariates.add(name);
      for (const name of Object.keys(vote.labels ?? {})) seen.labels.add(name);
    }
  }
  return inOrder(seen);
}

/** The columns of a file that holds all of some columns of votes. */
export function columnsOf(columns: VoteColumns): FileColumns {
  return inOrder({
    optional: new Set(optionalFields.filter((field) => field in columns)),
    covariates: new Set(Object.keys(columns.covariates)),
    labels: new Set(Object.keys(columns.labels)),
  });
}

/** A function that refuses a vote with a field for which a file of these columns has no place. */
export function columnGuard(columns: FileColumns): (vote: VoteRecord, row: number) => void {
  const absent = optionalFields.filter((field) => !columns.optional.includes(field));
  const covariates = new Set(columns.covariates);
  const labels = new Set(columns.labels);
  return (vote, row) => {
    for (const field of absent) if (has(vote, field)) throw new ColumnMissing(field, row);
    for (const name of Object.keys(vote.covariates ?? {})) {
      if (!covariates.has(name)) throw new ColumnMissing(name, row);
    }
    for (const name of Object.keys(vote.labels ?? {})) if (!labels.has(name)) throw new ColumnMissing(name, row);
  };
}

// An empty list says nothing, and not every format can tell it from none.
function has(vote: VoteRecord, field: OptionalField): boolean {
  const value = vote[field];
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

// Sorted, so that the bytes of a file do not hang on the order in which a vote's keys came.
function inOrder(columns: {
  readonly optional: ReadonlySet<OptionalField>;
  readonly covariates: ReadonlySet<string>;
  readonly labels: ReadonlySet<string>;
}): FileColumns {
  return {
    optional: optionalFields.filter((field) => columns.optional.has(field)),
    covariates: [...columns.covariates].sort(),
    labels: [...columns.labels].sort(),
  };
}
