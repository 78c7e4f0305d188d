import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { openOutput, type WriteTarget } from './output.ts';

/** How {@link writeChunks} writes. */
export interface ChunkOptions {
  readonly gzip: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Writes chunks to a target, all of them or, for a file, nothing. Gives the number of bytes written. */
export async function writeChunks(
  chunks: AsyncIterable<Uint8Array>,
  target: WriteTarget,
  { gzip, signal }: ChunkOptions,
): Promise<number> {
  signal?.throwIfAborted();
  const output = await openOutput(target);
  let bytes = 0;
  const send = async (source: AsyncIterable<Uint8Array>) => {
    for await (const chunk of source) {
      signal?.throwIfAborted();
      await output.write(chunk);
      bytes += chunk.byteLength;
    }
  };
  try {
    await unlessAborted(gzip ? pipeline(chunks, createGzip(), sameHeader, send) : send(chunks), signal);
    await output.commit();
  } catch (error) {
    await output.discard();
    throw error;
  }
  return bytes;
}

// The work itself sees the signal only at its next chunk, and a source may be silent for long.
async function unlessAborted(work: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return work;
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  signal.addEventListener('abort', abort);
  // It may have been given while the target was being opened.
  if (signal.aborted) abort();
  try {
    await Promise.race([work, promise]);
    signal.throwIfAborted();
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

const systemByte = 9;
const unknownSystem = 255;

// The header names the operating system, and the same votes are to give the same bytes on all of them (RFC 1952, section 2.3.1).
async function* sameHeader(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const chunk of source) {
    if (isFirst) chunk[systemByte] = unknownSystem;
    isFirst = false;
    yield chunk;
  }
}
