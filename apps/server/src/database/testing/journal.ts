import { cpSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { join, relative } from 'node:path';

/** One thing that happened to the files of a database. Paths are relative to its folder. */
export type Happening =
  | { readonly type: 'make'; readonly path: string; readonly folder: boolean }
  | { readonly type: 'rename'; readonly from: string; readonly path: string }
  | { readonly type: 'remove'; readonly path: string }
  | { readonly type: 'write'; readonly path: string; readonly at: number; readonly length: number }
  | { readonly type: 'resize'; readonly path: string; readonly size: number }
  | { readonly type: 'sync-file' | 'sync-folder'; readonly path: string };

/** Takes notes of what happens; paths are given absolute. */
export interface Journal {
  note(happening: Happening, data?: Uint8Array): void;
}

/** A happening as it was read again, with the bytes that were written. */
export interface Entry {
  readonly happening: Happening;
  readonly data: Uint8Array;
}

function placesOf(folder: string): { readonly all: string; readonly base: string; readonly entries: string } {
  const all = `${folder}.journal`;
  return { all, base: join(all, 'base'), entries: join(all, 'entries') };
}

/** Begins a journal of `folder` in `<folder>.journal`: a copy of what is there now, and what happens from now on. */
export function startJournal(folder: string): Journal {
  const { all, base, entries } = placesOf(folder);
  rmSync(all, { recursive: true, force: true });
  mkdirSync(all);
  cpSync(folder, base, { recursive: true });
  const descriptor = openSync(entries, 'w');
  return {
    note(happening, data = new Uint8Array()) {
      const from = happening.type === 'rename' ? { from: relative(folder, happening.from) } : {};
      const line = `${JSON.stringify({ ...happening, ...from, path: relative(folder, happening.path) })}\n`;
      // One write each, so that a process killed at any moment leaves whole entries.
      writeSync(descriptor, Buffer.concat([Buffer.from(line), data]));
    },
  };
}

/** How much has happened so far; a moment for `cutPower`. */
export function momentOf(folder: string): number {
  return statSync(placesOf(folder).entries).size;
}

/** The copy with which the journal of `folder` began, and the entries that were whole at `moment`. */
export function readJournal(folder: string, moment: number): { readonly base: string; readonly entries: Entry[] } {
  const { base, entries: file } = placesOf(folder);
  const bytes = readFileSync(file).subarray(0, moment);
  const entries: Entry[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0x0a, start);
    if (end === -1) break;
    // Written by `note` of this file, from the same type.
    const happening = JSON.parse(bytes.toString('utf8', start, end)) as Happening;
    const next = end + 1 + (happening.type === 'write' ? happening.length : 0);
    if (next > bytes.length) break;
    entries.push({ happening, data: bytes.subarray(end + 1, next) });
    start = next;
  }
  return { base, entries };
}
