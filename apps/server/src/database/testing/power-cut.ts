import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Entry, type Happening, readJournal } from './journal.ts';

type Change = { readonly at: number; readonly data: Uint8Array } | { readonly size: number };

/** The bytes of a file that are surely on the disk, and the changes that may be. */
interface FileState {
  synced: Buffer;
  pending: Change[];
}

type NameChange = Extract<Happening, { type: 'make' | 'rename' | 'remove' }>;
/** `null` is a folder. */
type Names = Map<string, FileState | null>;

interface Disk {
  /** The names that are surely on the disk. */
  readonly synced: Names;
  /** The names as the program sees them. */
  readonly current: Names;
  /** Changes from the one to the other, in order. */
  pending: { readonly change: NameChange; readonly state: FileState | null }[];
}

/** What to cut, when, and where to put what is left. */
export interface PowerCut {
  /** The folder of a database that runs, or ran, on the recording files. */
  readonly folder: string;
  /** From `momentOf`, or any number below it. */
  readonly moment: number;
  /** Numbers in [0, 1) that decide what was on the disk of all that was not synced. */
  readonly random: () => number;
  /** A folder to make. */
  readonly target: string;
  /** As if no sync had ever been asked for, which shows that a test with cuts can fail. */
  readonly ignoreSyncs?: boolean;
}

/**
 * Builds the folder that a power cut would have left. What was synced is there. Of the names that were not, a random
 * prefix is there, as a file system's own journal keeps their order; of the writes, each is there, torn at a multiple
 * of 512 bytes, or lost, as a disk writes in any order.
 */
export function cutPower({ folder, moment, random, target, ignoreSyncs = false }: PowerCut): void {
  const { base, entries } = readJournal(folder, moment);
  const disk = diskOf(base);
  for (const entry of entries) {
    if (!(ignoreSyncs && entry.happening.type.startsWith('sync'))) happen(disk, entry);
  }
  const names = new Map(disk.synced);
  const kept = Math.floor(random() * (disk.pending.length + 1));
  for (const { change, state } of disk.pending.slice(0, kept)) applyName(names, change, state);
  materialise(names, random, target);
}

function diskOf(base: string): Disk {
  const synced: Names = new Map([['', null]]);
  for (const entry of readdirSync(base, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(base.length + 1);
    synced.set(name, entry.isDirectory() ? null : { synced: readFileSync(path), pending: [] });
  }
  return { synced, current: new Map(synced), pending: [] };
}

function happen(disk: Disk, { happening, data }: Entry): void {
  switch (happening.type) {
    case 'make':
    case 'rename':
    case 'remove': {
      const made = happening.type === 'make' && !happening.folder ? { synced: Buffer.alloc(0), pending: [] } : null;
      const state = happening.type === 'rename' ? fileAt(disk.current, happening.from) : made;
      applyName(disk.current, happening, state);
      disk.pending.push({ change: happening, state });
      return;
    }
    case 'write':
      disk.current.get(happening.path)?.pending.push({ at: happening.at, data });
      return;
    case 'resize':
      disk.current.get(happening.path)?.pending.push({ size: happening.size });
      return;
    case 'sync-file': {
      const state = disk.current.get(happening.path);
      if (state === null) syncNames(disk, happening.path);
      if (!state) return;
      state.synced = change(state.synced, state.pending);
      state.pending = [];
      return;
    }
    case 'sync-folder':
      syncNames(disk, happening.path);
  }
}

function fileAt(names: Names, path: string): FileState {
  const state = names.get(path);
  if (!state) throw new Error(`${path} was renamed and is no file; power cuts know only renamed files`);
  return state;
}

function syncNames(disk: Disk, folder: string): void {
  const inFolder = (path: string) => (dirname(path) === '.' ? '' : dirname(path)) === folder;
  const concerns = (change: NameChange) => inFolder(change.path) || (change.type === 'rename' && inFolder(change.from));
  for (const { change, state } of disk.pending) if (concerns(change)) applyName(disk.synced, change, state);
  disk.pending = disk.pending.filter(({ change }) => !concerns(change));
}

function applyName(names: Names, change: NameChange, state: FileState | null): void {
  if (change.type === 'remove') names.delete(change.path);
  else names.set(change.path, state);
  if (change.type === 'rename') names.delete(change.from);
}

/** The contents after the changes: the same buffer, or another where the length is another. */
function change(contents: Buffer, changes: readonly Change[]): Buffer {
  let result = contents;
  for (const each of changes) {
    const end = 'size' in each ? each.size : Math.max(result.length, each.at + each.data.length);
    if (end !== result.length) result = Buffer.concat([result.subarray(0, end)], end);
    if ('data' in each) result.set(each.data, each.at);
  }
  return result;
}

function survivors(pending: readonly Change[], random: () => number): Change[] {
  return pending.flatMap((change): Change[] => {
    const fate = random();
    if (fate < 0.4) return [];
    if (fate > 0.6 || 'size' in change || change.data.length <= 512) return [change];
    const torn = 512 * Math.floor((random() * change.data.length) / 512);
    return [{ at: change.at, data: change.data.subarray(0, torn) }];
  });
}

function materialise(names: Names, random: () => number, target: string): void {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { mode: 0o700 });
  const folders = new Set(['.', '']);
  for (const [path, state] of [...names].sort(([a], [b]) => (a < b ? -1 : 1))) {
    // A file is lost with its folder, whatever was synced of itself.
    if (!folders.has(dirname(path))) continue;
    if (state === null) {
      folders.add(path);
      mkdirSync(join(target, path), { recursive: true, mode: 0o700 });
    } else {
      const contents = change(Buffer.from(state.synced), survivors(state.pending, random));
      writeFileSync(join(target, path), contents, { mode: 0o600 });
    }
  }
}
