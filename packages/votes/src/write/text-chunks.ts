const chunkLength = 1 << 16;

/**
 * Lines of text as chunks of UTF-8. Where a chunk ends hangs on the lines alone and not on how they came in batches, so that a
 * compressor behind it gives the same bytes.
 */
export async function* textChunks(batches: AsyncIterable<readonly string[]>): AsyncGenerator<Uint8Array> {
  let text = '';
  for await (const batch of batches) {
    for (const line of batch) {
      text += line;
      if (text.length < chunkLength) continue;
      yield Buffer.from(text, 'utf8');
      text = '';
    }
  }
  if (text !== '') yield Buffer.from(text, 'utf8');
}
