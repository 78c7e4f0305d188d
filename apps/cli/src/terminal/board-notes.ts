import type { Board, BoardControl } from '@agon/boards';
import { formatCount, formatSigned } from '../reading/format.ts';
import { printable } from '../reading/printable.ts';
import {
  anchorWords,
  coefficientRange,
  intervalWords,
  levelWords,
  positionWords,
  rankWords,
  reasonWords,
  rejectedReasons,
  tieModelWords,
  tieWords,
  voterWords,
} from '../reading/words.ts';
import { displayWidth } from './display-width.ts';
import { fitText, padLeft, padRight, wrapText } from './fit-text.ts';
import type { Paint } from './paint.ts';

const labelWidth = 10;

/** What stands under the table: where the votes went, who voted, what was taken out, what to beware of, how it was made. */
export function boardNotes(board: Board, { width, paint }: { width: number; paint: Paint }): string[] {
  const note = (label: string, text: string | null, look = (line: string) => line) =>
    text === null ? [] : labelled(label, wrapText(text, width - labelWidth), { paint, look });
  return [
    ...note('Votes', votesNote(board)),
    ...note('Voters', voterWords(board.votes)),
    ...labelled('Controls', controlNotes(board, width - labelWidth), { paint, look: (line) => line }),
    ...note('Ties', tieWords(board)),
    ...note('Position', positionWords(board)),
    ...note('Board', specNote(board)),
    ...board.warnings.flatMap((warning) => note('Warning', printable(warning), paint.warn)),
  ];
}

function labelled(
  label: string,
  lines: readonly string[],
  { paint, look }: { paint: Paint; look: (line: string) => string },
): string[] {
  return lines.map((line, index) => paint.dim(padRight(index === 0 ? label : '', labelWidth)) + look(line));
}

function votesNote({ votes }: Board): string {
  const used = `${formatCount(votes.used)} used of ${formatCount(votes.read)} read`;
  const rejected = rejectedReasons(votes).map(
    ([code, count]) => `${formatCount(count)} ${printable(reasonWords(code))}`,
  );
  return rejected.length === 0 ? used : `${used}; left out: ${rejected.join(', ')}`;
}

function specNote(board: Board): string {
  const { spec } = board;
  const intervals = `${levelWords(spec)} intervals ${intervalWords(board)}`;
  return [tieModelWords(spec), intervals, rankWords(spec), anchorWords(spec, printable)].join('; ');
}

function controlNotes({ controls }: Board, width: number): string[] {
  const names = controls.map(({ name }) => fitText(printable(name), Math.max(8, width - 40)));
  const column = Math.max(0, ...names.map(displayWidth));
  return controls.flatMap((control, index) =>
    wrapText(`${padRight(names[index] ?? '', column)}  ${controlFigures(control)}`, width),
  );
}

function controlFigures(control: BoardControl): string {
  const coefficient = padLeft(formatSigned(control.coefficient, 3), 6);
  return `${coefficient} (${coefficientRange(control)}), ${formatSigned(control.points, 1)} points`;
}
