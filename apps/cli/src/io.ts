import { createProgress, type Progress } from './terminal/progress.ts';

/** The world of a command: where it reads, prints and tells the time. Handed in, so that tests can look. */
export interface Io {
  /** The words of the command line after `agon`. */
  readonly args: readonly string[];
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Answers. */
  readonly out: Output;
  /** Everything else. */
  readonly err: Output;
  readonly now: () => number;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Output {
  /** False where the reader is slower than the writer: wait for `drained` before the next large piece. */
  write(text: string | Uint8Array): unknown;
  drained?(): Promise<unknown>;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** Cells to use for a table: those of the terminal, or 100 where the answer goes to a file or a pipe. */
export function tableWidth({ out }: Io): number {
  // Some terminals without a size call themselves 0 wide.
  return Math.max(60, Math.min(200, out.columns || 100));
}

/** Colours on a terminal, unless NO_COLOR is set (no-color.org); FORCE_COLOR has them anywhere. */
export function hasColor({ out, env }: Io): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0') return true;
  return out.isTTY === true && env.TERM !== 'dumb';
}

export function progressOf(io: Io): Progress {
  const { err } = io;
  return createProgress(
    { write: (text) => err.write(text), isTTY: err.isTTY, columns: err.columns || undefined },
    io.now,
  );
}

/** The command line as one could type it again. */
export function commandLine(args: readonly string[]): string {
  const words = args.map((word) => (/^[\w./:=,@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`));
  return ['agon', ...words].join(' ');
}

/** A target for large answers that waits for a slow reader. */
export function answerTarget({ out }: Io): (chunk: Uint8Array) => Promise<void> {
  return async (chunk) => {
    if (out.write(chunk) === false) await out.drained?.();
  };
}
