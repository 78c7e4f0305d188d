import { reasonOf, SourceBroken } from './errors.ts';
import { type ObjectBlock, ObjectRows } from './object-table.ts';

/**
 * Blocks of rows from the bytes of a JSON array of objects, parsed as a stream. After a fault in the text nothing more
 * can be told apart, so it ends the reading with an error.
 */
export async function* jsonArrayBlocks(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<ObjectBlock, void> {
  const { JSONParser } = await import('@streamparser/json');
  const rows = new ObjectRows();
  let elements = 0;
  let isWhole = false;
  const parser = new JSONParser({ paths: ['$.*'], keepStack: false });
  parser.onValue = ({ value }) => rows.add(++elements, value);
  parser.onEnd = () => {
    isWhole = true;
  };

  for await (const chunk of chunks) {
    try {
      // What follows the closing bracket is white space or a fault that does no harm any more.
      if (!isWhole) parser.write(chunk);
    } catch (cause) {
      throw new SourceBroken(name, `its JSON is at fault after element ${elements}: ${reasonOf(cause)}`, { cause });
    }
    const block = rows.take();
    if (block) yield block;
  }
  if (!isWhole) throw new SourceBroken(name, `its JSON array ends early, after element ${elements}.`);
}
