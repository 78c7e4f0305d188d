const item = /^([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+)[^ \t]/;
const tabStop = 4;

/**
 * The column at which the text of a list item starts, or nothing where the line is no list item.
 *
 * @example listTextColumn('- milk') // 2
 * @example listTextColumn('* * *') // undefined, a thematic break
 */
export function listTextColumn(line: string): number | undefined {
  const match = item.exec(line);
  if (match === null || isThematicBreak(line)) return undefined;
  const [whole] = match;
  return columnAt(line, whole.length - 1);
}

/** The column of a character when the white space before it is laid out with a tab stop at every fourth column. */
export function columnAt(line: string, index: number): number {
  let column = 0;
  for (let at = 0; at < index; at++) column += line[at] === '\t' ? tabStop - (column % tabStop) : 1;
  return column;
}

// Without a regular expression: one with a repeated group would need a stack as deep as a hostile line is long.
function isThematicBreak(line: string): boolean {
  const marks = line.replaceAll(/[ \t]+/g, '');
  return marks.length >= 3 && '-*_'.includes(marks[0]) && marks === marks[0].repeat(marks.length);
}
