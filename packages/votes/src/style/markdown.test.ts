import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { countMarkdown } from './markdown.ts';

const none = { headers: 0, lists: 0, bold: 0 };

test('headers, list items and bold spans are counted', () => {
  const answer = '# Plan\n\nIn **two** steps:\n\n1. __now__\n   - a detail\n2. later\n\n## Done\n';
  expect(countMarkdown(answer)).toEqual({ headers: 2, lists: 3, bold: 2 });
});

test('lines may end with CR LF or CR', () => {
  expect(countMarkdown('# a\r\n- b\r\n**c**\r\n')).toEqual({ headers: 1, lists: 1, bold: 1 });
  expect(countMarkdown('# a\r- b\r**c**')).toEqual({ headers: 1, lists: 1, bold: 1 });
});

describe('headers', () => {
  test.each(['# one', '###### six', '#', '##', '   ## indented by three', '#\ttab', '# **bold** too'])(
    '%j is one',
    (line) => {
      expect(countMarkdown(line).headers).toBe(1);
    },
  );
  test.each([
    '####### seven',
    '#hash',
    '    # indented by four',
    '\t# tab',
    '\\# escaped',
    '> # quoted',
    'Title\n=====',
  ])('%j is none', (line) => {
    expect(countMarkdown(line).headers).toBe(0);
  });
});

describe('list items', () => {
  test.each(['- a', '* a', '+ a', '1. a', '1) a', '123456789. a', '        - deep', '-\ta', '- - a', '* **a**'])(
    '%j is one',
    (line) => {
      expect(countMarkdown(line).lists).toBe(1);
    },
  );
  test.each([
    '-a',
    '1.a',
    '-',
    '- ',
    '---',
    '* * *',
    ' - - - ',
    '***',
    '+-',
    '1234567890. a',
    '1: a',
    '**a**',
    '> - a',
  ])('%j is none', (line) => {
    expect(countMarkdown(line).lists).toBe(0);
  });
});

describe('code fences', () => {
  const code = '# no\n- no\n**no**';
  test.each([
    ['backticks', `\`\`\`\n${code}\n\`\`\``],
    ['tildes', `~~~\n${code}\n~~~`],
    ['an info string', `\`\`\`js title="a b"\n${code}\n\`\`\``],
    ['backticks in the code', `\`\`\`js\nf(\`x\`)\n${code}\n\`\`\``],
    ['a longer fence around a fence', `\`\`\`\`\n\`\`\`\n${code}\n\`\`\`\n${code}\n\`\`\`\`\``],
    ['the other mark inside', `~~~\n\`\`\`\n${code}\n~~~`],
    ['backticks after tildes', `~~~ \`a\`\n${code}\n~~~`],
    ['indentation by three', `   \`\`\`\n${code}\n   \`\`\``],
    ['no end', `\`\`\`\n${code}`],
    ['a line that looks like an end', `\`\`\`\n${code}\n\`\`\` js\n${code}`],
    ['CR LF', `\`\`\`\r\n${code}\r\n\`\`\`\r\n`],
  ])('%s: nothing inside counts', (_, text) => {
    expect(countMarkdown(text)).toEqual(none);
  });

  test('what stands after a fence counts again', () => {
    expect(countMarkdown(`\`\`\`\n${code}\n\`\`\`\n# yes\n- yes\n**yes**`)).toEqual({ headers: 1, lists: 1, bold: 1 });
  });
  test('two marks, indentation by four and inline code on one line are no fences', () => {
    expect(countMarkdown('``\n# yes\n``').headers).toBe(1);
    expect(countMarkdown('    ```\n# yes\n    ```').headers).toBe(1);
    expect(countMarkdown('```one```\n# yes').headers).toBe(1);
  });
  test('a fence may be indented with the text of its list item', () => {
    expect(countMarkdown('10. Run\n    ```sh\n    - no\n    ```\n11. Next')).toEqual({ ...none, lists: 2 });
    expect(countMarkdown('- a\n  - b\n\n       ~~~\n       - no\n       ~~~')).toEqual({ ...none, lists: 2 });
    expect(countMarkdown('- a\n\nNo list.\n\n    ```\n# yes').headers).toBe(1);
  });
});

