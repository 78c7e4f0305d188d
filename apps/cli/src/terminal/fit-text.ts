import { displayWidth, graphemes } from './display-width.ts';

/**
 * A text of at most `width` cells: a longer one loses its middle, since model names differ at both ends.
 *
 * @example fitText('heron-7b-instruct-2026', 12) // 'heron-…-2026'
 */
export function fitText(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  if (width < 1) return '';
  const characters = graphemes(text);
  const end = takeWhileFits(characters.toReversed(), Math.floor((width - 1) / 2)).toReversed();
  const start = takeWhileFits(characters, width - 1 - displayWidth(end.join('')));
  return `${start.join('')}…${end.join('')}`;
}

/** The text with spaces after it, to `width` cells. */
export function padRight(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** The text with spaces before it, to `width` cells. */
export function padLeft(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}

/** Lines of at most `width` cells, broken at spaces; a word wider than a line is shortened in its middle. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (displayWidth(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = fitText(word, width);
  }
  return [...lines, line];
}

function takeWhileFits(characters: readonly string[], width: number): string[] {
  const taken: string[] = [];
  let used = 0;
  for (const character of characters) {
    used += displayWidth(character);
    if (used > width) break;
    taken.push(character);
  }
  return taken;
}
