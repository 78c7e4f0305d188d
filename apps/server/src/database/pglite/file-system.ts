/** A file or folder, as Emscripten keeps it. */
export interface FileNode {
  readonly mode: number;
}

/** An open file or folder; `nfd` is its descriptor in Node. */
export interface FileStream {
  readonly nfd: number;
  readonly node: FileNode;
  readonly position: number;
}

interface Attributes {
  readonly size?: number;
}

/** The part of Emscripten's NODEFS that is observed: the calls by which names and contents change. */
export interface FileSystemModule {
  realPath(node: FileNode): string;
  /** Runs a call of `node:fs`, and turns its error into the number that C code understands. */
  tryFSOperation<T>(call: () => T): T;
  readonly node_ops: {
    mknod(parent: FileNode, name: string, mode: number, device: number): FileNode;
    rename(node: FileNode, parent: FileNode, name: string): void;
    unlink(parent: FileNode, name: string): void;
    rmdir(parent: FileNode, name: string): void;
    symlink(parent: FileNode, name: string, target: string): void;
    setattr(node: FileNode, attributes: Attributes): void;
  };
  readonly stream_ops: {
    write(stream: FileStream, buffer: Uint8Array, offset: number, length: number, position?: number): number;
    setattr(stream: FileStream, attributes: Attributes): void;
    fsync?: (stream: FileStream) => number;
  };
}

/** The file system of a compiled PostgreSQL, or an error when the build is not one that can be made durable. */
export function fileSystemOf(module: object): FileSystemModule {
  const files = 'NODEFS' in module ? module.NODEFS : undefined;
  if (!isFileSystem(files)) {
    throw new Error('This build of PGlite has no file system that can be synced; use the pinned version.');
  }
  return files;
}

function isFileSystem(value: unknown): value is FileSystemModule {
  if (typeof value !== 'object' || value === null) return false;
  if (!('node_ops' in value && 'stream_ops' in value && 'realPath' in value && 'tryFSOperation' in value)) return false;
  return (
    hasFunctions(value.node_ops, ['mknod', 'rename', 'unlink', 'rmdir', 'symlink', 'setattr']) &&
    hasFunctions(value.stream_ops, ['write', 'setattr'])
  );
}

function hasFunctions(value: unknown, names: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return names.every((name) => typeof Reflect.get(value, name) === 'function');
}
