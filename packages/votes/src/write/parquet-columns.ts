import type { DecodedArray } from 'hyparquet';
import { type CodedColumn, MISSING, type VoteColumns } from '../columns.ts';
import { outcomes } from '../record.ts';
import { columnsOf } from './file-columns.ts';
import { fileLayout } from './layout.ts';
import { encodeParquet, groupRows, type ParquetColumn, type RowGroup } from './parquet.ts';
import { finite, milliseconds, wellFormed } from './values.ts';

/** A column that can be cut into row groups. */
interface Source extends ParquetColumn {
  readonly values: (start: number, end: number) => DecodedArray;
}

/** Columns of votes as Parquet, without a record for each vote. Covariates are written as the 32-bit floats that they are. */
export function encodeParquetColumns(columns: VoteColumns): AsyncGenerator<Uint8Array> {
  const sources = sourcesOf(columns);
  return encodeParquet(sources, rowGroups(sources, columns.length));
}

function* rowGroups(sources: readonly Source[], length: number): Generator<RowGroup> {
  for (let start = 0; start < length; start += groupRows) {
    const end = Math.min(length, start + groupRows);
    yield sources.map(({ values }) => values(start, end));
  }
}

function sourcesOf(columns: VoteColumns): Source[] {
  const byName = new Map([...fieldSources(columns), ...namedSources(columns)].map((source) => [source.name, source]));
  return fileLayout(columnsOf(columns)).map(({ name }) => byName.get(name) ?? fail(name));
}

function* fieldSources(columns: VoteColumns): Generator<Source> {
  const { models, voter, time, battle, turn, prompt, language, tags, weight } = columns;
  yield { ...text('model_a', { codes: columns.modelA, names: models }), isRequired: true };
  yield { ...text('model_b', { codes: columns.modelB, names: models }), isRequired: true };
  yield { ...text('outcome', { codes: Uint32Array.from(columns.outcome), names: outcomes }), isRequired: true };
  for (const [name, column] of Object.entries({ voter, battle, prompt, language })) {
    if (column !== undefined) yield text(name, column);
  }
  if (time !== undefined) yield numbers('time', 'time', time);
  if (turn !== undefined) yield turns(turn);
  if (tags !== undefined) yield tagLists(tags);
  if (weight !== undefined) yield numbers('weight', 'double', weight);
}

function* namedSources({ covariates, labels }: VoteColumns): Generator<Source> {
  for (const [name, { a, b }] of Object.entries(covariates)) {
    yield numbers(`${name}_a`, 'float', a);
    yield numbers(`${name}_b`, 'float', b);
  }
  for (const [name, column] of Object.entries(labels)) yield text(name, column);
}

function text(name: string, column: CodedColumn): Source {
  for (const value of column.names) wellFormed(name, value);
  return { name, type: 'text', values: coded(column.codes, column.names) };
}

function tagLists({ codes, names }: CodedColumn): Source {
  const lists = names.map((joined) => joined.split('|').map((tag) => wellFormed('tags', tag)));
  return { name: 'tags', type: 'tags', values: coded(codes, lists) };
}

function coded(codes: Uint32Array, values: readonly unknown[]): Source['values'] {
  return (start, end) => cells(end - start, (at) => (codes[start + at] === MISSING ? null : values[codes[start + at]]));
}

function numbers(name: string, type: 'time' | 'double' | 'float', column: Float32Array | Float64Array): Source {
  const checked = type === 'time' ? milliseconds : finite;
  const values = (start: number, end: number) =>
    cells(end - start, (at) => (Number.isNaN(column[start + at]) ? null : checked(name, column[start + at])));
  return { name, type, values };
}

function turns(turn: Uint16Array): Source {
  return {
    name: 'turn',
    type: 'integer',
    values: (start, end) => cells(end - start, (at) => turn[start + at] || null),
  };
}

// A loop into an array of known length: Array.from with a function takes four times as long.
function cells<Value>(length: number, valueAt: (at: number) => Value): Value[] {
  const values = new Array<Value>(length);
  for (let at = 0; at < length; at++) values[at] = valueAt(at);
  return values;
}

function fail(name: string): never {
  throw new Error(`The layout has a column "${name}" that the votes lack.`);
}
