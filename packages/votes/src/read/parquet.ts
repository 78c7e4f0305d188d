import type { AsyncBuffer, Compressors, FileMetaData, RowGroup, SchemaElement } from 'hyparquet';
import { compressorsFor } from './compressors.ts';
import type { Dictionary } from './dictionary.ts';
import { reasonOf, SourceBroken } from './errors.ts';
import { PageMemory } from './page-memory.ts';
import { ParquetBlock } from './parquet-block.ts';
import type { Block, Table, Wanted } from './table.ts';

/** A Parquet file whose metadata were read. */
interface ParquetFile {
  readonly name: string;
  readonly file: AsyncBuffer;
  readonly metadata: FileMetaData;
  readonly compressors: Compressors;
  readonly memory: PageMemory;
}

/** The table of a Parquet file, one block a row group; only the wanted columns are read. */
export async function parquetTable(name: string, file: AsyncBuffer): Promise<Table> {
  const { parquetMetadataAsync, parquetSchema } = await import('hyparquet');
  try {
    const metadata = await parquetMetadataAsync(file, { geoparquet: false });
    const fields = parquetSchema(metadata).children;
    const elements = new Map(fields.map((field) => [field.element.name, field.element]));
    const codecs = metadata.row_groups.flatMap((group) => group.columns.map((column) => column.meta_data?.codec));
    const compressors = await compressorsFor(new Set(codecs));
    const parquet = { name, file, metadata, compressors, memory: new PageMemory() };
    return {
      format: 'parquet',
      columns: fields.map((field) => field.element.name),
      isOpenEnded: false,
      isNumeric: (column) => isNumber(elements.get(column)),
      blocks: (wanted) => parquetBlocks(parquet, elements, wanted),
    };
  } catch (cause) {
    throw broken(name, cause);
  }
}

function broken(name: string, cause: unknown): SourceBroken {
  return new SourceBroken(name, `its Parquet cannot be decoded: ${reasonOf(cause)}.`, { cause });
}

async function* parquetBlocks(
  parquet: ParquetFile,
  elements: ReadonlyMap<string, SchemaElement>,
  wanted: readonly Wanted[],
): AsyncGenerator<Block, void> {
  const fileRows = parquet.metadata.row_groups.reduce((rows, group) => rows + Number(group.num_rows), 0);
  let rowStart = 0;
  for (const group of parquet.metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    const block = new ParquetBlock({ rowStart, rowEnd, fileRows });
    for (const { column, dictionary } of wanted) {
      const element = elements.get(column);
      if (!element) continue;
      const place = { column, rowStart, rowEnd };
      const codes = dictionary && (await readCodes(parquet, element, place, group, dictionary));
      if (codes) block.addCodes(column, dictionary, codes);
      else block.addValues(column, await readChunks(parquet, place));
    }
    if (block.rows > 0) yield block;
    rowStart = rowEnd;
  }
}

/** A column of a row group. */
interface ColumnOfGroup {
  readonly column: string;
  readonly rowStart: number;
  readonly rowEnd: number;
}

/** The codes of a column of texts; `undefined` where the column is of another kind or in a rare encoding. */
async function readCodes(
  { name, file, compressors, memory }: ParquetFile,
  element: SchemaElement,
  { column, rowStart, rowEnd }: ColumnOfGroup,
  group: RowGroup,
  dictionary: Dictionary,
): Promise<Uint32Array | undefined> {
  const facts = group.columns.find(({ meta_data: data }) => data?.path_in_schema[0] === column)?.meta_data;
  if (!facts || !isPlainText(element)) return undefined;
  const { isReadable, readTextChunk } = await import('./text-column.ts');
  if (!isReadable(element, facts)) return undefined;
  // Some writers leave the place of the dictionary out, or write 0.
  const start = Number(facts.dictionary_page_offset || facts.data_page_offset);
  try {
    const bytes = await file.slice(start, start + Number(facts.total_compressed_size));
    return readTextChunk({ bytes, facts, element, rows: rowEnd - rowStart, compressors, memory }, dictionary);
  } catch (cause) {
    throw broken(name, cause);
  }
}

/** The decoded pages of a column. */
async function readChunks(
  { name, file, metadata, compressors }: ParquetFile,
  { column, rowStart, rowEnd }: ColumnOfGroup,
): Promise<ArrayLike<unknown>[]> {
  const { parquetRead } = await import('hyparquet');
  const chunks: ArrayLike<unknown>[] = [];
  const onChunk = (chunk: { columnData: ArrayLike<unknown> }) => chunks.push(chunk.columnData);
  try {
    await parquetRead({ file, metadata, columns: [column], rowStart, rowEnd, compressors, geoparquet: false, onChunk });
  } catch (cause) {
    throw broken(name, cause);
  }
  return chunks;
}

/** Whether a column holds texts and nothing that they would be turned into. */
function isPlainText({ type, converted_type: converted, logical_type: logical }: SchemaElement): boolean {
  if (type !== 'BYTE_ARRAY') return false;
  if (converted !== undefined) return converted === 'UTF8' || converted === 'ENUM';
  return logical === undefined || logical.type === 'STRING' || logical.type === 'ENUM';
}

function isNumber(element: SchemaElement | undefined): boolean {
  if (!element?.type || element.repetition_type === 'REPEATED') return false;
  const { type, converted_type: converted, logical_type: logical } = element;
  if (converted === 'DECIMAL') return true;
  const isWhole = converted === undefined || /^U?INT/.test(converted);
  const isPlain = logical === undefined || logical.type === 'INTEGER' || logical.type === 'NULL';
  return isWhole && isPlain && /^(BOOLEAN|INT32|INT64|FLOAT|DOUBLE)$/.test(type);
}
