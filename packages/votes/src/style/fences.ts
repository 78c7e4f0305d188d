import { columnAt, listTextColumn } from './list-item.ts';

const fence = /^[ \t]*(`{3,}|~{3,})/;
const maxIndent = 3;

interface Fence {
  readonly mark: string;
  readonly length: number;
  /** What follows the marks on the line. */
  readonly rest: string;
  readonly column: number;
}

/**
 * The lines of a text that are not in a code fence, without their ends.
 *
 * @example [...linesOutsideFences('a\n```js\nb\n```\nc')] // ['a', 'c']
 */
export function* linesOutsideFences(text: string): Generator<string> {
  // The column of the text of the list item that a line may belong to; 0 outside lists.
  let listColumn = 0;
  let open: Fence | undefined;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const found = fenceOf(line);
    const near = found !== undefined && found.column <= listColumn + maxIndent ? found : undefined;
    if (open !== undefined) {
      if (near !== undefined && closes(near, open)) open = undefined;
    } else if (near !== undefined && opens(near)) {
      open = near;
      listColumn = Math.min(listColumn, near.column);
    } else {
      listColumn = nextListColumn(line, listColumn);
      yield line;
    }
  }
}

function fenceOf(line: string): Fence | undefined {
  const match = fence.exec(line);
  if (match === null) return undefined;
  const [before, marks] = match;
  const column = columnAt(line, before.length - marks.length);
  return { mark: marks[0], length: marks.length, rest: line.slice(before.length), column };
}

// A backtick after the marks makes it inline code, such as ```one``` on one line.
function opens(found: Fence): boolean {
  return found.mark === '~' || !found.rest.includes('`');
}

function closes(found: Fence, open: Fence): boolean {
  return found.mark === open.mark && found.length >= open.length && !/[^ \t]/.test(found.rest);
}

// A list item goes on over blank lines, and ends at text that is indented less than its own.
function nextListColumn(line: string, listColumn: number): number {
  const indent = line.search(/[^ \t]/);
  if (indent < 0) return listColumn;
  return listTextColumn(line) ?? Math.min(listColumn, columnAt(line, indent));
}
