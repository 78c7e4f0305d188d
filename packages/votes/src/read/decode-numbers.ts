import type { Cells } from './cells.ts';
import type { CellSource } from './layouts.ts';
import { readNumber } from './numbers.ts';
import type { RejectReason } from './options.ts';
import type { Plan } from './plan.ts';
import { readTime } from './time.ts';

/** Says that a row is not used; the first reason stands. */
export type RejectRow = (row: number, reason: RejectReason, detail: string) => void;

/** Two numbers a row, NaN where a row has none. */
export interface DecodedSides {
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/** Turns are kept in 16 bits. */
const mostTurns = 0xffff;

/** Times, turns and weights; a value that cannot be read makes its row a reject. */
export function decodeNumbers(cells: Cells, { fields, layout }: Plan, reject: RejectRow) {
  const decoded: { time?: Float64Array; turn?: Uint16Array; weight?: Float64Array } = {};
  const time = fields.get('time');
  const turn = fields.get('turn');
  const weight = fields.get('weight');
  const read = (source: CellSource, check: (value: unknown) => number | undefined, what: string, set: Setter) => {
    const value = cells.reader(source);
    for (let row = 0; row < cells.rows; row++) {
      const cell = value(row);
      const number = check(cell);
      if (number === undefined) continue;
      if (Number.isNaN(number)) reject(row, 'bad-value', `${what}: ${shown(cell)}`);
      set(row, number);
    }
  };
  if (time) {
    const times = new Float64Array(cells.rows).fill(Number.NaN);
    read(
      time,
      (cell) => readTime(cell, layout.timeUnit),
      'time cannot be read',
      (row, value) => {
        times[row] = value;
      },
    );
    decoded.time = times;
  }
  if (turn) {
    const turns = new Uint16Array(cells.rows);
    read(
      turn,
      (cell) => inRange(cell, isTurn),
      'turn is no whole number from 1',
      (row, value) => {
        turns[row] = value;
      },
    );
    decoded.turn = turns;
  }
  if (weight) {
    const weights = new Float64Array(cells.rows).fill(Number.NaN);
    read(
      weight,
      (cell) => inRange(cell, isWeight),
      'weight is no number from 0',
      (row, value) => {
        weights[row] = value;
      },
    );
    decoded.weight = weights;
  }
  return decoded;
}

type Setter = (row: number, value: number) => void;

function inRange(cell: unknown, isGood: (number: number) => boolean): number | undefined {
  const number = readNumber(cell);
  return number === undefined || isGood(number) ? number : Number.NaN;
}

function isTurn(number: number): boolean {
  return Number.isInteger(number) && number >= 0 && number <= mostTurns;
}

function isWeight(number: number): boolean {
  return number >= 0 && number < Number.POSITIVE_INFINITY;
}

/** The covariates of a plan. */
export function decodeCovariates(cells: Cells, plan: Plan, reject: RejectRow): Map<string, DecodedSides> {
  const covariates = new Map<string, DecodedSides>();
  for (const { name, a, b, isStrict } of plan.covariates) {
    const [sideA, sideB] = [a, b].map((source) => {
      const numbers = new Float64Array(cells.rows).fill(Number.NaN);
      const value = cells.reader(source);
      for (let row = 0; row < cells.rows; row++) {
        const number = readNumber(value(row));
        if (number === undefined) continue;
        numbers[row] = number;
        if (isStrict && !Number.isFinite(number))
          reject(row, 'bad-value', `${name} is no number: ${shown(value(row))}`);
      }
      return numbers;
    });
    covariates.set(name, { a: sideA, b: sideB });
  }
  return covariates;
}

function shown(value: unknown): string {
  const text = typeof value === 'bigint' ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
