import type { VoteColumns } from '@agon/votes';
import type { Board } from './board.ts';
import { InvalidDocument } from './errors.ts';
import { board } from './make-board.ts';
import { type BoardSpec, parseSpec } from './spec.ts';

/**
 * A board with everything that it was computed from, so that anyone who has the votes can compute it again, byte for byte.
 * Labels and model facts are null until boards use files of them.
 */
export interface Snapshot {
  readonly format: 'agon-snapshot/1';
  readonly algorithm: string;
  readonly votes: { readonly sha256: string; readonly count: number };
  readonly labels: null;
  readonly modelFacts: null;
  /** With an absolute `asOf` where all votes have times. */
  readonly spec: BoardSpec;
  readonly board: Board;
}

/**
 * The snapshot of a vote record under a specification. `sha256` is the hash of the votes (`hashVotes` of `@agon/votes`). Where the
 * specification has no `asOf`, the time of the last vote takes its place.
 */
export function snapshot(columns: VoteColumns, spec: BoardSpec, sha256: string): Snapshot {
  const dated = { ...spec, asOf: spec.asOf ?? lastTime(columns) };
  const made = board(columns, dated);
  return {
    format: 'agon-snapshot/1',
    algorithm: made.algorithm,
    votes: { sha256, count: columns.length },
    labels: null,
    modelFacts: null,
    spec: dated,
    board: made,
  };
}

/** A snapshot as the bytes of its file. */
export function snapshotText(made: Snapshot): string {
  return `${JSON.stringify(made, null, 2)}\n`;
}

/**
 * Reads the parts of a snapshot that a recomputation starts from.
 *
 * @throws {InvalidDocument}
 */
export function parseSnapshot(text: string): Pick<Snapshot, 'algorithm' | 'votes' | 'spec'> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    throw new InvalidDocument('The snapshot is not JSON.', { cause });
  }
  if (!isRecord(document) || document.format !== 'agon-snapshot/1') {
    throw new InvalidDocument('This is no snapshot: "format" is not "agon-snapshot/1".');
  }
  const { algorithm, votes, spec } = document;
  if (typeof algorithm !== 'string' || !isRecord(votes))
    throw new InvalidDocument('The snapshot lacks algorithm or votes.');
  const { sha256, count } = votes;
  if (typeof sha256 !== 'string' || typeof count !== 'number') {
    throw new InvalidDocument('The snapshot lacks votes.sha256 or votes.count.');
  }
  return { algorithm, votes: { sha256, count }, spec: parseSpec(spec) };
}

/** The first place at which two JSON documents differ, as a path; null where they are equal. */
export function firstDifference(a: unknown, b: unknown, path = ''): string | null {
  if (Object.is(a, b)) return null;
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return `${path}.length`;
    return firstOf(a.keys(), (key) => firstDifference(a[key], b[key], `${path}[${key}]`));
  }
  if (!isRecord(a) || !isRecord(b)) return path === '' ? 'the document' : path;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return firstOf(keys, (key) => firstDifference(a[key], b[key], path === '' ? key : `${path}.${key}`));
}

function firstOf<Key>(keys: Iterable<Key>, find: (key: Key) => string | null): string | null {
  for (const key of keys) {
    const found = find(key);
    if (found !== null) return found;
  }
  return null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function lastTime({ time }: VoteColumns): string | null {
  if (time === undefined) return null;
  let last = Number.NEGATIVE_INFINITY;
  for (const t of time) {
    // A vote without a time is neither before nor after: no date would keep it.
    if (Number.isNaN(t)) return null;
    if (t > last) last = t;
  }
  return Number.isFinite(last) ? new Date(last).toISOString() : null;
}
