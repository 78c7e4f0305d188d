import { fc, test } from '@fast-check/vitest';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { expect } from 'vitest';
import { createMessages } from '../../messages/messages.ts';
import { normaliseMaths } from './maths.ts';
import { MathsBlock } from './maths-block.tsx';
import { PlainBlock } from './plain-block.tsx';

const messages = createMessages();
const queries = new QueryClient();

function drawn(content: ReactNode): string {
  return renderToStaticMarkup(
    <I18nextProvider i18n={messages}>
      <QueryClientProvider client={queries}>{content}</QueryClientProvider>
    </I18nextProvider>,
  );
}

const plain = (markdown: string) => drawn(<PlainBlock markdown={markdown} />);
const maths = (markdown: string) => drawn(<MathsBlock markdown={normaliseMaths(markdown)} />);

test('headings begin below those of the page', () => {
  expect(plain('# Title')).toBe('<h3>Title</h3>');
});

test('an image is a button that names its host, and never an element that would be fetched', () => {
  const html = plain('![a cat](https://images.example/cat.png?q=secret)');
  expect(html).not.toContain('<img');
  expect(html).not.toContain('secret');
  expect(html).toContain('Open image “a cat” at images.example');
});

test('an image in a link stands before the link, so that one control is not inside another', () => {
  const html = plain('[![a cat](https://images.example/cat.png)](https://example.org/)');
  expect(html).toMatch(/<button.*<\/button> <a href="https:\/\/example.org\/"[^>]*>a cat<\/a>/);
});

test('a link carries its address without passing anything on', () => {
  expect(plain('[x](https://example.org/)')).toContain(
    '<a href="https://example.org/" rel="noopener noreferrer nofollow">x</a>',
  );
});

test('what is no web or mail address is only its words', () => {
  for (const href of [
    'javascript:alert(1)',
    'data:text/html,x',
    '/admin',
    '#content',
    'vbscript:x',
    '//evil.example/',
  ]) {
    expect(plain(`[words](${href})`)).toBe('<p><span>words</span></p>');
  }
});

test('raw HTML is shown as the words that it is', () => {
  for (const draw of [plain, maths]) {
    expect(draw('<script>alert(1)</script>')).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>');
    expect(draw('hi <img src=x onerror=alert(1)>')).toBe('<p>hi &lt;img src=x onerror=alert(1)&gt;</p>');
    expect(draw('Use List<String> and <your-name>')).toBe('<p>Use List&lt;String&gt; and &lt;your-name&gt;</p>');
    expect(draw('<div align="center">words</div>')).toBe(
      '<p>&lt;div align=&quot;center&quot;&gt;words&lt;/div&gt;</p>',
    );
    expect(draw('<details>\n<summary>More</summary>')).toBe(
      '<p>&lt;details&gt;<br/>&lt;summary&gt;More&lt;/summary&gt;</p>',
    );
    expect(draw('<!-- a note -->')).toContain('a note');
    expect(draw('> <b>\n> quoted')).toContain('&lt;b&gt;');
  }
});

test('a line break in a cell is a line break', () => {
  expect(plain('| a |\n|---|\n| one<br>two<br/>three<BR />four |')).toContain(
    '<td>one<br/>two<br/>three<br/>four</td>',
  );
  expect(plain('a<br class="x">b')).toBe('<p>a&lt;br class=&quot;x&quot;&gt;b</p>');
});

test('a footnote has its words and no dead way back', () => {
  const html = plain('Said[^1].\n\n[^1]: By whom.');
  expect(html).toContain('By whom.');
  expect(html).not.toContain('↩');
});

test('what runs from right to left says so, with its list or quote around it', () => {
  expect(plain('# كتاب')).toBe('<h3 dir="rtl">كتاب</h3>');
  expect(plain('- קפה\n- tea')).toBe('<ul dir="rtl">\n<li>קפה</li>\n<li dir="ltr">tea</li>\n</ul>');
  expect(plain('> كتاب')).toContain('<blockquote dir="rtl">');
  expect(plain('`code` قهوة')).toContain('<p dir="rtl">');
  expect(plain('Coffee is قهوة.')).toBe('<p>Coffee is قهوة.</p>');
});

test('tables and code can be reached by keyboard without being landmarks', () => {
  for (const text of ['| a |\n|---|\n| b |', '```js\nx\n```']) {
    expect(plain(text)).toMatch(/<div role="group" aria-label="[^"]+" tabindex="0"/);
    expect(plain(text)).not.toContain('<section');
  }
});

test('a formula that cannot be typeset is shown as written, in a colour of the page', () => {
  expect(maths('so $\\frac{$')).toMatch(/katex-error[^>]*color:var\(--danger\)/);
});

test('maths is typeset, and a formula can bring in neither links nor images nor classes', () => {
  expect(maths('so $x^2$')).toContain('class="katex"');
  for (const formula of [
    '\\href{javascript:alert(1)}{x}',
    '\\includegraphics{https://evil.example/x.png}',
    '\\htmlClass{x}{y}',
  ]) {
    const html = maths(`so $${formula}$`);
    expect(html).not.toMatch(/<a |<img|class="x"/);
  }
});

const pieces = fc.constantFrom(
  ...[
    '<script>',
    '</script>',
    '<img src=x onerror=alert(1)>',
    '[a](',
    'javascript:alert(1)',
    ')',
    '![b](',
    'https://e.example/',
    '<svg onload=x>',
  ],
  ...[
    '`',
    '```html\n',
    '\n',
    '\n\n',
    '$',
    '$$',
    '\\href{javascript:x}{y}',
    '| a | b |\n|---|---|\n',
    '- [x] ',
    '<a href="javascript:x">',
    '&lt;',
  ],
);

test.prop([fc.array(pieces, { maxLength: 14 })], { numRuns: 60 })(
  'no mixture of markup gives anything that runs or is fetched',
  (parts) => {
    const text = parts.join('');
    for (const html of [plain(text), maths(text)]) {
      expect(html).not.toMatch(/<(script|img|svg onload|iframe|object|style|link|form)\b/i);
      // Without what stands in quotes: a typesetter's complaint repeats the formula there.
      expect(html.replace(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*\s(on\w+|srcset|formaction)\s*=/i);
      expect(html).not.toMatch(/<[^>]*(href|src)\s*=\s*["']?\s*(javascript|data|vbscript):/i);
    }
  },
);
