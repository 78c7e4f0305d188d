import { closeSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { type FileNode, type FileStream, type FileSystemModule, fileSystemOf } from './file-system.ts';

type EngineOptions = Parameters<NodeFS['init']>[1];

/**
 * Files of a database that are on the disk when PostgreSQL was told so. PGlite's own file system ignores `fsync`, so
 * that a power cut leaves a folder that does not open. Here a sync is a sync, and the folders in which something was
 * made, renamed or removed are synced before the next sync of a file returns: POSIX promises nothing about a name
 * until its folder is synced.
 */
export class DurableFiles extends NodeFS {
  readonly #touched = new Set<string>();

  override async init(engine: PGlite, options: EngineOptions): Promise<{ emscriptenOpts: EngineOptions }> {
    const { emscriptenOpts } = await super.init(engine, options);
    const preRun = [...(emscriptenOpts.preRun ?? []), (module: object) => this.observe(fileSystemOf(module))];
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  }

  /** Puts itself between PostgreSQL and the files; called once, before any file is opened. */
  protected observe(files: FileSystemModule): void {
    const { node_ops, stream_ops } = files;
    stream_ops.fsync = (stream) => this.#sync(files, stream);
    const { mknod, rename, unlink, rmdir, symlink } = node_ops;
    const touch = (folder: FileNode) => this.#touched.add(files.realPath(folder));
    node_ops.mknod = (parent, name, mode, device) => {
      touch(parent);
      return mknod(parent, name, mode, device);
    };
    node_ops.rename = (node, parent, name) => {
      this.#touched.add(dirname(files.realPath(node)));
      touch(parent);
      rename(node, parent, name);
    };
    node_ops.unlink = (parent, name) => {
      touch(parent);
      unlink(parent, name);
    };
    node_ops.rmdir = (parent, name) => {
      touch(parent);
      rmdir(parent, name);
    };
    node_ops.symlink = (parent, name, target) => {
      touch(parent);
      symlink(parent, name, target);
    };
  }

  /** Syncs one file; `path` is where it is now. */
  protected syncFile(descriptor: number, _path: string): void {
    fsyncSync(descriptor);
  }

  /** Syncs the names in one folder. */
  protected syncFolder(path: string): void {
    syncFolder(path);
  }

  #sync(files: FileSystemModule, stream: FileStream): number {
    // A refused sync must reach PostgreSQL as an error number: it then stops at once rather than trust the disk.
    files.tryFSOperation(() => {
      for (const folder of this.#touched) {
        this.syncFolder(folder);
        this.#touched.delete(folder);
      }
      this.syncFile(stream.nfd, files.realPath(stream.node));
    });
    return 0;
  }
}

/** Syncs the names in a folder. A folder that is gone needs none, and Windows has no such call. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw error;
  }
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The files that a worker uses unless it is told otherwise. */
export function openFiles(folder: string): NodeFS {
  return new DurableFiles(folder);
}
