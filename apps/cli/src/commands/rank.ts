import {
  type Board,
  type FittedBoard,
  fittedBoard,
  pairTable,
  type Slice,
  slices,
  snapshot,
  snapshotText,
} from '@agon/boards';
import { hashVotes, type VoteColumns } from '@agon/votes';
import type { Command } from 'commander';
import { loadVotes } from '../files/load-votes.ts';
import { needsFor, needsForSnapshot } from '../files/needs.ts';
import { checkOutputs, writeText } from '../files/outputs.ts';
import { commandLine, hasColor, type Io, progressOf, tableWidth } from '../io.ts';
import { UsageError } from '../options/errors.ts';
import { refuseDash, toCount } from '../options/parse.ts';
import { addReadOptions, type ReadFlags } from '../options/read-options.ts';
import { addSpecOptions, type SpecOptions, specFrom } from '../options/spec-options.ts';
import { printable } from '../reading/printable.ts';
import { boardPage } from '../report/board-page.ts';
import { boardsPage } from '../report/boards-page.ts';
import { boardCsv } from '../terminal/board-csv.ts';
import { boardTable } from '../terminal/board-table.ts';
import type { Progress } from '../terminal/progress.ts';

interface RankOptions extends SpecOptions, ReadFlags {
  readonly by?: string;
  readonly top?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly html?: string;
  readonly snapshot?: string;
  readonly title?: string;
}

/** `agon rank`: votes in, a leaderboard out. */
export function addRank(program: Command, io: Io): void {
  const command = program
    .command('rank')
    .description('make a leaderboard from files of votes')
    .argument('<files...>', 'vote files (CSV, TSV, JSONL, JSON, Parquet; gzipped or not), or - for standard input');
  addSpecOptions(command);
  addReadOptions(command)
    .option(
      '--by <column>',
      'one board for each value of a column, for example language, tags, turn, or any column of the file',
    )
    .option('--top <n>', 'show only the n best models in the table and in CSV')
    .option('--json', 'print the board as JSON (agon-board/1)')
    .option('--csv', 'print the board as CSV')
    .option('--html <file>', 'write a self-contained page with plots')
    .option('--title <text>', 'title of the page')
    .option('--snapshot <file>', 'write a snapshot that agon verify can recompute')
    .action(async (files: string[], options: RankOptions) => {
      await rank(files, options, io);
    });
}

async function rank(files: readonly string[], options: RankOptions, io: Io): Promise<void> {
  const spec = await specFrom(options);
  const top = options.top === undefined ? undefined : toCount('--top', options.top, 1);
  checkCombination(options);
  await checkOutputs({ read: files, write: [options.html, options.snapshot, options.rejects] });
  const needs = options.snapshot === undefined ? needsFor(spec, options.by) : needsForSnapshot(spec);
  const { columns, report } = await loadVotes(files, options, needs, io);
  const progress = progressOf(io);
  try {
    const source = { read: report.read, rejected: report.rejected };
    const boardOptions = { source, onRound: roundReporter(progress) };
    const made: Made =
      options.by === undefined
        ? { by: null, board: fittedBoard(columns, spec, boardOptions) }
        : { by: options.by, boards: slices(columns, spec, options.by, boardOptions) };
    progress.finish();
    if (options.html !== undefined) await writePage(options.html, { made, columns, files, options, io });
    if (options.snapshot !== undefined) {
      await writeText(options.snapshot, snapshotText(snapshot(columns, spec, hashVotes(columns))));
    }
    print(made, { ...options, top }, io);
  } finally {
    progress.finish();
  }
}

type Made =
  | { readonly by: null; readonly board: FittedBoard }
  | { readonly by: string; readonly boards: readonly Slice[] };

function checkCombination({ json, csv, by, html, rejects, snapshot: path }: RankOptions): void {
  refuseDash('--html', html);
  refuseDash('--snapshot', path);
  refuseDash('--rejects', rejects);
  if (json === true && csv === true) throw new UsageError('--json and --csv both print the board; give one of them.');
  if (by !== undefined && path !== undefined) {
    throw new UsageError('--snapshot holds one board; give --filter in place of --by.');
  }
}

function roundReporter(progress: Progress): (done: number, rounds: number) => void {
  return (done, rounds) => progress.update({ label: `Bootstrap, ${rounds} rounds`, share: done / rounds });
}

function print(made: Made, options: Omit<RankOptions, 'top'> & { readonly top: number | undefined }, io: Io): void {
  const { top } = options;
  if (options.json === true) {
    io.out.write(`${JSON.stringify(jsonDocument(made), null, 2)}\n`);
  } else if (options.csv === true) {
    const boards = made.by === null ? [{ board: made.board.board }] : made.boards;
    io.out.write(boardCsv(boards, { by: made.by, top }));
  } else {
    const table = { width: tableWidth(io), color: hasColor(io), top };
    if (made.by === null) io.out.write(`${boardTable(made.board.board, table)}\n`);
    else
      for (const { value, board } of made.boards)
        io.out.write(`${printable(`${made.by}: ${value}`)}\n\n${boardTable(board, table)}\n\n`);
  }
  if (options.html !== undefined) io.err.write(`Wrote ${options.html}\n`);
  if (options.snapshot !== undefined) io.err.write(`Wrote ${options.snapshot}\n`);
}

/** One board, or several under the values that they belong to. */
function jsonDocument(
  made: Made,
): Board | { format: 'agon-boards/1'; by: string; boards: { value: string; board: Board }[] } {
  if (made.by === null) return made.board.board;
  return { format: 'agon-boards/1', by: made.by, boards: made.boards.map(({ value, board }) => ({ value, board })) };
}

interface Page {
  readonly made: Made;
  readonly columns: VoteColumns;
  readonly files: readonly string[];
  readonly options: RankOptions;
  readonly io: Io;
}

async function writePage(path: string, { made, columns, files, options, io }: Page): Promise<void> {
  const about = {
    title: options.title ?? 'Leaderboard',
    generatedFrom: files.map((file) => (file === '-' ? 'standard input' : file)).join(', '),
    command: commandLine(io.args),
  };
  const page =
    made.by === null
      ? boardPage({ ...about, board: made.board.board, pairs: pairTable(columns, made.board) })
      : boardsPage({
          ...about,
          by: made.by,
          boards: made.boards.map((slice) => ({
            value: slice.value,
            board: slice.board,
            pairs: pairTable(columns, slice),
          })),
        });
  await writeText(path, page);
}
