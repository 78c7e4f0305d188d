import type { Outcome } from '../record.ts';

/** The fields of a vote that a column of a file can hold, as they are named in our own format. */
export const fieldNames = [
  'model_a',
  'model_b',
  'outcome',
  'voter',
  'time',
  'battle',
  'turn',
  'prompt',
  'language',
  'tags',
  'weight',
  'conversation_a',
  'conversation_b',
] as const;

/** One of {@link fieldNames}. */
export type FieldName = (typeof fieldNames)[number];

/** A field of a vote, or one side of a covariate (`length_a`). */
export type Field = FieldName | `${string}_a` | `${string}_b`;

/** The formats of vote files; each may be gzipped. */
export const formats = ['csv', 'tsv', 'jsonl', 'json', 'parquet'] as const;

/** One of {@link formats}. */
export type Format = (typeof formats)[number];

/** A file of votes: one of `path`, `bytes` and `stream`. */
export interface Source {
  /** Named so in reports and errors. */
  readonly name: string;
  readonly path?: string;
  readonly bytes?: Uint8Array;
  readonly stream?: () => AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;
}

/** Which optional fields to load. A field that is not wanted is neither read nor checked. */
export interface Want {
  readonly voter?: boolean;
  readonly prompt?: boolean;
  readonly battle?: boolean;
  readonly time?: boolean;
  readonly turn?: boolean;
  readonly language?: boolean;
  readonly tags?: boolean;
  readonly weight?: boolean;
  /** Names of covariates, or `'all'`. */
  readonly covariates?: 'all' | readonly string[];
  /** Columns of the file to keep as strings. */
  readonly labels?: readonly string[];
  /** Both conversations; only records hold them. */
  readonly conversations?: boolean;
}

/** Why a row was not used. */
export const rejectReasons = [
  'malformed',
  'not-a-vote',
  'missing-model',
  'same-model',
  'missing-outcome',
  'unknown-outcome',
  'bad-value',
] as const;

/** One of {@link rejectReasons}. */
export type RejectReason = (typeof rejectReasons)[number];

/** A row that was not used. */
export interface Reject {
  readonly source: string;
  /** From 1: the line of a text file at which the row starts, the row of a Parquet file, the element of a JSON array. */
  readonly line: number;
  readonly reason: RejectReason;
  readonly detail: string;
  /** The row as it was read, at most 10 kB of it. */
  readonly raw: unknown;
}

/** How far a reading is. Bytes are those of the file, before decompression. */
export interface Progress {
  readonly source: string;
  readonly bytesRead: number;
  readonly bytesTotal?: number;
  readonly rowsRead: number;
}

/** How to read vote files. */
export interface ReadOptions {
  /** Which column of the file holds a field, where no layout says so or another column is meant. */
  readonly columns?: Partial<Record<Field, string>>;
  /** Further words for outcomes; they win over the known ones. Case and space around a word do not matter. */
  readonly outcomes?: Readonly<Record<string, Outcome>>;
  /** Default: told by the content, then by the name. */
  readonly format?: Format;
  /** Default: everything but labels, conversations and prompts that are texts. Where given, only what it names. */
  readonly want?: Want;
  readonly onProgress?: (progress: Progress) => void;
  readonly onReject?: (reject: Reject) => void;
  readonly signal?: AbortSignal;
}

/** What was read from one source. */
export interface SourceReport {
  readonly name: string;
  readonly format: Format;
  readonly layout: string;
  readonly gzip: boolean;
  readonly read: number;
  readonly used: number;
  readonly rejected: Readonly<Partial<Record<RejectReason, number>>>;
}

/** What was read in all: `read` is `used` plus all that was rejected, for each source and in sum. */
export interface ReadReport {
  readonly read: number;
  readonly used: number;
  readonly rejected: Readonly<Partial<Record<RejectReason, number>>>;
  readonly sources: readonly SourceReport[];
}
