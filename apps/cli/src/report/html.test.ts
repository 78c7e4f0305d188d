import { expect, test } from 'vitest';
import { escapeHtml, html, raw } from './html.ts';

test('strings are escaped, markup is not', () => {
  const part = html`<i>${'<&>'}</i>`;
  expect(html`<b title="${`"'`}">${part}${[part, 1]}${null}</b>`.markup).toBe(
    '<b title="&quot;&#39;"><i>&lt;&amp;&gt;</i><i>&lt;&amp;&gt;</i>1</b>',
  );
});

test('a template escapes what looks like markup but came as a string', () => {
  const markup = html`<b></b>`.markup;
  expect(html`${markup}`.markup).toBe('&lt;b&gt;&lt;/b&gt;');
  expect(html`${raw(markup)}`.markup).toBe('<b></b>');
});

test('controls, overrides and half characters are replaced, line ends stay', () => {
  expect(escapeHtml('a\u0000b\u202ec\ud800d\ne')).toBe('a\ufffdb\ufffdc\ufffdd\ne');
});
