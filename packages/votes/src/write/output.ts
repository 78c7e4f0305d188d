import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { TargetNotOpened } from './errors.ts';

/** Where votes are written to: the path of a file, a stream, or a function that takes the bytes. */
export type WriteTarget = string | Writable | ((chunk: Uint8Array) => Promise<void>);

/** A target while it is written to. After `write`, one of `commit` and `discard` is called, once. */
export interface Output {
  readonly write: (chunk: Uint8Array) => Promise<void>;
  readonly commit: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

/** Opens a target. A stream is not ended, as it may be standard output. */
export async function openOutput(target: WriteTarget): Promise<Output> {
  if (typeof target === 'string') return fileOutput(target);
  const write = typeof target === 'function' ? target : (chunk: Uint8Array) => writeTo(target, chunk);
  return { write, commit: nothing, discard: nothing };
}

/**
 * A file that is there in full or not at all: it is written under another name in the same folder and renamed at the end. A pipe or
 * a device has no such second place and is written directly.
 */
async function fileOutput(path: string): Promise<Output> {
  // Through a symbolic link, or the rename would replace the link and leave the file that it names as it was.
  const place = await realpath(path).catch(() => path);
  const found = await stat(place).catch(() => undefined);
  const isDirect = found !== undefined && !found.isFile() && !found.isDirectory();
  const written = isDirect ? place : `${place}.${randomUUID().slice(0, 8)}.tmp`;
  if (found?.isDirectory() === true) throw new TargetNotOpened(path, 'it is a folder; name a file in it.');
  const file = await open(written, isDirect ? 'w' : 'wx').catch((cause: unknown) => {
    throw new TargetNotOpened(path, cause);
  });
  return {
    write: (chunk) => file.appendFile(chunk),
    commit: async () => {
      if (isDirect) return file.close();
      // The bytes must be on the disk before the name is, or a power cut could leave an empty file under it.
      await file.sync();
      await file.close();
      await rename(written, place);
    },
    discard: async () => {
      await file.close();
      if (!isDirect) await rm(written, { force: true });
    },
  };
}

// Resolves once the stream has taken the chunk, so that a slow reader holds the writer back.
function writeTo(stream: Writable, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => reject(error);
    const closed = () => reject(new Error('The stream was closed before all votes were written.'));
    stream.once('error', failed).once('close', closed);
    stream.write(chunk, (error) => {
      if (error) return reject(error);
      stream.off('error', failed).off('close', closed);
      resolve();
    });
  });
}

async function nothing(): Promise<void> {}
