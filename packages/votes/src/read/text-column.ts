import type { ColumnMetaData, Compressors, SchemaElement } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { decompressPage } from 'hyparquet/src/datapage.js';
import { snappyUncompress } from 'hyparquet/src/snappy.js';
import { MISSING } from '../columns.ts';
import type { Dictionary } from './dictionary.ts';
import type { PageMemory } from './page-memory.ts';
import { readHybrid } from './rle-hybrid.ts';

/** A column of texts in one row group. */
export interface TextChunk {
  readonly bytes: ArrayBuffer;
  readonly facts: ColumnMetaData;
  readonly element: SchemaElement;
  readonly rows: number;
  readonly compressors: Compressors;
  readonly memory: PageMemory;
}

const known = new Set(['PLAIN', 'PLAIN_DICTIONARY', 'RLE_DICTIONARY', 'RLE', 'BIT_PACKED']);

/** Whether {@link readTextChunk} can read a column: a text for each row, in the encodings that nearly all files have. */
export function isReadable(element: SchemaElement, facts: ColumnMetaData): boolean {
  return element.repetition_type !== 'REPEATED' && facts.encodings.every((encoding) => known.has(encoding));
}

/**
 * The codes of a column of texts in one row group, `MISSING` where a row has none. A text in a dictionary page is looked
 * up once; rows then only copy its code. This makes no object a row, unlike the general reader, which costs five times
 * as much on a column that may be null.
 */
export function readTextChunk(chunk: TextChunk, dictionary: Dictionary): Uint32Array {
  const codes = new Uint32Array(chunk.rows);
  const reader = { view: new DataView(chunk.bytes), offset: 0 };
  let entries = new Uint32Array(0);
  let row = 0;
  while (row < chunk.rows) {
    const header = parquetHeader(reader);
    const packed = new Uint8Array(chunk.bytes, reader.offset, header.compressed_page_size);
    reader.offset += header.compressed_page_size;
    if (header.type === 'DICTIONARY_PAGE') {
      const count = header.dictionary_page_header?.num_values ?? 0;
      const page = unpack(packed, header.uncompressed_page_size, chunk);
      entries = new Uint32Array(count);
      dictionary.codesOfBytes(page, entries);
    } else if (header.data_page_header || header.data_page_header_v2) {
      const page = openPage(header, packed, chunk);
      if (row + page.rows > chunk.rows) throw new Error('a page has more rows than its row group');
      const present = page.present === undefined ? page.rows : countOnes(page.present);
      const values = codes.subarray(row, row + present);
      if (page.encoding === 'PLAIN') dictionary.codesOfBytes(page.values, values);
      else readIndices(page.values, entries, values);
      if (page.present && present < page.rows) spread(codes.subarray(row, row + page.rows), present, page.present);
      row += page.rows;
    }
  }
  return codes;
}

/** A data page: which rows have a value, and the bytes of the values. */
interface Page {
  readonly rows: number;
  /** 1 for each row with a value; `undefined` where all have one. */
  readonly present?: Uint32Array;
  readonly encoding: string;
  readonly values: Uint8Array;
}

function openPage(header: ReturnType<typeof parquetHeader>, packed: Uint8Array, chunk: TextChunk): Page {
  const isOptional = chunk.element.repetition_type !== 'REQUIRED';
  const second = header.data_page_header_v2;
  if (second) {
    const levels = second.definition_levels_byte_length + second.repetition_levels_byte_length;
    const size = header.uncompressed_page_size - levels;
    const body = packed.subarray(levels);
    const isPacked = second.is_compressed !== false;
    const values = isPacked ? unpack(body, size, chunk) : body;
    const facts = { rows: second.num_rows, encoding: second.encoding, values };
    if (!isOptional || second.num_nulls === 0) return facts;
    return { ...facts, present: readHybrid(packed.subarray(0, levels), 1, new Uint32Array(second.num_rows)) };
  }
  const first = header.data_page_header;
  const page = unpack(packed, header.uncompressed_page_size, chunk);
  const facts = { rows: first?.num_values ?? 0, encoding: first?.encoding ?? '' };
  if (!isOptional) return { ...facts, values: page };
  const length = new DataView(page.buffer, page.byteOffset, page.byteLength).getUint32(0, true);
  const present = readHybrid(page.subarray(4, 4 + length), 1, new Uint32Array(facts.rows));
  return { ...facts, present, values: page.subarray(4 + length) };
}

function unpack(packed: Uint8Array, size: number, { facts, compressors, memory }: TextChunk): Uint8Array {
  if (facts.codec !== 'SNAPPY') return decompressPage(packed, size, facts.codec, compressors);
  const page = memory.take(size);
  snappyUncompress(packed, page);
  return page;
}

/** Places in the dictionary page, in as many bits as the first byte says. */
function readIndices(page: Uint8Array, entries: Uint32Array, into: Uint32Array): void {
  const width = page[0] ?? 0;
  if (width > 0) readHybrid(page.subarray(1), width, into);
  else into.fill(0);
  for (let index = 0; index < into.length; index++) {
    if (into[index] >= entries.length) throw new Error('a page names a text that its dictionary does not have');
    into[index] = entries[into[index]];
  }
}

function countOnes(flags: Uint32Array): number {
  let count = 0;
  for (let index = 0; index < flags.length; index++) count += flags[index];
  return count;
}

/** Moves the values, which stand at the front, to the rows that have one: from the end, so that none is lost. */
function spread(codes: Uint32Array, count: number, present: Uint32Array): void {
  let next = count - 1;
  for (let row = codes.length - 1; row >= 0; row--) codes[row] = present[row] === 1 ? codes[next--] : MISSING;
}
