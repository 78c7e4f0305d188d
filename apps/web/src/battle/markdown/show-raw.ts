import type { HastContent, HastElement } from './hast.ts';

/** HTML that a model wrote, as the parser leaves it. */
interface Raw {
  readonly type: 'raw';
  readonly value: string;
}
type Unsafe = HastContent | Raw;

/**
 * Turns HTML in an answer into the words that it is, before the sanitiser would drop it: `List<String>` keeps its `<String>`. Only a line
 * break stays one, since a cell of a table knows no other. Links back from footnotes go: within an answer nothing can be jumped to.
 */
export function showRaw(): (tree: { children: HastContent[] }) => void {
  return (tree) => {
    tree.children = shown(tree.children, true);
  };
}

/** `isFlow` where paragraphs stand, not words. */
function shown(nodes: readonly Unsafe[], isFlow: boolean): HastContent[] {
  return nodes.flatMap((node): HastContent[] => {
    if (node.type === 'raw') return isFlow ? [element('p', inLines(node.value))] : inLines(node.value);
    if (node.type !== 'element') return [node];
    if (node.properties.dataFootnoteBackref !== undefined) return [];
    return [{ ...node, children: shown(node.children, node.tagName === 'blockquote') }];
  });
}

/** A block of HTML has lines, and they stay lines. */
function inLines(html: string): HastContent[] {
  return html
    .trimEnd()
    .split('\n')
    .flatMap((line, place) => [...(place > 0 ? [element('br', [])] : []), wordsOf(line)]);
}

function wordsOf(html: string): HastContent {
  return /^<br\s*\/?>$/i.test(html) ? element('br', []) : { type: 'text', value: html };
}

function element(tagName: string, children: HastContent[]): HastElement {
  return { type: 'element', tagName, properties: {}, children };
}
