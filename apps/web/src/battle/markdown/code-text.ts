import type { HastElement } from './hast.ts';

/** A block of code: its text and the language that its fence named. */
export interface CodeText {
  readonly code: string;
  readonly language: string | null;
}

/** Reads a `pre` element; null where it holds something else, such as maths. */
export function codeTextOf(pre: HastElement | undefined): CodeText | null {
  const code = pre?.children[0];
  if (code?.type !== 'element' || code.tagName !== 'code') return null;
  const text = code.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
  const names = Array.isArray(code.properties.className) ? code.properties.className : [];
  const language = names.map(String).find((name) => name.startsWith('language-'));
  return { code: text.replace(/\n$/, ''), language: language?.slice('language-'.length).toLowerCase() ?? null };
}
