import { formatFixed } from '../reading/format.ts';
import { place, type Scale, tickDigits, ticks } from '../reading/ticks.ts';
import { displayWidth } from '../terminal/display-width.ts';
import { fitText } from '../terminal/fit-text.ts';
import { type Html, html } from './html.ts';

/** One line of a forest plot. */
export interface ForestRow {
  readonly label: string;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  /** Figures beside the interval: `1051`. */
  readonly figure: string;
  /** What stands before the label: a rank range; empty where there is none. */
  readonly before: string;
  /** Drawn in the accent colour. */
  readonly isAccented: boolean;
}

export interface ForestOptions {
  readonly rows: readonly ForestRow[];
  /** Runs of rows that belong together, as first row and length. */
  readonly groups: readonly { readonly start: number; readonly length: number }[];
  readonly range: readonly [number, number];
  /** A value with a line of its own: no effect, for a coefficient. */
  readonly reference?: number;
  readonly axisTitle: string;
  /** The plot in words, for those who do not see it. */
  readonly description: string;
}

/** Measures of the two drawings of a plot, in its own units: one for a page, one for a phone with the label above the interval. */
interface Measures {
  readonly kind: 'wide' | 'narrow';
  readonly width: number;
  readonly row: number;
  readonly plotStart: number;
  readonly plotEnd: number;
  readonly labelCells: number;
  readonly tickCount: number;
}

const wide: Measures = {
  kind: 'wide',
  width: 960,
  row: 26,
  plotStart: 340,
  plotEnd: 890,
  labelCells: 32,
  tickCount: 7,
};
const narrow: Measures = {
  kind: 'narrow',
  width: 360,
  row: 44,
  plotStart: 22,
  plotEnd: 350,
  labelCells: 26,
  tickCount: 4,
};

/** Width of a cell of a label, generously: bold letters of a sans-serif at 14 units. */
const labelUnit = 8;

const axisHeight = 46;
const topSpace = 22;

/**
 * Estimates with their intervals on one axis, twice: drawn for a page and for a phone. The style sheet shows the one that fits, so
 * that text is never scaled to where it cannot be read.
 */
export function forestPlot(options: ForestOptions): Html {
  return html`${drawing(options, withRoomFor(options.rows))}${drawing(options, narrow)}`;
}

function drawing(options: ForestOptions, measures: Measures): Html {
  const { rows, range, description } = options;
  const bottom = topSpace + rows.length * measures.row;
  const scale: Scale = { from: range[0], to: range[1], start: measures.plotStart, end: measures.plotEnd };
  return html`<svg class="forest ${measures.kind}" role="img" aria-label="${description}" viewBox="0 0 ${measures.width} ${bottom + axisHeight}" xmlns="http://www.w3.org/2000/svg"><title>${description}</title>
${options.groups.map((group) => groupMark(group, measures))}${grid(options, { scale, bottom, measures })}${rows.map((row, index) => rowMark(row, { y: topSpace + index * measures.row, scale, measures }))}</svg>`;
}

/** The measures of the wide drawing: the plot starts where the longest label ends. */
function withRoomFor(rows: readonly ForestRow[]): Measures {
  const longest = Math.max(12, ...rows.map(({ label }) => Math.min(wide.labelCells, displayWidth(label))));
  return { ...wide, plotStart: labelStart(rows[0]?.before, wide) + Math.round(longest * labelUnit) + 28 };
}

function labelStart(before: string | undefined, { kind }: Measures): number {
  if (before === undefined || before === '') return 18;
  return kind === 'wide' ? 80 : 68;
}

function groupMark({ start, length }: { start: number; length: number }, { row, width }: Measures): Html | null {
  if (length < 2) return null;
  const top = topSpace + start * row + 2;
  const height = length * row - 4;
  return html`<rect class="group" x="0" y="${top}" width="${width}" height="${height}" rx="5"/><path class="bracket" d="M9 ${top + 5}H4V${top + height - 5}H9"/>`;
}

interface Frame {
  readonly scale: Scale;
  readonly bottom: number;
  readonly measures: Measures;
}

function grid({ range, reference, axisTitle }: ForestOptions, { scale, bottom, measures }: Frame): Html {
  const values = ticks(range[0], range[1], measures.tickCount);
  const digits = tickDigits(values);
  const marks = values.map((value) => {
    const x = round(place(scale, value));
    return html`<line class="grid" x1="${x}" x2="${x}" y1="${topSpace - 6}" y2="${bottom + 5}"/><text class="tick" x="${x}" y="${bottom + 19}" text-anchor="middle">${formatFixed(value, digits)}</text>`;
  });
  const zero = reference === undefined ? null : round(place(scale, reference));
  const middle = (measures.plotStart + measures.plotEnd) / 2;
  return html`${marks}${zero === null ? null : html`<line class="reference" x1="${zero}" x2="${zero}" y1="${topSpace - 6}" y2="${bottom + 5}"/>`}<text class="axis-title" x="${middle}" y="${bottom + 39}" text-anchor="middle">${axisTitle}</text>`;
}

function rowMark(row: ForestRow, { y, scale, measures }: { y: number; scale: Scale; measures: Measures }): Html {
  const isWide = measures.kind === 'wide';
  const text = isWide ? y + measures.row / 2 + 4.5 : y + 18;
  const line = isWide ? y + measures.row / 2 : y + 31;
  const [x1, x, x2] = [row.lower, row.value, row.upper].map((value) => round(place(scale, value)));
  const figureEnd = isWide ? 950 : measures.plotEnd;
  return html`<g class="row${row.isAccented ? ' accented' : ''}"><title>${row.label}: ${row.figure}</title><text class="before" x="${isWide ? 68 : 60}" y="${text}" text-anchor="end">${row.before}</text><text class="label" x="${labelStart(row.before, measures)}" y="${text}">${fitText(row.label, measures.labelCells)}</text><line class="interval" x1="${x1}" x2="${x2}" y1="${line}" y2="${line}"/><circle class="point" cx="${x}" cy="${line}" r="4.5"/><text class="figure" x="${figureEnd}" y="${text}" text-anchor="end">${row.figure}</text></g>\n`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
