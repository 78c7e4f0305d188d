import { access, constants, realpath, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A file cannot be written; the message names it and says why. */
export class CannotWrite extends Error {
  readonly code = 'cannot-write';
}

/** The files that a command reads and is to write. */
export interface CommandFiles {
  /** Inputs; `-` is passed over. */
  readonly read: readonly string[];
  /** Outputs; `-` and undefined are passed over. */
  readonly write: readonly (string | undefined)[];
}

/**
 * Finds out before the work, not after it, that an answer could not be written, or would overwrite an input or another answer.
 *
 * @throws {CannotWrite}
 */
export async function checkOutputs({ read, write }: CommandFiles): Promise<void> {
  const taken = new Map<string, string>();
  for (const path of read.filter(isFile)) taken.set(await identity(path), `${path} is read`);
  for (const path of write.filter(isFile)) {
    await checkFolder(path);
    const id = await identity(path);
    const already = taken.get(id);
    if (already !== undefined)
      throw new CannotWrite(`Cannot write ${path}: ${already} by the same command. Name another file.`);
    taken.set(id, `${path} is written`);
  }
}

function isFile(path: string | undefined): path is string {
  return path !== undefined && path !== '-';
}

/** What makes two names the same file: its place on the disk, or, before it exists, its folder's place and its name. */
async function identity(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  if (found !== null) return `${found.dev}:${found.ino}`;
  const folder = await realpath(dirname(path)).catch(() => dirname(path));
  return join(folder, basename(path));
}

async function checkFolder(path: string): Promise<void> {
  const folder = dirname(path);
  const found = await stat(folder).catch(() => null);
  if (found === null) throw new CannotWrite(`Cannot write ${path}: there is no folder ${folder}.`);
  if (!found.isDirectory()) throw new CannotWrite(`Cannot write ${path}: ${folder} is no folder.`);
  if ((await stat(path).catch(() => null))?.isDirectory() === true) {
    throw new CannotWrite(`Cannot write ${path}: it is a folder.`);
  }
  const isWritable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!isWritable) throw new CannotWrite(`Cannot write ${path}: the folder ${folder} is not open to this user.`);
}

/** Writes a text file. @throws {CannotWrite} */
export async function writeText(path: string, text: string): Promise<void> {
  await writeFile(path, text).catch((cause: unknown) => {
    throw new CannotWrite(`Cannot write ${path}: ${cause instanceof Error ? cause.message : String(cause)}.`, {
      cause,
    });
  });
}
