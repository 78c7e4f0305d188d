/** Stands for any number of lines in shown output. */
const anyLines = '…';

/** Whether real output is what a page shows. */
export function matches(shown: readonly string[], real: readonly string[]): boolean {
  const [line, ...rest] = shown;
  if (line === undefined) return real.length === 0;
  if (line.trim() !== anyLines) return real[0] === line && matches(rest, real.slice(1));
  return real.some((_, skip) => matches(rest, real.slice(skip))) || matches(rest, []);
}

/**
 * Real output cut as the page shows it now: as many lines at the head and at the tail; a part in the middle begins where a line has
 * the same first word, and ends with the page's number of lines.
 */
export function refreshed(shown: readonly string[], real: readonly string[]): string[] {
  const parts = partsOf(shown);
  const [head, ...others] = parts;
  const tail = others.pop();
  if (head === undefined || tail === undefined) return [...real];
  const lines = real.slice(0, head.length);
  let from = head.length;
  for (const part of others) {
    const start = real.findIndex((line, at) => at >= from && firstWord(line) === firstWord(part[0] ?? ''));
    if (start < 0) continue;
    lines.push(anyLines, ...real.slice(start, start + part.length));
    from = start + part.length;
  }
  return [...lines, anyLines, ...(tail.length === 0 ? [] : real.slice(-tail.length))];
}

/** The lines of a command's output, without the empty ones at its end. */
export function outputLines(text: string): string[] {
  return text.trimEnd().split('\n');
}

function partsOf(shown: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  for (const line of shown) {
    if (line.trim() === anyLines) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts;
}

function firstWord(line: string): string {
  return line.trim().split(/\s/)[0] ?? '';
}
