import { reasonOf, SourceBroken } from './errors.ts';
import { type ObjectBlock, ObjectRows } from './object-table.ts';

const newline = 0x0a;

/** No line may be longer: a file without line breaks must not be gathered in memory. */
const longestLine = 2 ** 28;

/**
 * Blocks of rows from the bytes of a JSONL file. Lines are told on bytes, so a border between two chunks may lie
 * anywhere; a line that is no JSON object is a broken row, and the reading goes on.
 */
export async function* jsonlBlocks(name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ObjectBlock, void> {
  const rows = new ObjectRows();
  let line = 0;
  let pending: Buffer[] = [];
  let pendingBytes = 0;

  function addLine(bytes: Buffer, start: number, end: number): void {
    line++;
    const text = bytes.toString('utf8', start, end);
    if (text === '' || text.trim() === '') return;
    try {
      rows.add(line, JSON.parse(text));
    } catch (cause) {
      rows.addBroken({ line, detail: `invalid JSON: ${reasonOf(cause)}`, raw: text });
    }
  }

  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = 0;
    let end = bytes.indexOf(newline);
    if (end >= 0 && pendingBytes > 0) {
      pending.push(bytes.subarray(0, end));
      const whole = Buffer.concat(pending);
      addLine(whole, 0, whole.length);
      pending = [];
      pendingBytes = 0;
      start = end + 1;
      end = bytes.indexOf(newline, start);
    }
    for (; end >= 0; end = bytes.indexOf(newline, start)) {
      addLine(bytes, start, end);
      start = end + 1;
    }
    if (start < bytes.length) {
      pending.push(bytes.subarray(start));
      pendingBytes += bytes.length - start;
    }
    if (pendingBytes > longestLine) throw new SourceBroken(name, `line ${line + 1} is longer than 256 MB.`);
    const block = rows.take();
    if (block) yield block;
  }
  if (pendingBytes > 0) addLine(Buffer.concat(pending), 0, pendingBytes);
  const block = rows.take();
  if (block) yield block;
}
