import type { Message } from '../record.ts';
import { tokenTable } from './byte-pairs.ts';
import { addStyle, noStyle, type StyleCounts } from './counts.ts';
import { countMarkdown } from './markdown.ts';
import { tokenCounter } from './tokens.ts';

/** Counts the style of one text; made by {@link loadStyleCounter}. */
export type StyleCounter = (text: string) => StyleCounts;

/**
 * Loads the counter of style: of an answer's text it gives the four numbers that boards take out as controls.
 *
 * - **length** is the number of tokens of the whole text, code fences included, in the encoding o200k_base. Text that spells a
 *   special token, such as `<|endoftext|>`, is counted as ordinary text.
 * - **Code fences** are removed before the other three counts. A fence opens with a line of at least three backticks or at least
 *   three tildes, indented by at most three spaces, or by at most three more than the text of the list item that it stands in.
 *   An info string may follow; after backticks it may not hold a backtick. The fence ends with the first line of the same mark,
 *   at least as long and with nothing after it, under the same limit of indentation. A fence that is never closed runs to the end
 *   of the text.
 * - **headers** are lines with at most three spaces, then one to six `#`, then a space, a tab or the end of the line.
 * - **lists** are list items: lines with any indentation, then `-`, `*`, `+` or one to nine digits and `.` or `)`, then at least one
 *   space or tab, then text. A thematic break, such as `---` or `* * *`, is no item. A line counts once.
 * - **bold** is the number of spans `**…**` and `__…__` that begin and end on one line and have text between them, outside inline
 *   code. Marks open and close as in CommonMark, section 6.2: never towards white space, and `__` never inside a word. A mark after
 *   a backslash is text. A run of marks opens or closes at most one span, so that `***both***` counts once.
 *
 * A line ends with LF, CR LF or CR. Indentation is measured in columns, with a tab stop at every fourth. The text of a list item
 * reaches to the next line that is indented less than it and not blank.
 *
 * Costs linear time in the text, n log n in a stretch without any place to cut between tokens. The encoding is about four megabytes
 * and is loaded by the first call, not by importing this file.
 *
 * @example (await loadStyleCounter())('# Plan\n- **now**') // { length: 7, headers: 1, lists: 1, bold: 1 }
 */
export async function loadStyleCounter(): Promise<StyleCounter> {
  const { default: tokens } = await import('gpt-tokenizer/bpeRanks/o200k_base');
  const countTokens = tokenCounter(tokenTable(tokens));
  return (text) => ({ length: countTokens(text), ...countMarkdown(text) });
}

/**
 * The style of one side of a battle: the sum over the messages whose role is `assistant`, each counted by itself, so that a code
 * fence left open in one does not hide the next.
 *
 * @example conversationStyle([{ role: 'user', content: 'Hi' }, { role: 'assistant', content: '**Hi**' }], count).bold // 1
 */
export function conversationStyle(messages: readonly Message[], count: StyleCounter): StyleCounts {
  return messages
    .filter(({ role }) => role === 'assistant')
    .reduce((sum, { content }) => addStyle(sum, count(content)), noStyle);
}
