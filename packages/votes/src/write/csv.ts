import type { VoteRecord } from '../record.ts';
import { ValueNotWritable } from './errors.ts';
import { columnGuard, type FileColumns } from './file-columns.ts';
import { type FileColumn, fileLayout } from './layout.ts';
import { textChunks } from './text-chunks.ts';
import { finite, isoTime, messagesJson, wellFormed } from './values.ts';

/**
 * Votes as CSV after RFC 4180 but for lines that end in LF: a header, then one row a vote. Tags are `a|b`, conversations are JSON,
 * and what a vote lacks is an empty cell, as is a label that is the empty string.
 *
 * A cell that a spreadsheet would take for a formula, such as `=1+1`, is written as it is: a file of data is not changed for the
 * sake of one program. Open a file from strangers as data there, not by a double click.
 */
export async function* encodeCsv(
  batches: AsyncIterable<readonly VoteRecord[]>,
  columns: FileColumns,
): AsyncGenerator<Uint8Array> {
  yield* textChunks(lines(batches, columns));
}

/**
 * A cell of CSV, quoted where it must be.
 *
 * @example csvCell('say "hi"') // '"say ""hi"""'
 */
export function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function* lines(batches: AsyncIterable<readonly VoteRecord[]>, columns: FileColumns): AsyncGenerator<string[]> {
  const layout = fileLayout(columns);
  const guard = columnGuard(columns);
  let row = 0;
  yield [`${layout.map(({ name }) => csvCell(wellFormed('A column', name))).join(',')}\n`];
  for await (const batch of batches) {
    yield batch.map((vote) => {
      guard(vote, ++row);
      return `${layout.map((column) => cellText(vote, column)).join(',')}\n`;
    });
  }
}

function cellText(vote: VoteRecord, column: FileColumn): string {
  const { name } = column;
  if (column.kind === 'text') return csvCell(wellFormed(name, column.read(vote) ?? ''));
  if (column.kind === 'tags') return csvCell((column.read(vote) ?? []).map((tag) => tagText(name, tag)).join('|'));
  if (column.kind === 'messages') {
    const messages = column.read(vote);
    return messages === undefined ? '' : csvCell(messagesJson(messages));
  }
  // Neither a number nor a time holds a sign that would have to be quoted.
  const number = column.read(vote);
  if (number === undefined) return '';
  return column.kind === 'time' ? isoTime(name, number) : String(finite(name, number));
}

function tagText(column: string, tag: string): string {
  if (tag.includes('|')) throw new ValueNotWritable(column, tag, 'in CSV the sign | stands between tags');
  return wellFormed(column, tag);
}
