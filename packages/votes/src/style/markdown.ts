import { countBold } from './bold.ts';
import type { StyleCounts } from './counts.ts';
import { linesOutsideFences } from './fences.ts';
import { listTextColumn } from './list-item.ts';

const header = /^ {0,3}#{1,6}(?:[ \t]|$)/;

/**
 * Headers, list items and bold spans of a Markdown text outside its code fences, as defined at `loadStyleCounter`. Linear time.
 *
 * @example countMarkdown('# Plan\n1. **now**\n2. later') // { headers: 1, lists: 2, bold: 1 }
 */
export function countMarkdown(text: string): Omit<StyleCounts, 'length'> {
  let headers = 0;
  let lists = 0;
  let bold = 0;
  for (const line of linesOutsideFences(text)) {
    if (header.test(line)) headers++;
    else if (listTextColumn(line) !== undefined) lists++;
    bold += countBold(line);
  }
  return { headers, lists, bold };
}
