import type { Board } from '@agon/boards';
import { formatCount, formatFixed, formatRank, formatSigned } from '../reading/format.ts';
import { type ModelGroup, modelGroups, type RatedModel, ratedModels, ratingDigits } from '../reading/groups.ts';
import { printable } from '../reading/printable.ts';
import { paddedRange } from '../reading/ticks.ts';
import { levelWords } from '../reading/words.ts';
import { boardNotes } from './board-notes.ts';
import { displayWidth } from './display-width.ts';
import { fitText, padLeft, padRight, wrapText } from './fit-text.ts';
import { axisLabels, axisLine, type IntervalAxis, intervalAxis, intervalLine } from './interval-line.ts';
import { type Paint, paintFor } from './paint.ts';
import { columnGap, gutterWidth, type TableLayout, type TableRow, tableLayout } from './table-layout.ts';

export interface BoardTableOptions {
  /** Cells of the terminal; no line is wider. */
  readonly width: number;
  /** False: not one escape code. */
  readonly color: boolean;
  /** Show only so many models. */
  readonly top?: number | undefined;
}

const gap = ' '.repeat(columnGap);
const gutter = ' '.repeat(gutterWidth);

/**
 * A board as text: the rated models with their intervals drawn on one axis, models that the data cannot tell apart joined by a
 * bracket (see {@link modelGroups}), then those without a rating, the verdict, and what a reader must know to trust it.
 */
export function boardTable(board: Board, { width, color, top = Number.POSITIVE_INFINITY }: BoardTableOptions): string {
  const paint = paintFor(color);
  const lines = [
    ...ratedLines(board, { width, top, paint }),
    ...unratedLines(board, { width, top, paint }),
    '',
    ...wrapText(printable(board.verdict.text), width).map(paint.bold),
    '',
    ...boardNotes(board, { width, paint }),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

interface Drawing {
  readonly width: number;
  readonly top: number;
  readonly paint: Paint;
}

function ratedLines(board: Board, { width, top, paint }: Drawing): string[] {
  const rated = ratedModels(board.models);
  const shown = rated.slice(0, top);
  if (shown.length === 0) return [];
  const digits = ratingDigits(rated);
  const header = { rank: 'rank', model: 'model', rating: 'rating', interval: levelWords(board.spec), votes: 'votes' };
  const rows = shown.map((model) => tableRow(model, digits));
  const layout = tableLayout([header, ...rows], width);
  const axis = intervalAxis(
    ...paddedRange(
      shown.flatMap(({ lower, upper }) => [lower, upper]),
      0.02,
    ),
    layout.plot,
  );
  const brackets = modelGroups(rated).flatMap(groupBrackets);
  const lines = [paint.dim(gutter + textCells(header, layout))];
  for (const [index, model] of shown.entries()) {
    const isTop = model.rank[0] === 1;
    const cells = textCells(rows[index] ?? header, layout);
    const bracket = padRight(brackets[index] ?? '', gutterWidth);
    lines.push(paint.accent(bracket) + (isTop ? paint.bold(cells) : cells) + plotCells(model, { axis, paint, isTop }));
  }
  if (layout.plot > 0) lines.push(...axisLines(axis, layout).map(paint.dim));
  const left = rated.length - shown.length;
  if (left > 0)
    lines.push(paint.dim(`${gutter}… and ${formatCount(left)} more rated ${left === 1 ? 'model' : 'models'}`));
  return lines;
}

function unratedLines(board: Board, { width, top, paint }: Drawing): string[] {
  const unrated = board.models.filter((model) => model.rating === null);
  if (unrated.length === 0) return [];
  const shown = unrated.slice(0, top);
  const names = shown.map((model) => fitText(printable(model.model), Math.min(36, Math.floor(width / 2))));
  const name = Math.max(1, ...names.map(displayWidth));
  const lines = ['', paint.dim(`${gutter}Without a rating`)];
  for (const [index, model] of shown.entries()) {
    const votes = `${formatCount(model.votes)} ${model.votes === 1 ? 'vote' : 'votes'}`;
    const reason = `${printable(model.reason ?? 'no reason given')} (${votes})`;
    const [first = '', ...rest] = wrapText(reason, width - gutterWidth - name - columnGap);
    lines.push(gutter + padRight(names[index] ?? '', name) + gap + first);
    lines.push(...rest.map((line) => ' '.repeat(gutterWidth + name + columnGap) + line));
  }
  if (unrated.length > shown.length)
    lines.push(paint.dim(`${gutter}… and ${formatCount(unrated.length - shown.length)} more`));
  return lines;
}

function tableRow(model: RatedModel, digits: number): TableRow {
  const { rating, lower, upper } = model;
  return {
    rank: formatRank(model.rank),
    model: printable(model.model),
    rating: formatFixed(rating, digits),
    interval: `${formatSigned(lower - rating, digits)} / ${formatSigned(upper - rating, digits)}`,
    votes: formatCount(model.votes),
  };
}

function textCells(row: TableRow, layout: TableLayout): string {
  const cells = [
    padLeft(row.rank, layout.rank),
    padRight(fitText(row.model, layout.model), layout.model),
    padLeft(row.rating, layout.rating),
  ];
  if (layout.interval > 0) cells.push(padLeft(row.interval, layout.interval));
  if (layout.votes > 0) cells.push(padLeft(row.votes, layout.votes));
  return cells.join(gap);
}

function plotCells(
  model: RatedModel,
  { axis, paint, isTop }: { axis: IntervalAxis; paint: Paint; isTop: boolean },
): string {
  if (axis.width === 0) return '';
  // Runs of backdrop and of interval are painted apart: the interval stands out, the grid steps back.
  const parts = intervalLine(axis, model).match(/[ ┊]+|[^ ┊]+/gu) ?? [];
  const ink = isTop ? paint.accent : (text: string) => text;
  return gap + parts.map((part) => (/^[ ┊]/u.test(part) ? paint.dim(part) : ink(part))).join('');
}

function axisLines(axis: IntervalAxis, layout: TableLayout): string[] {
  const header = { rank: '', model: '', rating: '', interval: '', votes: '' };
  const before = gutter + textCells(header, layout) + gap;
  return [before + axisLine(axis), before + axisLabels(axis)];
}

function groupBrackets({ models }: ModelGroup): string[] {
  if (models.length === 1) return [''];
  return models.map((_, index) => (index === 0 ? '┌' : index === models.length - 1 ? '└' : '│'));
}
