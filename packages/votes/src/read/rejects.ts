import type { DecodedBlock } from './decode.ts';
import type { Reject, RejectReason } from './options.ts';
import type { Block } from './table.ts';

/** The most of a row that a reject carries. */
const longestRaw = 10_000;

/** Counts the rows of a source that are read, used and rejected, and tells of each that is rejected. */
export class Tally {
  readonly #source: string;
  readonly #onReject: ((reject: Reject) => void) | undefined;
  read = 0;
  used = 0;
  readonly rejected: Partial<Record<RejectReason, number>> = {};
  first: Pick<Reject, 'line' | 'reason' | 'detail'> | undefined;

  constructor(source: string, onReject: ((reject: Reject) => void) | undefined) {
    this.#source = source;
    this.#onReject = onReject;
  }

  /** Counts a block; its rejects are told in the order of their lines. */
  add(block: Block, { rejected }: DecodedBlock): void {
    this.read += block.rows + block.broken.length;
    this.used += block.rows - rejected.size;
    if (rejected.size === 0 && block.broken.length === 0) return;
    const found = [
      ...[...rejected].map(([row, fault]) => ({ line: block.line(row), ...fault, raw: () => block.raw(row) })),
      ...block.broken.map(({ line, detail, raw }) => ({ line, detail, reason: 'malformed' as const, raw: () => raw })),
    ];
    for (const { raw, ...reject } of found.sort((one, other) => one.line - other.line)) {
      this.rejected[reject.reason] = (this.rejected[reject.reason] ?? 0) + 1;
      this.first ??= reject;
      this.#onReject?.({ source: this.#source, ...reject, raw: bounded(raw()) });
    }
  }
}

function bounded(raw: unknown): unknown {
  if (typeof raw === 'string') return raw.slice(0, longestRaw);
  const text = JSON.stringify(raw, (_, value) => (typeof value === 'bigint' ? String(value) : value));
  // Parsed again, so that what is handed out holds nothing but JSON.
  return text.length > longestRaw ? text.slice(0, longestRaw) : JSON.parse(text);
}
