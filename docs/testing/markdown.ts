/** A fenced block of a page. */
export interface Fence {
  /** The words after the opening backticks: `['sh', 'fails']`. */
  readonly info: readonly string[];
  readonly lines: readonly string[];
  /** Line of the opening fence, from 0; the text begins one below. */
  readonly at: number;
}

/** The fenced blocks of a page, in order. A block ends at a line of at least as many backticks as it began with. */
export function fences(markdown: string): Fence[] {
  const found: Fence[] = [];
  let open: { mark: string; info: string[]; lines: string[]; at: number } | undefined;
  markdown.split('\n').forEach((line, at) => {
    const [, mark, info] = /^(`{3,})(.*)$/.exec(line) ?? [];
    if (open === undefined) {
      if (mark !== undefined) open = { mark, info: (info ?? '').trim().split(/\s+/), lines: [], at };
    } else if (mark !== undefined && info === '' && mark.length >= open.mark.length) {
      found.push({ info: open.info, lines: open.lines, at: open.at });
      open = undefined;
    } else {
      open.lines.push(line);
    }
  });
  return found;
}

/** The page without its fenced blocks, which keep their lines but lose their text. */
export function prose(markdown: string): string {
  const lines = markdown.split('\n');
  for (const { at, lines: inside } of fences(markdown)) lines.fill('', at, at + inside.length + 2);
  return lines.join('\n');
}

/** Texts between single or double backticks. */
export function codeSpans(markdown: string): string[] {
  return [...prose(markdown).matchAll(/(`{1,2})(?!`)(.+?)(?<!`)\1(?!`)/g)].map(([, , text]) => (text ?? '').trim());
}

/** The targets of links and pictures, those in code left out. */
export function links(markdown: string): string[] {
  const plain = prose(markdown).replaceAll(/(`{1,2})(?!`).+?(?<!`)\1(?!`)/g, '');
  return [...plain.matchAll(/\]\(([^)\s]+)\)|\bsrc="([^"]+)"/g)].map(([, target, picture]) => target ?? picture ?? '');
}

/** The anchors that a code host gives to the headings of a page; the second heading of one name gets `-1`. */
export function anchors(markdown: string): Set<string> {
  const seen = new Map<string, number>();
  const found = new Set<string>();
  for (const [, heading = ''] of prose(markdown).matchAll(/^#{1,6}\s+(.*)$/gm)) {
    const slug = heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    found.add(count === 0 ? slug : `${slug}-${count}`);
  }
  return found;
}

/** The rows of the tables whose first column is headed `head`, cell by cell, code without its backticks. */
export function rows(markdown: string, head: string): string[][] {
  const found: string[][] = [];
  let isInside = false;
  for (const line of prose(markdown).split('\n')) {
    const cells = line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.replaceAll('`', '').trim());
    const [first] = cells;
    if (first === undefined) isInside = false;
    else if (first === head) isInside = true;
    else if (isInside && !/^-+$/.test(first)) found.push(cells);
  }
  return found;
}

/** The first cells of those rows. */
export function firstCells(markdown: string, head: string): string[] {
  return rows(markdown, head).map(([first = '']) => first);
}
