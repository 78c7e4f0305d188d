import { InvalidOption } from './errors.ts';

/** @throws {InvalidOption} a confidence level outside (0, 1) */
export function checkLevel(level: number): void {
  if (!(level > 0 && level < 1))
    throw new InvalidOption(`The level is ${level}; it lies between 0 and 1, for example 0.95.`);
}

/** @throws {InvalidOption} not a whole number, or below `least` */
export function checkCount(name: string, value: number, least: number): void {
  if (!(Number.isSafeInteger(value) && value >= least)) {
    throw new InvalidOption(`${name} is ${value}; it is a whole number from ${least}.`);
  }
}

/** @throws {InvalidOption} outside the range; an end point counts as inside where `closed` names it */
export function checkRange(name: string, value: number, range: Range): void {
  const { from, to, closed = 'both' } = range;
  const isAbove = closed === 'both' || closed === 'left' ? value >= from : value > from;
  const isBelow = closed === 'both' ? value <= to : value < to;
  if (!(isAbove && isBelow && Number.isFinite(value))) {
    const ends = `${closed === 'none' ? '(' : '['}${from}, ${to}${closed === 'both' ? ']' : ')'}`;
    throw new InvalidOption(`${name} is ${value}; it lies in ${ends}.`);
  }
}

export interface Range {
  readonly from: number;
  readonly to: number;
  /** Which ends belong to the range; default both. */
  readonly closed?: 'both' | 'left' | 'none';
}
