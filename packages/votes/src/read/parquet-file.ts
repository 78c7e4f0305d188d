import { createWriteStream } from 'node:fs';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { AsyncBuffer } from 'hyparquet';

/** A file that is read at any place. */
export interface RandomAccess {
  readonly buffer: AsyncBuffer;
  readonly bytesTotal: number;
  bytesRead(): number;
  close(): Promise<void>;
}

/** Opens a plain file for random access. */
export async function openRandom(path: string): Promise<RandomAccess> {
  const handle = await open(path);
  const { size } = await handle.stat();
  let bytesRead = 0;
  async function slice(start: number, end = size): Promise<ArrayBuffer> {
    const buffer = new ArrayBuffer(Math.max(0, end - start));
    bytesRead += await fill(handle, new Uint8Array(buffer), start);
    return buffer;
  }
  return {
    buffer: { byteLength: size, slice },
    bytesTotal: size,
    bytesRead: () => Math.min(bytesRead, size),
    close: () => handle.close(),
  };
}

async function fill(handle: FileHandle, into: Uint8Array, from: number): Promise<number> {
  let filled = 0;
  while (filled < into.length) {
    const { bytesRead } = await handle.read(into, filled, into.length - filled, from + filled);
    if (bytesRead === 0) throw new Error('the file ends early');
    filled += bytesRead;
  }
  return filled;
}

/**
 * Puts a stream into a temporary file for random access, since Parquet has its table of contents at the end. The file is
 * readable by this user only, and is removed on close.
 */
export async function spool(chunks: AsyncIterable<Uint8Array>): Promise<RandomAccess> {
  const folder = await mkdtemp(join(tmpdir(), 'agon-votes-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'spooled.parquet');
    await pipeline(chunks, createWriteStream(path, { mode: 0o600 }));
    const opened = await openRandom(path);
    return {
      ...opened,
      close: async () => {
        await opened.close();
        await remove();
      },
    };
  } catch (cause) {
    await remove();
    throw cause;
  }
}
