import type { Message } from '../record.ts';
import { ValueNotWritable } from './errors.ts';

/** A number as it may stand in a file: finite. */
export function finite(column: string, value: number): number {
  if (!Number.isFinite(value)) throw new ValueNotWritable(column, value, 'only finite numbers can be written');
  return value;
}

/** A whole number of milliseconds, within the years that ISO 8601 writes in four digits. */
export function milliseconds(column: string, time: number): number {
  const whole = Math.round(time);
  if (!(whole >= earliest && whole <= latest)) {
    throw new ValueNotWritable(column, time, 'a time is in UTC milliseconds and in the years 0 to 9999');
  }
  return whole;
}

const earliest = Date.parse('0000-01-01T00:00:00.000Z');
const latest = Date.parse('9999-12-31T23:59:59.999Z');

/** ISO 8601 in UTC with milliseconds. */
export function isoTime(column: string, time: number): string {
  return new Date(milliseconds(column, time)).toISOString();
}

/** Text as it may stand in a file of UTF-8, which has no place for half of a surrogate pair. */
export function wellFormed(column: string, text: string): string {
  if (!text.isWellFormed()) throw new ValueNotWritable(column, text, 'it holds half of a surrogate pair');
  return text;
}

/** A conversation as JSON, with the keys of each message in one order. */
export function messagesJson(messages: readonly Message[]): string {
  return JSON.stringify(messages.map(({ role, content }) => ({ role, content })));
}
