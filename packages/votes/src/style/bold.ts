import { codeSpanEnds, endOfRun } from './code-span.ts';

type Neighbour = 'space' | 'punctuation' | 'other';

/**
 * The number of bold spans on one line: `**…**` and `__…__` outside inline code.
 *
 * Which runs of marks can open and close a span is decided as in CommonMark 0.31.2, section 6.2; each run opens or closes at most
 * one, so that `***both***` counts once. One pass, linear time.
 *
 * @example countBold('**one** and __two__, not `**three**`') // 2
 */
export function countBold(line: string): number {
  if (!line.includes('**') && !line.includes('__')) return 0;
  const codeSpanEnd = codeSpanEnds(line);
  const open = { '*': false, _: false };
  let spans = 0;
  let at = 0;
  while (at < line.length) {
    const mark = line[at];
    if (mark === '\\') at += 2;
    else if (mark === '`') at = codeSpanEnd(at);
    else if (mark === '*' || mark === '_') {
      const end = endOfRun(line, at);
      const { canOpen, canClose } = end - at >= 2 ? roleOf(line, at, end) : noRole;
      if (open[mark] && canClose) {
        spans++;
        open[mark] = false;
      } else if (canOpen) open[mark] = true;
      at = end;
    } else at++;
  }
  return spans;
}

const noRole = { canOpen: false, canClose: false };

function roleOf(line: string, start: number, end: number): { canOpen: boolean; canClose: boolean } {
  const before = neighbour(characterBefore(line, start));
  const after = neighbour(line.codePointAt(end));
  const leftFlanking = after === 'other' || (after === 'punctuation' && before !== 'other');
  const rightFlanking = before === 'other' || (before === 'punctuation' && after !== 'other');
  if (line[start] === '*') return { canOpen: leftFlanking, canClose: rightFlanking };
  // Underscores inside a word, as in snake__case, are no marks.
  return {
    canOpen: leftFlanking && (!rightFlanking || before === 'punctuation'),
    canClose: rightFlanking && (!leftFlanking || after === 'punctuation'),
  };
}

function characterBefore(line: string, at: number): number | undefined {
  const pair = at >= 2 ? line.codePointAt(at - 2) : undefined;
  if (pair !== undefined && pair > 0xffff) return pair;
  return at >= 1 ? line.charCodeAt(at - 1) : undefined;
}

function neighbour(codePoint: number | undefined): Neighbour {
  if (codePoint === undefined) return 'space';
  const character = String.fromCodePoint(codePoint);
  if (/\s/u.test(character)) return 'space';
  return /[\p{P}\p{S}]/u.test(character) ? 'punctuation' : 'other';
}
