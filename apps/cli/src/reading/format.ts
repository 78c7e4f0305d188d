const minus = '−';
const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/**
 * A count with thousands separators.
 *
 * @example formatCount(1234567) // '1,234,567'
 */
export function formatCount(count: number): string {
  return grouped.format(count).replace('-', minus);
}

/**
 * A length of time in the two largest units that matter.
 *
 * @example formatDuration(83_000) // '1 min 23 s'
 */
export function formatDuration(ms: number): string {
  if (!Number.isFinite(ms)) return '?';
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

const byteUnits = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/**
 * A number of bytes in decimal units, three figures.
 *
 * @example formatBytes(1_530_000) // '1.53 MB'
 */
export function formatBytes(bytes: number): string {
  return scaled(bytes, byteUnits);
}

const countUnits = ['', 'k', 'M', 'G'] as const;

/**
 * A large count in three figures, for rates and axes.
 *
 * @example formatCompact(1_240_000) // '1.24 M'
 */
export function formatCompact(count: number): string {
  return scaled(count, countUnits);
}

function scaled(value: number, units: readonly string[]): string {
  let rest = value;
  let step = 0;
  // 999.5 and not 1000, so that rounding to three figures never shows four.
  while (rest >= 999.5 && step < units.length - 1) {
    rest /= 1000;
    step += 1;
  }
  const digits = step === 0 || rest >= 99.95 ? 0 : rest >= 9.995 ? 1 : 2;
  return `${rest.toFixed(digits)} ${units[step] ?? ''}`.trimEnd();
}

/** A number with a fixed number of decimals, a true minus sign and never a negative zero. */
export function formatFixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', minus);
}

/**
 * A number with its sign always shown.
 *
 * @example formatSigned(-11.6, 0) // '−12'
 */
export function formatSigned(value: number, digits: number): string {
  const text = formatFixed(value, digits);
  return text.startsWith(minus) ? text : Number(text) === 0 ? text : `+${text}`;
}

/**
 * A share as a percentage: one decimal under ten percent, where it matters.
 *
 * @example formatShare(0.043) // '4.3 %', the space not breaking
 */
export function formatShare(share: number): string {
  const percent = share * 100;
  const digits = percent === 0 || percent === 100 || (percent >= 9.95 && percent <= 90.05) ? 0 : 1;
  // A no-break space: a line never ends between the number and its sign.
  return `${percent.toFixed(digits)}\u00a0%`;
}

/**
 * A rank range as readers write it.
 *
 * @example formatRank([1, 3]) // '1–3'
 */
export function formatRank(rank: readonly [number, number] | null): string {
  if (rank === null) return '–';
  return rank[0] === rank[1] ? `${rank[0]}` : `${rank[0]}–${rank[1]}`;
}
