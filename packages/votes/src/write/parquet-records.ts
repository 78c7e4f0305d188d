import type { VoteRecord } from '../record.ts';
import { columnGuard, type FileColumns } from './file-columns.ts';
import { type FileColumn, fileLayout } from './layout.ts';
import { encodeParquet, groupRows, type ParquetColumn, type RowGroup } from './parquet.ts';
import { finite, messagesJson, milliseconds, wellFormed } from './values.ts';

/** How many characters of text a row group may hold before it ends early: conversations of 100,000 rows may be gigabytes. */
const groupCharacters = 1 << 26;

/** Votes as Parquet. Tags are a list of strings, conversations are JSON as text. */
export function encodeParquetRecords(
  batches: AsyncIterable<readonly VoteRecord[]>,
  columns: FileColumns,
): AsyncGenerator<Uint8Array> {
  const layout = fileLayout(columns);
  return encodeParquet(layout.map(parquetColumn), rowGroups(batches, layout, columnGuard(columns)));
}

type Value = string | number | readonly string[] | null;

async function* rowGroups(
  batches: AsyncIterable<readonly VoteRecord[]>,
  layout: readonly FileColumn[],
  guard: (vote: VoteRecord, row: number) => void,
): AsyncGenerator<RowGroup> {
  const empty = () => layout.map((): Value[] => []);
  let group = empty();
  let characters = 0;
  let row = 0;
  for await (const batch of batches) {
    for (const vote of batch) {
      guard(vote, ++row);
      layout.forEach((column, at) => {
        const value = parquetValue(vote, column);
        if (typeof value === 'string') characters += value.length;
        group[at].push(value);
      });
      if (group[0].length < groupRows && characters < groupCharacters) continue;
      yield group;
      group = empty();
      characters = 0;
    }
  }
  yield group;
}

function parquetColumn({ name, kind }: FileColumn, index: number): ParquetColumn {
  const types = {
    text: 'text',
    number: 'double',
    integer: 'integer',
    time: 'time',
    tags: 'tags',
    messages: 'text',
  } as const;
  // The models and the outcome come first and are in every vote.
  return { name, type: types[kind], isRequired: index < 3 };
}

function parquetValue(vote: VoteRecord, column: FileColumn): Value {
  const { name } = column;
  switch (column.kind) {
    case 'text': {
      const text = column.read(vote);
      return text === undefined ? null : wellFormed(name, text);
    }
    case 'tags':
      return column.read(vote)?.map((tag) => wellFormed(name, tag)) ?? null;
    case 'messages': {
      const messages = column.read(vote);
      return messages === undefined ? null : messagesJson(messages);
    }
    default: {
      const number = column.read(vote);
      if (number === undefined) return null;
      return column.kind === 'time' ? milliseconds(name, number) : finite(name, number);
    }
  }
}
