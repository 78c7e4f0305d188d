import { type FileHandle, open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { reasonOf, SourceBroken, SourceEmpty, SourceNotOpened, type VoteFileError } from './errors.ts';
import type { Source } from './options.ts';

/** The bytes of a source, decompressed, and how far the reading of the source itself is. */
export interface OpenedBytes {
  readonly chunks: AsyncGenerator<Uint8Array, void>;
  /** The first bytes, up to the first that is no white space; they come again in `chunks`. */
  readonly head: Uint8Array;
  readonly gzip: boolean;
  /** Of the file on disk, where there is one. */
  readonly bytesTotal?: number;
  /** Where random access is possible: a plain file that is not compressed. */
  readonly file?: string;
  bytesRead(): number;
  close(): Promise<unknown>;
}

const chunkBytes = 2 ** 20;
const byteOrderMark = [0xef, 0xbb, 0xbf];

/** Opens a source and undoes gzip, told by its first bytes. */
export async function openBytes(source: Source): Promise<OpenedBytes> {
  let bytesRead = 0;
  const { chunks, bytesTotal, isFile } = await openRaw(source);
  async function* counted(): AsyncGenerator<Uint8Array, void> {
    for await (const chunk of chunks) {
      bytesRead += chunk.length;
      if (chunk.length > 0) yield chunk;
    }
  }
  const input = counted();
  const packed = await peek(input, (head) => head.length >= 2);
  const gzip = packed.head[0] === 0x1f && packed.head[1] === 0x8b;
  const unpacked = gzip ? gunzipped(source.name, packed.chunks) : packed.chunks;
  const plain = await peek(unpacked, isTelling);
  async function close(): Promise<void> {
    await unpacked.return();
    // A generator that stands before its loop over another does not end that one.
    await input.return();
  }
  if (!plain.head.some(isInk)) {
    await close();
    throw new SourceEmpty(source.name);
  }
  return {
    ...plain,
    gzip,
    close,
    bytesRead: () => bytesRead,
    ...(bytesTotal === undefined ? {} : { bytesTotal }),
    ...(isFile && !gzip && source.path !== undefined ? { file: source.path } : {}),
  };
}

async function openRaw(source: Source) {
  if (source.bytes) return { chunks: Readable.from([source.bytes]), bytesTotal: source.bytes.length, isFile: false };
  if (source.stream) return { chunks: source.stream(), bytesTotal: undefined, isFile: false };
  const path = source.path ?? source.name;
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) throw new SourceNotOpened(source.name, 'source-is-folder');
    const handle = await open(path);
    const isFile = facts.isFile();
    return { chunks: fileChunks(handle), bytesTotal: isFile ? facts.size : undefined, isFile };
  } catch (cause) {
    throw openError(source.name, cause);
  }
}

function openError(name: string, cause: unknown): VoteFileError {
  if (cause instanceof SourceNotOpened) return cause;
  const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
  return new SourceNotOpened(name, isMissing ? 'source-missing' : 'source-unreadable', { cause });
}

async function* fileChunks(handle: FileHandle): AsyncGenerator<Uint8Array, void> {
  try {
    for (;;) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafeSlow(chunkBytes), 0, chunkBytes, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** Decompresses gzip, also of several members one after the other. */
async function* gunzipped(name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const gunzip = createGunzip({ chunkSize: 2 ** 18 });
  // A fault of the feed destroys the stream, so that it shows in the loop below as well.
  const fed = pipeline(Readable.from(chunks), gunzip).catch(() => undefined);
  try {
    yield* gunzip;
  } catch (cause) {
    if (!isZlibError(cause)) throw cause;
    const what = cause.code === 'Z_BUF_ERROR' ? 'its gzip ends early; the file is truncated.' : 'its gzip is damaged';
    const said = cause.code === 'Z_BUF_ERROR' ? what : `${what}: ${reasonOf(cause)}.`;
    throw new SourceBroken(name, said, { cause });
  } finally {
    gunzip.destroy();
    await fed;
  }
}

function isZlibError(cause: unknown): cause is Error & { readonly code: string } {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && cause.code.startsWith('Z_');
}

/** Whether so many bytes say what the file is: a byte order mark, then Parquet's four letters or the first character. */
function isTelling(head: Uint8Array): boolean {
  return head.length >= byteOrderMark.length + 4 && head.subarray(byteOrderMark.length).some(isInk);
}

function isInk(byte: number): boolean {
  return byte > 0x20;
}

/** Reads on until the head is enough, and gives all chunks again, without a byte order mark. */
async function peek(chunks: AsyncGenerator<Uint8Array, void>, isEnough: (head: Uint8Array) => boolean) {
  let head: Uint8Array = new Uint8Array(0);
  do {
    const next = await chunks.next();
    if (next.done) break;
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  } while (!isEnough(head));
  const isMarked = byteOrderMark.every((byte, index) => head[index] === byte);
  const unmarked = isMarked ? head.subarray(byteOrderMark.length) : head;
  async function* again(): AsyncGenerator<Uint8Array, void> {
    if (unmarked.length > 0) yield unmarked;
    yield* chunks;
  }
  return { head: unmarked, chunks: again() };
}
