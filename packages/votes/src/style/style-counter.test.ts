import { readFileSync } from 'node:fs';
import { fc, test as property } from '@fast-check/vitest';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, test } from 'vitest';
import { conversationStyle, loadStyleCounter } from './style-counter.ts';

const count = await loadStyleCounter();

test('the style of an answer is its tokens, headers, list items and bold spans', () => {
  expect(count('# Plan\n- **now**')).toEqual({ length: 7, headers: 1, lists: 1, bold: 1 });
  expect(count('')).toEqual({ length: 0, headers: 0, lists: 0, bold: 0 });
});

test('tokens in code fences count, what they would show as Markdown does not', () => {
  expect(count('```\n# a\n```')).toEqual({ length: 6, headers: 0, lists: 0, bold: 0 });
});

// As the OpenAI Cookbook prints them (How to count tokens with tiktoken, o200k_base).
test.each([
  ['お誕生日おめでとう', 8],
  ['antidisestablishmentarianism', 6],
  ['2 + 2 = 4', 7],
])('%j has the number of tokens that the reference encoder gives', (text, tokens) => {
  expect(count(text).length).toBe(tokens);
});

test.each(['<|endoftext|>', '<|endofprompt|>', 'a <|im_start|> b', '<|fim_prefix|>'])('%s is ordinary text', (text) => {
  expect(count(text).length).toBe(countTokens(text, { disallowedSpecial: new Set() }));
  expect(count(text).length).toBeGreaterThan(3);
});

test('halves of surrogate pairs do not throw', () => {
  expect(count('a\ud83d b\ude00').length).toBeGreaterThan(0);
});

const words = fc.constantFrom(
  'The',
  ' answer',
  " it's",
  'WHO',
  '  ',
  '\n\n',
  '123456',
  '-----',
  'é',
  'ß',
  ' 的',
  '你好',
  '👩‍👩‍👧',
  'ſ',
);
const prose = fc.oneof(
  fc.array(words).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

property.prop([prose])('tokens are counted as another encoder counts them', (text) => {
  // There white space is that of JavaScript; the encoding was made with that of Unicode, and they differ at these two.
  fc.pre(!/[\u0085\ufeff]|'ſ/.test(text));
  expect(count(text).length).toBe(countTokens(text, { disallowedSpecial: new Set() }));
});

const million = 1 << 20;
test.each([
  ['asterisks', '*'.repeat(million)],
  ['number signs', '#'.repeat(million)],
  ['backticks', '`'.repeat(million)],
  ['capitals', 'A'.repeat(million)],
  ['spaces', `${' '.repeat(million)}x`],
  ['Chinese without a stop', '的'.repeat(million / 2)],
  ['combining marks', '\u0301'.repeat(million / 2)],
])('a megabyte of %s is counted in seconds', (_, text) => {
  const start = performance.now();
  expect(count(text).length).toBeGreaterThan(1000);
  // About half a second where it was measured; the textbook's merging would take an hour.
  expect(performance.now() - start).toBeLessThan(10_000);
});

describe('a conversation', () => {
  test('is the sum over its answers', () => {
    const messages = [
      { role: 'system', content: '# Rules' },
      { role: 'user', content: '**Hi**' },
      { role: 'assistant', content: '# Hello' },
      { role: 'user', content: '- more' },
      { role: 'assistant', content: '- **more**' },
    ];
    const [first, second] = [count('# Hello'), count('- **more**')];
    expect(conversationStyle(messages, count)).toEqual({
      length: first.length + second.length,
      headers: 1,
      lists: 1,
      bold: 1,
    });
  });
  test('without an answer has no style', () => {
    expect(conversationStyle([{ role: 'user', content: '# Hi' }], count)).toEqual({
      length: 0,
      headers: 0,
      lists: 0,
      bold: 0,
    });
  });
  test('counts on after a fence that was left open', () => {
    const open = { role: 'assistant', content: '```\ncode' };
    expect(conversationStyle([open, { role: 'assistant', content: '# Next' }], count).headers).toBe(1);
  });
});

test('the page of the documentation has the definitions word for word', () => {
  const page = oneLine(readFileSync(new URL('../../../../docs/style-counts.md', import.meta.url), 'utf8'));
  const source = readFileSync(new URL('./style-counter.ts', import.meta.url), 'utf8').replaceAll(/^ \*/gm, '');
  const definitions = source.slice(source.indexOf('- **length**'), source.indexOf('Costs linear time'));
  expect(definitions.length).toBeGreaterThan(1500);
  expect(page).toContain(oneLine(definitions));
});

test('the examples on that page are right', () => {
  const page = readFileSync(new URL('../../../../docs/style-counts.md', import.meta.url), 'utf8');
  const rows = page.matchAll(/^\| (`+) ?(.+?) ?\1 \| [\d, ]+ \| (\d), (\d), (\d) \|/gm);
  const examples = [...rows].map(([, , text, ...counts]) => ({
    text: text.replaceAll('⏎', '\n'),
    counts: counts.map(Number),
  }));
  expect(examples.length).toBe(11);
  for (const { text, counts } of examples) {
    const { headers, lists, bold } = count(text);
    expect([text, headers, lists, bold]).toEqual([text, ...counts]);
  }
});

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
