import * as zlib from 'node:zlib';
import type { CompressionCodec, Compressors } from 'hyparquet';

/** What this version of Node decompresses itself, much faster than code written in JavaScript. */
const native: Compressors = {
  GZIP: (input) => zlib.gunzipSync(input),
  BROTLI: (input) => zlib.brotliDecompressSync(input),
  // Node 20 has none.
  ...('zstdDecompressSync' in zlib ? { ZSTD: (input: Uint8Array) => zlib.zstdDecompressSync(input) } : {}),
};

/** Decompressors for the codecs of a file; the larger package is loaded only where one of them needs it. */
export async function compressorsFor(codecs: ReadonlySet<CompressionCodec | undefined>): Promise<Compressors> {
  const needsMore = [...codecs].some(
    (codec) => codec && codec !== 'UNCOMPRESSED' && codec !== 'SNAPPY' && !native[codec],
  );
  if (!needsMore) return native;
  const { compressors } = await import('hyparquet-compressors');
  return { ...compressors, ...native };
}
