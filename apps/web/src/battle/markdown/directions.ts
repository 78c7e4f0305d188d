import type { HastContent, HastElement } from './hast.ts';

type Direction = 'ltr' | 'rtl';

const directed = /^(p|h[1-6]|ul|ol|li|blockquote|table|th|td)$/;
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/**
 * Gives each paragraph, list, quote and table the direction of its first letter, where it is not that of what surrounds it.
 * The browser's own `dir="auto"` will not do: a list whose items have it is itself from left to right, bullets and all.
 */
export function setDirections(): (tree: { children: HastContent[] }) => void {
  return (tree) => {
    for (const child of tree.children) setDirection(child, 'ltr');
  };
}

function setDirection(node: HastContent, around: Direction): void {
  if (node.type !== 'element') return;
  const direction = (directed.test(node.tagName) && directionOf(firstLetter(node))) || around;
  if (direction !== around) node.properties.dir = direction;
  for (const child of node.children) setDirection(child, direction);
}

function directionOf(letter: string | null): Direction | null {
  if (letter === null) return null;
  return rightToLeft.test(letter) ? 'rtl' : 'ltr';
}

/** First letter that is not code, which runs from left to right everywhere. */
function firstLetter(element: HastElement): string | null {
  for (const child of element.children) {
    const isWords = child.type === 'element' && child.tagName !== 'code' && child.tagName !== 'pre';
    const letter = child.type === 'text' ? /\p{L}/u.exec(child.value)?.[0] : isWords ? firstLetter(child) : null;
    if (letter) return letter;
  }
  return null;
}
