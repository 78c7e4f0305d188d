import type { BoardRow } from './board-rows.ts';

const columns = [
  'model',
  'organisation',
  'license',
  'demo',
  'rank_best',
  'rank_worst',
  'rating',
  'lower',
  'upper',
  'std_err',
  'votes',
  'reason',
] as const;

/**
 * The rows as CSV (RFC 4180) with full precision. Text that a spreadsheet would run as a formula is led by an apostrophe: names of
 * models come from their owners.
 *
 * @example boardCsv([]) // 'model,organisation,…\r\n'
 */
export function boardCsv(rows: readonly BoardRow[]): string {
  const lines = rows.map((row) => cellsOf(row).map(cell).join(','));
  return [columns.join(','), ...lines, ''].join('\r\n');
}

function cellsOf({ model, facts, standing, votes, reason }: BoardRow): (string | number | null)[] {
  return [
    model,
    facts?.organisation ?? null,
    facts?.license ?? null,
    facts === null ? null : String(facts.demo),
    standing?.rank[0] ?? null,
    standing?.rank[1] ?? null,
    standing?.rating ?? null,
    standing?.lower ?? null,
    standing?.upper ?? null,
    standing?.stdErr ?? null,
    votes,
    reason,
  ];
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  // Also the full-width signs, which some spreadsheets read as the narrow ones, and signs behind white space.
  const safe = /^\s*[=+\-@=+-@]|^[\t\r\n]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
