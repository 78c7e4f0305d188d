import { existsSync } from 'node:fs';
import { DurableFiles } from '../pglite/durable-files.ts';

/** The durable files on a disk that refuses to sync from the moment on at which `<folder>.refuse` exists. */
class RefusingFiles extends DurableFiles {
  readonly #sign: string;

  constructor(folder: string) {
    super(folder);
    this.#sign = `${folder}.refuse`;
  }

  protected override syncFile(descriptor: number, path: string): void {
    if (existsSync(this.#sign)) throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' });
    super.syncFile(descriptor, path);
  }
}

/** For the option `files` of `openDatabase`. */
export function openFiles(folder: string): DurableFiles {
  return new RefusingFiles(folder);
}
