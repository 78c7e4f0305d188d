import type { DecodedArray, SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';

/** A column of a Parquet file. */
export interface ParquetColumn {
  readonly name: string;
  readonly type: 'text' | 'float' | 'double' | 'integer' | 'time' | 'tags';
  readonly isRequired?: boolean;
}

/** The values of some rows, one array a column. */
export type RowGroup = readonly DecodedArray[];

/** Rows in one row group. A smaller one costs dictionaries, a larger one memory. */
export const groupRows = 100_000;

/**
 * A Parquet file, group by group: snappy, strings in dictionaries where these at least halve them, time as TIMESTAMP in
 * milliseconds, tags as LIST of strings.
 */
export async function* encodeParquet(
  columns: readonly ParquetColumn[],
  groups: AsyncIterable<RowGroup> | Iterable<RowGroup>,
): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter(1 << 20);
  const schema = [{ name: 'root', num_children: columns.length }, ...columns.flatMap(schemaOf)];
  const file = new ParquetWriter({ writer: bytes, schema, codec: 'SNAPPY', createdBy: 'agon' });
  for await (const group of groups) {
    const rows = group[0].length;
    if (rows === 0) continue;
    file.write({
      // Least and greatest value serve a query by time; of the other columns nobody asks them, and they cost a third of the work.
      columnData: columns.map(({ name, type }, at) => ({ name, data: group[at], statistics: type === 'time' })),
      rowGroupSize: rows,
    });
    yield taken(bytes);
  }
  file.finish();
  yield taken(bytes);
}

// A copy, as the writer goes on in the same buffer while the chunk may still wait for the disk.
function taken(bytes: ByteWriter): Uint8Array {
  const chunk = bytes.getBytes().slice();
  bytes.index = 0;
  return chunk;
}

function schemaOf({ name, type, isRequired = false }: ParquetColumn): SchemaElement[] {
  const repetition_type = isRequired ? 'REQUIRED' : 'OPTIONAL';
  switch (type) {
    case 'text':
      return [{ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type }];
    case 'float':
      return [{ name, type: 'FLOAT', repetition_type }];
    case 'double':
      return [{ name, type: 'DOUBLE', repetition_type }];
    case 'integer':
      return [{ name, type: 'INT32', repetition_type }];
    case 'time':
      return [{ name, type: 'INT64', converted_type: 'TIMESTAMP_MILLIS', repetition_type }];
    case 'tags':
      return [
        { name, converted_type: 'LIST', repetition_type, num_children: 1 },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
      ];
  }
}
