import { formatBytes, formatCompact, formatDuration } from '../reading/format.ts';
import { printable } from '../reading/printable.ts';
import { fitText } from './fit-text.ts';

/** Where progress is shown: a part of `process.stderr`, handed in. */
export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

/** How far a piece of work has come. */
export interface Work {
  /** What is being done: `Reading votes.csv`. A new label starts a new piece. */
  readonly label: string;
  /** Share done, 0 to 1; absent where the end is not known. */
  readonly share?: number | undefined;
  /** Rows done so far. */
  readonly rows?: number | undefined;
  /** Bytes done so far. */
  readonly bytes?: number | undefined;
}

export interface Progress {
  /** Tells how far the work is; cheap enough to call for every block of rows. */
  readonly update: (work: Work) => void;
  /** Clears what is shown. Call it before anything else is written, also when the work fails. */
  readonly finish: () => void;
}

const quietMs = 1000;
const redrawMs = 100;
const lineMs = 5000;

/**
 * A reporter of long work: on a terminal one line, redrawn at most ten times a second; elsewhere a line every five seconds at most.
 * Work that takes under a second shows nothing. Clock and stream are handed in; `now` gives milliseconds.
 */
export function createProgress(stream: ProgressStream, now: () => number): Progress {
  const created = now();
  let piece = { label: '', since: created };
  let drawnAt = Number.NEGATIVE_INFINITY;
  let isDrawn = false;
  return {
    update(work) {
      const time = now();
      if (work.label !== piece.label) piece = { label: work.label, since: time };
      if (time - created < quietMs || time - drawnAt < (stream.isTTY ? redrawMs : lineMs)) return;
      drawnAt = time;
      const line = progressLine(work, time - piece.since);
      if (!stream.isTTY) {
        stream.write(`${line}\n`);
        return;
      }
      isDrawn = true;
      // One cell stays free: a full last column makes some terminals wrap, and the next redraw would miss the line.
      stream.write(`\r${fitText(line, Math.max(1, (stream.columns ?? 80) - 1))}\u001b[K`);
    },
    finish() {
      if (isDrawn) stream.write('\r\u001b[K');
      isDrawn = false;
    },
  };
}

/**
 * One line about running work: label, share done, rates and time left, as far as they are known.
 *
 * @example progressLine({ label: 'Reading', share: 0.5, rows: 2e6 }, 2000) // 'Reading  50 %  1.00 M rows/s  2.0 s left'
 */
export function progressLine({ label, share, rows, bytes }: Work, elapsedMs: number): string {
  const parts = [printable(label)];
  if (share !== undefined) parts.push(`${Math.floor(Math.min(1, Math.max(0, share)) * 100)} %`);
  if (elapsedMs > 0) {
    const perSecond = 1000 / elapsedMs;
    if (rows !== undefined) parts.push(`${formatCompact(rows * perSecond)} rows/s`);
    if (bytes !== undefined) parts.push(`${formatBytes(bytes * perSecond)}/s`);
    if (share !== undefined && share > 0 && share < 1)
      parts.push(`${formatDuration((elapsedMs * (1 - share)) / share)} left`);
  }
  return parts.join('  ');
}
