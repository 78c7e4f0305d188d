/** A file of votes that cannot be written as asked. `code` is stable; the message says what to do. */
export abstract class VoteWriteError extends Error {
  abstract readonly code: string;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Neither the name of the file nor the options say in which format to write. */
export class FormatNotNamed extends VoteWriteError {
  readonly code = 'format-not-named';
  readonly target: string;

  constructor(target: string) {
    super(
      `The format for ${target} is not known: end the name in .jsonl, .csv or .parquet (and .gz), or name the format.`,
    );
    this.target = target;
  }
}

/** The file cannot be made: its folder is missing or closed to us, or the name is that of a folder. */
export class TargetNotOpened extends VoteWriteError {
  readonly code = 'target-not-opened';
  readonly target: string;

  constructor(target: string, cause: unknown) {
    super(`${target} cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.target = target;
  }
}

/** Two things would stand in columns of one name, or a label would take the name of a field. */
export class ColumnClash extends VoteWriteError {
  readonly code = 'column-clash';
  readonly column: string;

  constructor(column: string) {
    super(`Two columns would be named "${column}". Rename the label or covariate, or leave it out.`);
    this.column = column;
  }
}

/** A vote has a field for which the file has no column. */
export class ColumnMissing extends VoteWriteError {
  readonly code = 'column-missing';
  readonly column: string;
  /** From 1. */
  readonly row: number;

  constructor(column: string, row: number) {
    super(
      `Vote ${row} has "${column}", for which the file has no column. Name it in the columns of the file, or decide them by a ` +
        'first pass over all votes (findColumns).',
    );
    this.column = column;
    this.row = row;
  }
}

/** A value cannot be said in the format without changing it. */
export class ValueNotWritable extends VoteWriteError {
  readonly code = 'value-not-writable';
  readonly column: string;
  readonly value: unknown;

  constructor(column: string, value: unknown, reason: string) {
    super(`${column} is ${JSON.stringify(value) ?? String(value)}: ${reason}.`);
    this.column = column;
    this.value = value;
  }
}
