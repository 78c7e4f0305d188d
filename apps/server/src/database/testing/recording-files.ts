import { DurableFiles } from '../pglite/durable-files.ts';
import type { FileSystemModule } from '../pglite/file-system.ts';
import { type Journal, startJournal } from './journal.ts';

const kindBits = 0o170000;
const folderKind = 0o040000;

/**
 * The durable files, with a journal of everything that happens to them: what `cutPower` needs to tell which folders a
 * power cut could have left.
 */
class RecordingFiles extends DurableFiles {
  readonly #journal: Journal;

  constructor(folder: string) {
    super(folder);
    this.#journal = startJournal(folder);
  }

  protected override observe(files: FileSystemModule): void {
    super.observe(files);
    this.#observeNames(files);
    this.#observeContents(files);
  }

  protected override syncFile(descriptor: number, path: string): void {
    super.syncFile(descriptor, path);
    this.#journal.note({ type: 'sync-file', path });
  }

  protected override syncFolder(path: string): void {
    super.syncFolder(path);
    this.#journal.note({ type: 'sync-folder', path });
  }

  #observeNames(files: FileSystemModule): void {
    const { mknod, rename, unlink, rmdir } = files.node_ops;
    files.node_ops.mknod = (parent, name, mode, device) => {
      const node = mknod(parent, name, mode, device);
      this.#journal.note({ type: 'make', path: files.realPath(node), folder: (mode & kindBits) === folderKind });
      return node;
    };
    files.node_ops.rename = (node, parent, name) => {
      const from = files.realPath(node);
      rename(node, parent, name);
      this.#journal.note({ type: 'rename', from, path: `${files.realPath(parent)}/${name}` });
    };
    files.node_ops.unlink = (parent, name) => {
      unlink(parent, name);
      this.#journal.note({ type: 'remove', path: `${files.realPath(parent)}/${name}` });
    };
    files.node_ops.rmdir = (parent, name) => {
      rmdir(parent, name);
      this.#journal.note({ type: 'remove', path: `${files.realPath(parent)}/${name}` });
    };
  }

  #observeContents(files: FileSystemModule): void {
    const { node_ops, stream_ops } = files;
    const { setattr } = node_ops;
    const { write, setattr: setStreamAttributes } = stream_ops;
    stream_ops.write = (stream, buffer, offset, length, position) => {
      const written = write(stream, buffer, offset, length, position);
      const data = new Uint8Array(buffer.buffer, buffer.byteOffset + offset, written);
      this.#journal.note(
        { type: 'write', path: files.realPath(stream.node), at: position ?? stream.position, length: written },
        data,
      );
      return written;
    };
    node_ops.setattr = (node, attributes) => {
      setattr(node, attributes);
      const { size } = attributes;
      if (size !== undefined) this.#journal.note({ type: 'resize', path: files.realPath(node), size });
    };
    stream_ops.setattr = (stream, attributes) => {
      setStreamAttributes(stream, attributes);
      const { size } = attributes;
      if (size !== undefined) this.#journal.note({ type: 'resize', path: files.realPath(stream.node), size });
    };
  }
}

/** For the option `files` of `openDatabase`: `new URL('…/testing/recording-files.ts', import.meta.url)`. */
export function openFiles(folder: string): DurableFiles {
  return new RecordingFiles(folder);
}
