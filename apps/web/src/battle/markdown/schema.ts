import type { Options } from 'rehype-sanitize';

/** All that an answer may consist of. Everything else a model writes is dropped or shown as text. */
export const allowed: Options = {
  tagNames: [
    ...['p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'section'],
    ...['ul', 'ol', 'li', 'input', 'strong', 'em', 'del', 'sup', 'code', 'pre'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'a', 'img'],
  ],
  attributes: {
    a: ['href'],
    img: ['src', 'alt'],
    ol: ['start'],
    th: [['align', 'left', 'right', 'center']],
    td: [['align', 'left', 'right', 'center']],
    // The class names that say which language a block of code is in, and that something is maths.
    code: [['className', /^language-[\w+#.-]{1,30}$/, 'math-inline', 'math-display']],
    li: [['className', 'task-list-item']],
    ul: [['className', 'contains-task-list']],
    input: [
      ['type', 'checkbox'],
      ['disabled', true],
      ['checked', true],
    ],
  },
  required: { input: { type: 'checkbox', disabled: true } },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
  strip: ['script', 'style'],
};
