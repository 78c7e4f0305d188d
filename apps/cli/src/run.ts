import { BoardError, InvalidDocument } from '@agon/boards';
import { RatingError } from '@agon/rating';
import { FormatNotNamed, UnknownField, VoteFileError, VoteWriteError } from '@agon/votes';
import { CommanderError } from 'commander';
import { CannotWrite } from './files/outputs.ts';
import type { Io } from './io.ts';
import { AnsweredNo, UsageError } from './options/errors.ts';
import { createProgram } from './program.ts';
import { printable } from './reading/printable.ts';

/**
 * Runs one command line.
 *
 * @returns the exit code: 0 success, 1 failure, 2 wrong use
 */
export async function run(io: Io, version: string): Promise<number> {
  try {
    await createProgram(io, version).parseAsync([...io.args], { from: 'user' });
    return 0;
  } catch (error) {
    return report(error, io);
  }
}

function report(error: unknown, io: Io): number {
  // Commander has printed its own message, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof AnsweredNo) return 1;
  const isExpected =
    error instanceof BoardError ||
    error instanceof RatingError ||
    error instanceof VoteFileError ||
    error instanceof VoteWriteError ||
    error instanceof UsageError ||
    error instanceof CannotWrite ||
    isRefusal(error) ||
    isSystemError(error);
  if (isExpected) {
    io.err.write(`agon: ${error.message.split('\n').map(printable).join('\n')}\n`);
    return isWrongUse(error) ? 2 : 1;
  }
  io.err.write(
    `agon: this should not happen; please report it.\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return 1;
}

function isWrongUse(error: unknown): boolean {
  return [UsageError, InvalidDocument, UnknownField, FormatNotNamed].some((kind) => error instanceof kind);
}

/** An error of the server with a stable code, such as `data-folder-in-use`: its message says what to do. */
function isRefusal(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /^[a-z]+(-[a-z]+)+$/.test(String(error.code));
}

/** An error of the operating system, such as a full disk: its message names the file. */
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}
