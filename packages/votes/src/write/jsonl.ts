import type { VoteRecord } from '../record.ts';
import { type FileColumn, leadingColumns, refuseClashes, trailingColumns } from './layout.ts';
import { textChunks } from './text-chunks.ts';
import { finite, isoTime, messagesJson } from './values.ts';

/** Votes as lines of JSON. A vote's line holds the fields that it has; the file needs no columns. */
export async function* encodeJsonl(batches: AsyncIterable<readonly VoteRecord[]>): AsyncGenerator<Uint8Array> {
  yield* textChunks(lines(batches));
}

/**
 * One vote as a line of our own format, with its newline: the same vote is always the same line, whatever the order of its keys.
 *
 * @example voteLine({ outcome: 'a', modelB: 'y', modelA: 'x' }) // '{"model_a":"x","model_b":"y","outcome":"a"}\n'
 */
export function voteLine(vote: VoteRecord): string {
  // Put together by hand: as keys of an object, labels that are numbers would go first and one named __proto__ would be lost.
  let line = '';
  for (const column of leadingColumns) line += fieldMember(vote, column);
  if (vote.covariates !== undefined || vote.labels !== undefined) line += namedMembers(vote);
  for (const column of trailingColumns) line += fieldMember(vote, column);
  return `{${line.slice(1)}}\n`;
}

async function* lines(batches: AsyncIterable<readonly VoteRecord[]>): AsyncGenerator<string[]> {
  for await (const batch of batches) yield batch.map(voteLine);
}

function fieldMember(vote: VoteRecord, column: FileColumn): string {
  const value = jsonValue(vote, column);
  // The names of fields have no sign that would have to be escaped.
  return value === undefined ? '' : `,"${column.name}":${value}`;
}

function namedMembers({ covariates = {}, labels = {} }: VoteRecord): string {
  const names = { covariates: Object.keys(covariates).sort(), labels: Object.keys(labels).sort() };
  refuseClashes(names);
  let members = '';
  for (const name of names.covariates) {
    for (const side of ['a', 'b'] as const) {
      const column = `${name}_${side}`;
      members += `,${JSON.stringify(column)}:${finite(column, covariates[name][side])}`;
    }
  }
  for (const name of names.labels) members += `,${JSON.stringify(name)}:${JSON.stringify(labels[name])}`;
  return members;
}

function jsonValue(vote: VoteRecord, column: FileColumn): string | undefined {
  const { name } = column;
  if (column.kind === 'messages') {
    const messages = column.read(vote);
    return messages === undefined ? undefined : messagesJson(messages);
  }
  if (column.kind === 'text' || column.kind === 'tags') return JSON.stringify(column.read(vote));
  const number = column.read(vote);
  if (number === undefined) return undefined;
  return column.kind === 'time' ? `"${isoTime(name, number)}"` : String(finite(name, number));
}
