import { UnknownColumn, UnknownField, UnknownLayout } from './errors.ts';
import { type CellSource, type Layout, layouts, outcomeColumns, tableLayout } from './layouts.ts';
import { type FieldName, fieldNames, type ReadOptions, type Want } from './options.ts';
import type { Table } from './table.ts';

/** One number a side. */
export interface PlannedCovariate {
  readonly name: string;
  readonly a: CellSource;
  readonly b: CellSource;
  /** The caller named it: a cell that is no number is a bad value. Otherwise it counts as none. */
  readonly isStrict: boolean;
}

/** What to read from a table, and how. */
export interface Plan {
  readonly layout: Layout;
  readonly fields: ReadonlyMap<FieldName, CellSource>;
  readonly covariates: readonly PlannedCovariate[];
  readonly labels: readonly string[];
}

/** Finds the layout of a table, puts the caller's columns over it and keeps what is wanted. */
export function planTable(source: string, table: Table, { columns = {}, want }: ReadOptions): Plan {
  const named = namedColumns(source, table, columns);
  const layout = detectLayout(table.columns) ?? tableLayout;
  const fields = new Map<FieldName, CellSource>();
  for (const field of fieldNames) {
    const source = named.fields.get(field) ?? layout.fields[field];
    const isThere = source?.columns.some((column) => table.isOpenEnded || table.columns.includes(column));
    if (source && isThere) fields.set(field, source);
  }
  requireFields(source, table, { layout, fields, named: named.fields });
  const covariates = [...named.covariates, ...layoutCovariates(layout, table), ...pairs(layout, fields, table)];
  for (const field of fieldNames) {
    if (!isWanted(field, want, layout, named.fields.has(field))) fields.delete(field);
  }
  return { layout, fields, covariates: wantedCovariates(covariates, want), labels: want?.labels ?? [] };
}

/** The layout whose columns are all there; `undefined` where none fits. */
export function detectLayout(columns: readonly string[]): Layout | undefined {
  const found = new Set(columns);
  return layouts.find(
    ({ needs, lacks = [] }) =>
      needs.every((need) => (typeof need === 'string' ? found.has(need) : need.some((one) => found.has(one)))) &&
      !lacks.some((one) => found.has(one)),
  );
}

function namedColumns(source: string, table: Table, columns: NonNullable<ReadOptions['columns']>) {
  const fields = new Map<FieldName, CellSource>();
  const sides = new Map<string, { a?: CellSource; b?: CellSource }>();
  for (const [field, column] of Object.entries(columns)) {
    if (column === undefined) continue;
    if (!table.columns.includes(column)) throw new UnknownColumn(source, column, table.columns);
    const known = fieldNames.find((name) => name === field);
    const side = /^(.+)_([ab])$/.exec(field);
    if (known) fields.set(known, namedField(known, column));
    else if (side) sides.set(side[1], { ...sides.get(side[1]), [side[2]]: { columns: [column] } });
    else throw new UnknownField(field, fieldNames);
  }
  const covariates: PlannedCovariate[] = [];
  for (const [name, { a, b }] of sides) {
    if (!a || !b) throw new UnknownField(`${name}_${a ? 'a' : 'b'}" without "${name}_${a ? 'b' : 'a'}`, fieldNames);
    covariates.push({ name, a, b, isStrict: true });
  }
  return { fields, covariates };
}

/** A column that the caller names is read as our own format would read it. */
function namedField(field: FieldName, column: string): CellSource {
  const own = tableLayout.fields[field];
  return { ...(field === 'tags' || field.startsWith('conversation_') ? own : {}), columns: [column] };
}

function requireFields(
  source: string,
  table: Table,
  plan: { layout: Layout; fields: ReadonlyMap<FieldName, CellSource>; named: ReadonlyMap<FieldName, CellSource> },
): void {
  if (plan.layout !== tableLayout) return;
  const missing = (['model_a', 'model_b', 'outcome'] as const).filter((field) => {
    const columns = field === 'outcome' ? outcomeColumns : [field];
    return !plan.named.has(field) && !columns.some((column) => table.columns.includes(column));
  });
  if (missing.length > 0) throw new UnknownLayout(source, table.columns, missing);
}

function layoutCovariates(layout: Layout, table: Table): PlannedCovariate[] {
  return Object.entries(layout.covariates ?? {})
    .filter(([, { a }]) => a.columns.some((column) => table.isOpenEnded || table.columns.includes(column)))
    .map(([name, { a, b }]) => ({ name, a, b, isStrict: false }));
}

/** Any two columns NAME_a and NAME_b that hold numbers and no field. */
function pairs(layout: Layout, fields: ReadonlyMap<FieldName, CellSource>, table: Table): PlannedCovariate[] {
  const taken = new Set([...fields.values()].flatMap((source) => source.columns));
  const found: PlannedCovariate[] = [];
  for (const column of table.columns) {
    if (!column.endsWith('_a') || column.length < 3) continue;
    const stem = column.slice(0, -2);
    const other = `${stem}_b`;
    if (!table.columns.includes(other) || taken.has(column) || taken.has(other)) continue;
    if (!table.isNumeric(column) || !table.isNumeric(other)) continue;
    const prefix = layout.pairPrefix ?? '';
    const name = stem.startsWith(prefix) && stem.length > prefix.length ? stem.slice(prefix.length) : stem;
    found.push({ name, a: { columns: [column] }, b: { columns: [other] }, isStrict: false });
  }
  return found;
}

/** The first of each name: what the caller named stands before what the layout says, and that before a pair. */
function wantedCovariates(covariates: readonly PlannedCovariate[], want: Want | undefined): PlannedCovariate[] {
  const wanted = want ? (want.covariates ?? []) : 'all';
  const found = new Map<string, PlannedCovariate>();
  for (const covariate of covariates) {
    if (found.has(covariate.name)) continue;
    if (wanted === 'all') found.set(covariate.name, covariate);
    else if (wanted.includes(covariate.name)) found.set(covariate.name, { ...covariate, isStrict: true });
  }
  return [...found.values()];
}

function isWanted(field: FieldName, want: Want | undefined, layout: Layout, isNamed: boolean): boolean {
  switch (field) {
    case 'model_a':
    case 'model_b':
    case 'outcome':
      return true;
    case 'conversation_a':
    case 'conversation_b':
      return want?.conversations === true;
    case 'prompt':
      return want ? want.prompt === true : isNamed || layout.promptIsText !== true;
    default:
      return want ? want[field] === true : true;
  }
}
