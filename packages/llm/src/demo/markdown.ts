import type { Draft, Point, Table } from './draft.ts';

/** A list of points; ordered where they are steps or ranks. */
export function listOf(points: readonly Point[], isOrdered = false): string {
  return points
    .map(({ head, text }, k) => `${isOrdered ? `${k + 1}.` : '-'} **${head}**${text === undefined ? '' : `: ${text}`}`)
    .join('\n');
}

/** A table of GitHub's kind. */
export function tableOf({ head, rows }: Table): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A fenced block. */
export function codeOf({ language, text }: NonNullable<Draft['code']>): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

/** Lines that stay lines: two spaces at the end of each. */
export function verseOf(lines: readonly string[]): string {
  return lines
    .map((line) => (line === '' ? '' : `${line}  `))
    .join('\n')
    .trimEnd();
}

/** Parts with an empty line between them; what is undefined or empty is left out. */
export function parts(...all: readonly (string | undefined)[]): string {
  return all.filter((part) => part !== undefined && part !== '').join('\n\n');
}
