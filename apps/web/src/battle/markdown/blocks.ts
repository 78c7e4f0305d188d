/**
 * Cuts markdown at blank lines into blocks that can be rendered one by one, so that a long answer that grows at its end redraws
 * only its last block. Nothing is lost: the blocks joined give the text again.
 *
 * Fenced code, display maths, lists and quotes stay whole. A text with reference definitions or footnotes is one block, since they
 * reach over all of it.
 */
export function splitBlocks(markdown: string): readonly string[] {
  if (/^ {0,3}\[[^\]\n]+\]:/m.test(markdown)) return [markdown];
  const blocks: string[] = [];
  let current = '';
  let fence: string | null = null;
  let isAfterBlank = false;
  for (const line of linesOf(markdown)) {
    const isBlank = line.trim() === '';
    if (fence === null && isAfterBlank && !isBlank && !continues(current, line)) {
      blocks.push(current);
      current = '';
    }
    current += line;
    fence = fenceAfter(fence, line);
    isAfterBlank = isBlank;
  }
  if (current !== '') blocks.push(current);
  return blocks;
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The fence that is open after a line: backticks, tildes or two dollars. */
function fenceAfter(fence: string | null, line: string): string | null {
  const mark = /^\s*(?:(?:[-*+]|\d+[.)]|>)\s+)*(`{3,}|~{3,}|\$\$)/.exec(line);
  if (!mark?.[1]) return fence;
  const rest = line.slice(mark[0].length);
  if (fence === null) {
    // `$$x$$` and ```` ```x``` ```` open and close on one line.
    return rest.includes(mark[1].slice(0, 2)) ? null : mark[1];
  }
  const closes = mark[1].startsWith(fence.slice(0, 1)) && mark[1].length >= fence.length && rest.trim() === '';
  return closes ? null : fence;
}

/** Whether a line after a blank one still belongs to the list or quote before it. */
function continues(block: string, line: string): boolean {
  const listItem = /^ {0,3}(?:[-*+]|\d{1,9}[.)])\s/;
  if (!listItem.test(block)) return false;
  return listItem.test(line) || /^\s{2,}\S/.test(line);
}
