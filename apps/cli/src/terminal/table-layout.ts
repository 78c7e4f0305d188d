import { displayWidth } from './display-width.ts';

/** One row of the table, formatted: what each column says. */
export interface TableRow {
  readonly rank: string;
  readonly model: string;
  readonly rating: string;
  readonly interval: string;
  readonly votes: string;
}

/** The columns a table shows, with their widths in cells. A column of width 0 is left out. */
export type TableLayout = Readonly<Record<keyof TableRow | 'plot', number>>;

/** Cells between columns, and of the gutter that holds the groups' brackets. */
export const columnGap = 2;
export const gutterWidth = 2;

const shortestModel = 16;
const widestModel = 44;
const shortestPlot = 18;
const widestPlot = 110;

/**
 * Widths of the columns in `width` cells. What is narrow comes first: rank and rating always stay; the votes, then the interval in
 * figures, go before the plot has less than 18 cells or a name less than 16.
 */
export function tableLayout(rows: readonly TableRow[], width: number): TableLayout {
  const natural = (column: keyof TableRow) => Math.max(0, ...rows.map((row) => displayWidth(row[column])));
  const fixed = { rank: natural('rank'), rating: natural('rating') };
  const model = Math.min(widestModel, natural('model'));
  const needed = Math.min(model, shortestModel) + columnGap + shortestPlot;
  const all = { ...fixed, interval: natural('interval'), votes: natural('votes') };
  const choices = [all, { ...all, votes: 0 }, { ...all, votes: 0, interval: 0 }];
  const fitting = choices.find((choice) => width - taken(choice) >= needed);
  if (fitting !== undefined) return { ...fitting, ...shareOut(model, width - taken(fitting)) };
  const bare = { ...fixed, interval: 0, votes: 0 };
  return { ...bare, model: Math.max(1, Math.min(model, width - taken(bare))), plot: 0 };
}

/** Names get what they need, but never so much that the plot is narrower than they are, unless it has all it can use. */
function shareOut(model: number, room: number): { model: number; plot: number } {
  const half = Math.floor((room - columnGap) / 2);
  const names = Math.min(model, Math.max(half, shortestModel));
  const plot = Math.min(widestPlot, room - columnGap - names);
  return { model: Math.min(model, room - columnGap - plot), plot };
}

function taken(columns: Readonly<Record<'rank' | 'rating' | 'interval' | 'votes', number>>): number {
  const widths = Object.values(columns).filter((column) => column > 0);
  return gutterWidth + widths.reduce((sum, column) => sum + column + columnGap, 0);
}
