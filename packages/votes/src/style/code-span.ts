/**
 * A function that gives the end of the inline code that starts at a run of backticks, or the end of that run where nothing
 * closes it. A run is closed by the next one of the same length.
 *
 * Asked from left to right it takes linear time in all: what lies behind a closing run is never looked at twice, and no search
 * starts that finds nothing.
 *
 * @example codeSpanEnds('a `b` c')(2) // 5
 */
export function codeSpanEnds(line: string): (at: number) => number {
  const lastOfLength = new Map<number, number>();
  for (const { 0: run, index } of line.matchAll(/`+/g)) lastOfLength.set(run.length, index);
  return (at) => {
    const length = endOfRun(line, at) - at;
    const last = lastOfLength.get(length) ?? -1;
    let start = at + length;
    while (start <= last) {
      start = line.indexOf('`', start);
      const end = endOfRun(line, start);
      if (end - start === length) return end;
      start = end;
    }
    return at + length;
  };
}

/** The index after the run of equal characters that starts at an index. */
export function endOfRun(line: string, at: number): number {
  let end = at + 1;
  while (end < line.length && line[end] === line[at]) end++;
  return end;
}
