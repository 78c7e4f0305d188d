import { access, constants, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A file cannot be written; the message names it and says why. */
export class CannotWrite extends Error {
  readonly code = 'cannot-write';
}

/**
 * Finds out before the work, not after it, that its answer could not be written.
 *
 * @param paths of files to be written; `-` and undefined are passed over
 * @throws {CannotWrite}
 */
export async function checkOutputs(...paths: readonly (string | undefined)[]): Promise<void> {
  for (const path of paths) {
    if (path === undefined || path === '-') continue;
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
}

/** Writes a text file. @throws {CannotWrite} */
export async function writeText(path: string, text: string): Promise<void> {
  await writeFile(path, text).catch((cause: unknown) => {
    throw new CannotWrite(`Cannot write ${path}: ${cause instanceof Error ? cause.message : String(cause)}.`, {
      cause,
    });
  });
}
