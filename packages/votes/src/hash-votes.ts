import { createHash } from 'node:crypto';
import type { VoteColumns } from './columns.ts';
import { voteLine } from './write/jsonl.ts';
import { recordsFromColumns } from './write/records-from-columns.ts';

const LINES_A_CHUNK = 4096;

/**
 * SHA-256 of a set of votes, in hex: of its lines in our own JSONL format, sorted by their UTF-8 bytes, each ended by a newline.
 * The order of the votes does not matter. Anyone can repeat it: `agon convert … --to jsonl --out - | LC_ALL=C sort | sha256sum`.
 * O(votes · log votes), all lines in memory.
 */
export function hashVotes(columns: VoteColumns): string {
  const lines: string[] = [];
  for (const batch of recordsFromColumns(columns)) for (const record of batch) lines.push(voteLine(record));
  sortByBytes(lines);
  const hash = createHash('sha256');
  for (let from = 0; from < lines.length; from += LINES_A_CHUNK) {
    hash.update(lines.slice(from, from + LINES_A_CHUNK).join(''));
  }
  return hash.digest('hex');
}

/** The order of UTF-8 bytes is that of UTF-16 units, unless a character beyond the first plane meets one near its end. */
function sortByBytes(lines: string[]): void {
  const hasSurrogates = lines.some((line) => /[\ud800-\udfff]/.test(line));
  if (!hasSurrogates) {
    lines.sort();
    return;
  }
  const keyed = lines.map((line) => ({ line, bytes: Buffer.from(line) }));
  keyed.sort((x, y) => Buffer.compare(x.bytes, y.bytes));
  keyed.forEach(({ line }, at) => {
    lines[at] = line;
  });
}
