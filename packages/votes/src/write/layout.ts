import type { Message, VoteRecord } from '../record.ts';
import { ColumnClash } from './errors.ts';
import type { FileColumns } from './file-columns.ts';

/** One column of a file in our own format, and how to take its value from a vote. */
export type FileColumn =
  | { readonly name: string; readonly kind: 'text'; readonly read: (vote: VoteRecord) => string | undefined }
  | {
      readonly name: string;
      readonly kind: 'number' | 'integer' | 'time';
      readonly read: (vote: VoteRecord) => number | undefined;
    }
  | { readonly name: string; readonly kind: 'tags'; readonly read: (vote: VoteRecord) => readonly string[] | undefined }
  | {
      readonly name: string;
      readonly kind: 'messages';
      readonly read: (vote: VoteRecord) => readonly Message[] | undefined;
    };

/** The column of one field of the vote record. */
type FieldColumn = FileColumn & { readonly field: Exclude<keyof VoteRecord, 'covariates' | 'labels'> };

/** The columns of the fields that come before covariates and labels. The first three are in every file. */
export const leadingColumns: readonly FieldColumn[] = [
  { field: 'modelA', name: 'model_a', kind: 'text', read: (vote) => vote.modelA },
  { field: 'modelB', name: 'model_b', kind: 'text', read: (vote) => vote.modelB },
  { field: 'outcome', name: 'outcome', kind: 'text', read: (vote) => vote.outcome },
  { field: 'voter', name: 'voter', kind: 'text', read: (vote) => vote.voter },
  { field: 'time', name: 'time', kind: 'time', read: (vote) => vote.time },
  { field: 'battle', name: 'battle', kind: 'text', read: (vote) => vote.battle },
  { field: 'turn', name: 'turn', kind: 'integer', read: (vote) => vote.turn },
  { field: 'prompt', name: 'prompt', kind: 'text', read: (vote) => vote.prompt },
  { field: 'language', name: 'language', kind: 'text', read: (vote) => vote.language },
  { field: 'tags', name: 'tags', kind: 'tags', read: (vote) => unlessEmpty(vote.tags) },
  { field: 'weight', name: 'weight', kind: 'number', read: (vote) => vote.weight },
];

/** The columns of the fields that come after covariates and labels. */
export const trailingColumns: readonly FieldColumn[] = [
  { field: 'conversationA', name: 'conversation_a', kind: 'messages', read: (vote) => unlessEmpty(vote.conversationA) },
  { field: 'conversationB', name: 'conversation_b', kind: 'messages', read: (vote) => unlessEmpty(vote.conversationB) },
];

/**
 * The columns of a file in their order: the fields of a vote, two for each covariate and one for each label by name, then the
 * conversations.
 *
 * @example fileLayout({ optional: ['turn'], covariates: ['length'], labels: [] }).map(({ name }) => name)
 * // ['model_a', 'model_b', 'outcome', 'turn', 'length_a', 'length_b']
 */
export function fileLayout(columns: FileColumns): FileColumn[] {
  refuseClashes(columns);
  const kept = new Set<string>(['modelA', 'modelB', 'outcome', ...columns.optional]);
  return [
    ...leadingColumns.filter(({ field }) => kept.has(field)),
    ...[...columns.covariates].sort().flatMap(covariateColumns),
    ...[...columns.labels].sort().map(labelColumn),
    ...trailingColumns.filter(({ field }) => kept.has(field)),
  ];
}

/**
 * Throws where a label or covariate would have the name of another column. The names of fields that a file lacks are taken as well:
 * a label of that name would be read back as the field.
 */
export function refuseClashes({ covariates, labels }: Pick<FileColumns, 'covariates' | 'labels'>): void {
  for (const name of covariates) {
    for (const column of [`${name}_a`, `${name}_b`]) if (isFieldColumn(column)) throw new ColumnClash(column);
  }
  for (const name of labels) {
    const isSide = /_[ab]$/.test(name) && covariates.includes(name.slice(0, -2));
    if (isSide || isFieldColumn(name)) throw new ColumnClash(name);
  }
}

function isFieldColumn(name: string): boolean {
  return (
    leadingColumns.some((column) => column.name === name) || trailingColumns.some((column) => column.name === name)
  );
}

// By own key: a label may be named like something that every object has.
function covariateColumns(name: string): FileColumn[] {
  return (['a', 'b'] as const).map((side) => ({
    name: `${name}_${side}`,
    kind: 'number',
    read: ({ covariates }) =>
      covariates !== undefined && Object.hasOwn(covariates, name) ? covariates[name][side] : undefined,
  }));
}

function labelColumn(name: string): FileColumn {
  return {
    name,
    kind: 'text',
    read: ({ labels }) => (labels !== undefined && Object.hasOwn(labels, name) ? labels[name] : undefined),
  };
}

function unlessEmpty<Item>(list: readonly Item[] | undefined): readonly Item[] | undefined {
  return list === undefined || list.length === 0 ? undefined : list;
}