describe('bold', () => {
  test.each([
    ['**a**', 1],
    ['__a__', 1],
    ['**a** and **b**', 2],
    ['**a** and __b__', 2],
    ['**a *b* c**', 1],
    ['**a __b__ c**', 2],
    ['***both***', 1],
    ['****a****', 1],
    ['**a**b**c**', 2],
    ['a**b**c', 1],
    ['**重点**内容', 1],
    ['**👍🏽**', 1],
    ['`code` **a** `code`', 1],
    ['`` ` `` **a**', 1],
    ['` **a**', 1],
    ['\\`**a**\\`', 1],
    ['2**3 and 4**5', 1],
    ['a ** b **c** d', 1],
  ])('%j has %i', (line, spans) => {
    expect(countMarkdown(line).bold).toBe(spans);
  });
  test.each([
    '**',
    '****',
    '** a **',
    '**a',
    'a**',
    '*a*',
    '_a_',
    '**a\nb**',
    '**a\n\nb**',
    '`**a**`',
    '``**a** ` **b**``',
    '\\**a\\**',
    'snake__case__name',
    'f(**a, **b)',
    'f(**a) and g(**b)',
    '**a__',
    '**a*',
  ])('%j has none', (line) => {
    expect(countMarkdown(line).bold).toBe(0);
  });
});

const markdown = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '# a',
        '- b',
        '1. c',
        '**d**',
        '__e__',
        '`f`',
        '',
        '   ',
        '***',
        '> q',
        '    - g',
        '\\',
        '`',
        '**',
        '~~',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    ),
    { maxLength: 20 },
  )
  .map((lines) => lines.join('\n'));

property.prop([markdown, fc.constantFrom('`', '~')])('a text in a long enough fence counts nothing', (text, mark) => {
  const fence = mark.repeat(text.length + 3);
  expect(countMarkdown(`${fence}\n${text}\n${fence}`)).toEqual(none);
});

property.prop([markdown, markdown])('counts of texts with blank lines between them add up', (one, other) => {
  fc.pre(!/[`~]{3}/.test(one));
  const [first, second, both] = [one, other, `${one}\n\n${other}`].map(countMarkdown);
  expect(both.headers).toBe(first.headers + second.headers);
  expect(both.lists).toBe(first.lists + second.lists);
  expect(both.bold).toBe(first.bold + second.bold);
});

property.prop([markdown])('the ends of lines make no difference', (text) => {
  fc.pre(!text.includes('\r'));
  expect(countMarkdown(text.replaceAll('\n', '\r\n'))).toEqual(countMarkdown(text));
});

const million = 1 << 20;
test.each([
  ['asterisks', '*'.repeat(million)],
  ['number signs', '#'.repeat(million)],
  ['backticks', '`'.repeat(million)],
  ['spaces', `${' '.repeat(million)}x`],
  ['lines', '\n'.repeat(million)],
  ['asterisks and spaces', '* '.repeat(million / 2)],
  ['openings of bold', '**a '.repeat(million / 4)],
  ['openings of code', '`a'.repeat(million / 2)],
  ['runs of backticks of all lengths', `**${Array.from({ length: 1448 }, (_, at) => '`'.repeat(1448 - at)).join(' ')}`],
  ['backslashes', `**${'\\'.repeat(million)}`],
  ['nested lists', Array.from({ length: 1448 }, (_, at) => `${' '.repeat(at)}- a`).join('\n')],
  ['nested fences', Array.from({ length: 1448 }, (_, at) => '`'.repeat(at + 3)).join('\n')],
])('a megabyte of %s takes linear time', (_, text) => {
  const start = performance.now();
  countMarkdown(text);
  // A tenth of a second at most where it was measured; quadratic time would be minutes.
  expect(performance.now() - start).toBeLessThan(5000);
});
