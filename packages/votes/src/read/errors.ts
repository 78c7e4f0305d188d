import type { RejectReason } from './options.ts';

/** A file of votes that cannot be read. `code` is stable, `source` names the file, the message says what to do. */
export abstract class VoteFileError extends Error {
  abstract readonly code: string;
  readonly source: string;

  constructor(source: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.source = source;
  }
}

/** There is no file at the path, or it may not be opened. */
export class SourceNotOpened extends VoteFileError {
  readonly code: 'source-missing' | 'source-is-folder' | 'source-unreadable';

  constructor(source: string, code: SourceNotOpened['code'], options?: ErrorOptions) {
    const said = {
      'source-missing': `There is no file ${source}.`,
      'source-is-folder': `${source} is a folder. Name the files in it, for example ${source}/*.jsonl.`,
      'source-unreadable': `${source} cannot be opened: ${reasonOf(options?.cause)}.`,
    };
    super(source, said[code], options);
    this.code = code;
  }
}

/** The file has no bytes, or nothing but white space. */
export class SourceEmpty extends VoteFileError {
  readonly code = 'source-empty';

  constructor(source: string) {
    super(source, `${source} is empty.`);
  }
}

/** The bytes cannot be decoded: a truncated gzip, a damaged Parquet, a JSON array that breaks off. */
export class SourceBroken extends VoteFileError {
  readonly code = 'source-broken';

  constructor(source: string, what: string, options?: ErrorOptions) {
    super(source, `${source} cannot be read: ${what}`, options);
  }
}

/** The file's columns are those of no layout, and `columns` does not name the ones that are needed. */
export class UnknownLayout extends VoteFileError {
  readonly code = 'unknown-layout';
  readonly found: readonly string[];
  readonly missing: readonly string[];

  constructor(source: string, found: readonly string[], missing: readonly string[]) {
    super(
      source,
      `${source} is in no known layout: a vote needs ${missing.join(', ')}.\n${columnsFound(found)}\n` +
        `Name them: ${namingExample(missing)}`,
    );
    this.found = found;
    this.missing = missing;
  }
}

/** `columns` or `want.labels` names a column that the file does not have. */
export class UnknownColumn extends VoteFileError {
  readonly code = 'unknown-column';
  readonly column: string;
  readonly found: readonly string[];

  constructor(source: string, column: string, found: readonly string[]) {
    super(source, `${source} has no column "${column}".\n${columnsFound(found)}`);
    this.column = column;
    this.found = found;
  }
}

/** A key of `columns` is neither a field of a vote nor the side of a covariate. */
export class UnknownField extends VoteFileError {
  readonly code = 'unknown-field';
  readonly field: string;

  constructor(field: string, known: readonly string[]) {
    super('', `"${field}" is no field of a vote. Fields: ${known.join(', ')}, and NAME_a with NAME_b for a covariate.`);
    this.field = field;
  }
}

/** Facts of {@link NoUsableVotes}. */
export interface NoUsableFacts {
  readonly read: number;
  readonly rejected: Readonly<Partial<Record<RejectReason, number>>>;
  readonly first?: { readonly line: number; readonly reason: RejectReason; readonly detail: string } | undefined;
  readonly columns: readonly string[];
}

/** The file was read to its end and no row of it is a vote that can be used. */
export class NoUsableVotes extends VoteFileError {
  readonly code = 'no-usable-votes';
  readonly facts: NoUsableFacts;

  constructor(source: string, facts: NoUsableFacts) {
    super(source, noUsableMessage(source, facts));
    this.facts = facts;
  }
}

function noUsableMessage(source: string, { read, rejected, first, columns }: NoUsableFacts): string {
  if (read === 0) return `${source} holds no vote: there is no row.\n${columnsFound(columns)}`;
  const counts = Object.entries(rejected).map(([reason, count]) => `${reason} ${count}`);
  const lines = [`${source} holds no usable vote: all ${read} rows were rejected (${counts.join(', ')}).`];
  if (first) lines.push(`First: line ${first.line}, ${first.reason}: ${first.detail}`);
  if (columns.length > 0) {
    lines.push(
      columnsFound(columns),
      `If others hold the votes, name them: ${namingExample(['model_a', 'model_b', 'outcome'])}`,
    );
  }
  if (rejected['unknown-outcome'])
    lines.push('Other words for outcomes: --outcomes WORD=a,WORD=b,WORD=tie,WORD=both_bad');
  return lines.join('\n');
}

/** More columns than this are not listed in a message. */
const mostListed = 60;
const longestName = 60;

function columnsFound(found: readonly string[]): string {
  if (found.length === 0) return 'No columns were found.';
  const more = found.length > mostListed ? `, … (${found.length} in all)` : '';
  const shown = found
    .slice(0, mostListed)
    .map((name) => (name.length > longestName ? `${name.slice(0, longestName)}…` : name));
  return `Columns found: ${shown.join(', ')}${more}.`;
}

function namingExample(fields: readonly string[]): string {
  return `--columns ${fields.map((field) => `${field}=COLUMN`).join(',')}`;
}

/** What an unknown thrown value says, for the inside of a message. */
export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
