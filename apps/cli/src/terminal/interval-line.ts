import { formatFixed } from '../reading/format.ts';
import { place, type Scale, tickDigits, ticks } from '../reading/ticks.ts';

/** An interval with its rating, in points. */
export interface DrawnInterval {
  readonly lower: number;
  readonly rating: number;
  readonly upper: number;
}

/** The axis that all intervals of a table share: a scale over `width` cells and the values marked on it. */
export interface IntervalAxis {
  readonly width: number;
  readonly scale: Scale;
  readonly ticks: readonly number[];
}

/** An axis over [from, to] in `width` cells, with as many ticks as have room for their labels, but two if it can. */
export function intervalAxis(from: number, to: number, width: number): IntervalAxis {
  // Half a cell of room at both ends: the first and last cells are drawn, not cut.
  const scale = { from, to, start: 0.5, end: width - 0.5 };
  const wanted = Math.max(2, Math.floor(width / 9));
  const few = ticks(from, to, wanted);
  // One tick shows no scale: a range with a single round value in it is divided further.
  return { width, scale, ticks: few.length > 1 ? few : ticks(from, to, 2 * wanted) };
}

/**
 * An interval as a line of exactly `axis.width` cells: `╺━━●━╸`, ends to half a cell, the rating as `●`, ticks as `┊` behind it.
 * An end that lies inside the rating's own cell is not drawn.
 */
export function intervalLine(axis: IntervalAxis, { lower, rating, upper }: DrawnInterval): string {
  const cells = backdrop(axis);
  const [start, end] = [place(axis.scale, lower), place(axis.scale, upper)];
  for (let cell = Math.floor(start); cell <= Math.floor(end); cell += 1) {
    if (cell < 0 || cell >= cells.length) continue;
    // Drawn halves: the left one when the interval covers its middle, a quarter into the cell; so the right one.
    const left = start <= cell + 0.25 && end >= cell + 0.25;
    const right = start <= cell + 0.75 && end >= cell + 0.75;
    if (left || right) cells[cell] = left && right ? '━' : left ? '╸' : '╺';
  }
  cells[cellOf(axis, rating)] = '●';
  return cells.join('');
}

/** The ruler under the intervals: a line with a mark at each tick. */
export function axisLine(axis: IntervalAxis): string {
  const cells = Array.from({ length: axis.width }, () => '─');
  for (const tick of axis.ticks) cells[cellOf(axis, tick)] = '┴';
  return cells.join('');
}

/** The labels under the ruler, each centred on its tick, shifted inwards at the ends, left out where two would touch. */
export function axisLabels(axis: IntervalAxis): string {
  const digits = tickDigits(axis.ticks);
  let line = '';
  for (const tick of axis.ticks) {
    const label = formatFixed(tick, digits);
    const wanted = cellOf(axis, tick) - Math.floor(label.length / 2);
    const start = Math.max(0, Math.min(wanted, axis.width - label.length));
    if (start < line.length + (line === '' ? 0 : 1)) continue;
    line = line.padEnd(start) + label;
  }
  return line.padEnd(axis.width);
}

function backdrop(axis: IntervalAxis): string[] {
  const cells = Array.from({ length: axis.width }, () => ' ');
  for (const tick of axis.ticks) cells[cellOf(axis, tick)] = '┊';
  return cells;
}

function cellOf(axis: IntervalAxis, value: number): number {
  return Math.max(0, Math.min(axis.width - 1, Math.floor(place(axis.scale, value))));
}
