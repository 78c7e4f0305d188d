import type { HastContent, HastElement } from './hast.ts';

/**
 * Moves images out of links, to just before them. Both become something to press, and one such thing inside another cannot be used by keyboard.
 * A link that held nothing else keeps the image's words.
 */
export function liftImages(): (tree: { children: HastContent[] }) => void {
  return (tree) => {
    tree.children = tree.children.flatMap(lifted);
  };
}

function lifted(node: HastContent): HastContent[] {
  if (node.type !== 'element') return [node];
  const children = node.children.flatMap(lifted);
  const images = node.tagName === 'a' ? children.filter(isImage) : [];
  if (images.length === 0) return [{ ...node, children }];
  const rest = children.filter((child) => !isImage(child));
  const words = images.map((image) => String(image.properties.alt ?? '')).join(' ');
  const isEmpty = rest.every((child) => child.type === 'text' && child.value.trim() === '');
  const label: HastContent[] = isEmpty ? [{ type: 'text', value: words || String(node.properties.href ?? '') }] : rest;
  return [...images, { type: 'text', value: ' ' }, { ...node, children: label }];
}

function isImage(node: HastContent): node is HastElement {
  return node.type === 'element' && node.tagName === 'img';
}
