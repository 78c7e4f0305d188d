/** The unit of times written as numbers: `auto` takes numbers below 10¹¹ as seconds (as milliseconds they end in March 1973). */
export type TimeUnit = 's' | 'ms' | 'auto';

const isoTime = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?\s*(Z|UTC|[+-]\d\d(?::?\d\d)?)?$/i;
const smallestMilliseconds = 1e11;

/**
 * UTC milliseconds of a time: a date, an epoch number or ISO 8601, without a zone read as UTC. `undefined` where there is
 * none, NaN where it cannot be read.
 *
 * @example readTime('2025-05-29 14:48:41', 'ms') // 1748530121000
 */
export function readTime(value: unknown, unit: TimeUnit): number | undefined {
  if (value === null || value === undefined) return undefined;
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'number') return fromEpoch(value, unit);
  if (typeof value === 'bigint') return fromEpoch(Number(value), unit);
  if (typeof value !== 'string') return Number.NaN;
  const text = value.trim();
  if (text === '') return undefined;
  const iso = isoTime.exec(text);
  if (!iso) return fromEpoch(Number(text), unit);
  return Date.parse(`${iso[1]}T${iso[2] ?? '00:00'}${zone(iso[3])}`);
}

function zone(written: string | undefined): string {
  if (written === undefined || /^(z|utc)$/i.test(written)) return 'Z';
  const digits = written.replace(':', '').slice(1).padEnd(4, '0');
  return `${written[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

function fromEpoch(epoch: number, unit: TimeUnit): number {
  const isSeconds = unit === 's' || (unit === 'auto' && Math.abs(epoch) < smallestMilliseconds);
  const milliseconds = isSeconds ? epoch * 1000 : epoch;
  // Dates end 8.64e15 ms from 1970; beyond that the number is not a time.
  return Math.abs(milliseconds) <= 8.64e15 ? milliseconds : Number.NaN;
}
