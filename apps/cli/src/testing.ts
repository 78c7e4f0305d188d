import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Board } from '@agon/boards';
import type { Io } from './io.ts';
import { run } from './run.ts';

/** What a command did: its exit code, and what it printed where. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface World {
  readonly stdin?: string | Uint8Array;
  readonly columns?: number;
  readonly isTTY?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a command line in this process, in a world of strings. */
export async function agon(
  args: readonly string[],
  { stdin = '', columns, isTTY, env = {} }: World = {},
): Promise<Ran> {
  const out: Uint8Array[] = [];
  const err: Uint8Array[] = [];
  const catcher = (chunks: Uint8Array[]): ((text: string | Uint8Array) => void) => {
    return (text) => {
      chunks.push(typeof text === 'string' ? Buffer.from(text) : Uint8Array.from(text));
    };
  };
  const io: Io = {
    args,
    stdin: chunksOf(typeof stdin === 'string' ? Buffer.from(stdin) : stdin),
    out: { write: catcher(out), isTTY, columns },
    err: { write: catcher(err) },
    now: () => 0,
    env,
  };
  const code = await run(io, '1.2.3');
  return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += 4096) yield bytes.subarray(start, start + 4096);
}

/** A folder of a test's own: absolute paths in it, and short ways to write and read. */
export interface Folder {
  readonly path: (name: string) => string;
  readonly write: (name: string, content: string | Uint8Array) => Promise<string>;
  readonly read: (name: string) => Promise<string>;
  readonly remove: () => Promise<void>;
}

export async function aFolder(): Promise<Folder> {
  const folder = await mkdtemp(join(tmpdir(), 'agon-cli-'));
  const path = (name: string): string => join(folder, name);
  return {
    path,
    write: async (name, content) => {
      await writeFile(path(name), content);
      return path(name);
    },
    read: (name) => readFile(path(name), 'utf8'),
    remove: () => rm(folder, { recursive: true }),
  };
}

/** A file of simulated votes: five models, forty voters, twenty prompts, four style counts, a position effect. */
export async function votesFile(folder: Folder, name = 'votes.csv', more: readonly string[] = []): Promise<string> {
  const style = 'length=0.6,headers=0,lists=0.1,bold=0';
  const args = ['--models', 'ada,bea,cyd,dot,eve', '--votes', '600', '--voters', '40', '--prompts', '20'];
  const all = ['simulate', ...args, '--style', style, '--position', '0.3', ...more, '--out', folder.path(name)];
  const { code, err } = await agon(all);
  if (code !== 0) throw new Error(err);
  return folder.path(name);
}

/** The board that `rank … --json` prints. */
export async function boardOf(args: readonly string[], world: World = {}): Promise<Board> {
  const { code, out, err } = await agon(['rank', ...args, '--json'], world);
  if (code !== 0) throw new Error(err);
  return JSON.parse(out);
}

/** A small table as CSV text, cells quoted where they need it. */
export function csv(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number): string =>
    /[",\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}

/** Rows of CSV text; quoted cells may hold anything. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/g)) {
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end !== '\n') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
