/** Looks a terminal text can have; each wraps a text, or leaves it alone where colour is off. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly accent: (text: string) => string;
  readonly warn: (text: string) => string;
}

const plain: Paint = { bold: same, dim: same, accent: same, warn: same };

const coloured: Paint = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  accent: sgr(36, 39),
  warn: sgr(33, 39),
};

/** The looks of a terminal with or without colour. Colours are the terminal's own, so light and dark both work. */
export function paintFor(color: boolean): Paint {
  return color ? coloured : plain;
}

function sgr(on: number, off: number): (text: string) => string {
  return (text) => (text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`);
}

function same(text: string): string {
  return text;
}
