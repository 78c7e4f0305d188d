import { runInNewContext } from 'node:vm';
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { Draft } from '../draft.ts';
import { createDraw } from '../draw.ts';
import { readQuestion } from '../question.ts';
import { think } from '../think.ts';
import { evaluate } from './expression.ts';
import { SNIPPETS } from './snippets.ts';

const draftFor = (prompt: string): Draft =>
  think(readQuestion([{ role: 'user', content: prompt }]), createDraw(prompt));

test.each([
  ['2 + 3 * 4', 14],
  ['(2 + 3) * 4', 20],
  ['2 ^ 3 ^ 2', 512],
  ['-2 ^ 2', -4],
  ['10 / 4', 2.5],
  ['7 - 2 - 1', 4],
  ['1 +', undefined],
  ['1 / 0', undefined],
  ['(1', undefined],
  ['', undefined],
])('%s is %s', (text, value) => {
  expect(evaluate(text)).toBe(value);
});

test.prop([fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 999 })])(
  'sums and products are those of arithmetic',
  (a, b, c) => {
    expect(evaluate(`${a} + ${b} * ${c} - ${a} / ${c}`)).toBe(a + b * c - a / c);
  },
);

describe('asked in words', () => {
  test.each([
    ['What is 15% of 80?', '= 12.'],
    ['what is the square root of 144', '= 12.'],
    ['12,000 plus 5', '= 12,005.'],
    ['What is the sum of 3 and 4?', '= 7.'],
    ['seven x', undefined],
    ['12 / 0', 'no value'],
    ['convert 100 F to C', '37.7778 °C'],
    ['how many feet are in 3 metres', '9.84252 feet'],
    ['2 hours in minutes', '120 minutes'],
    ['5 kg in miles', undefined],
    ['What weekday is July 4, 2026?', 'Saturday'],
    ['How many days between 2026-01-01 and 2026-03-01', '59 days'],
    ['Is 1900 a leap year?', 'not a leap year'],
    ['What day is it today?', 'no clock'],
    ['Translate good morning into French', '“bonjour”'],
    ['How do you say thanks in Japanese?', 'ありがとう'],
    ['Spell banana backwards', '“ananab”'],
    ['Count the words: one two three', '3 words'],
    ['Why is the sky blue?', 'scatters short waves'],
    ['Who won the race in 1911?', /guess|fact/],
  ])('%s', (prompt, answer) => {
    const { gist } = draftFor(prompt);
    if (answer === undefined) expect(gist).not.toMatch(/=/);
    else expect(gist).toMatch(typeof answer === 'string' ? new RegExp(answer.replace(/[.?*+()]/g, '\\$&')) : answer);
  });
});

test.each([
  ['Top 7 songs for rain', 7],
  ['Give me three ideas for a party', 3],
  ['Suggest 10 names for a café', 10],
  ['List 50 reasons to smile', 12],
])('%s has so many items', (prompt, count) => {
  const { points = [] } = draftFor(prompt);
  expect(points).toHaveLength(count);
  expect(new Set(points.map(({ head }) => head)).size).toBe(count);
});

test("poems, stories and letters are about the user's subject", () => {
  expect(draftFor('Write a haiku about autumn rain').verse?.[0]).toContain('Autumn rain');
  expect(draftFor('Tell me a story about a dragon and a teapot').prose?.join(' ')).toMatch(/dragon[\s\S]*teapot/);
  expect(draftFor('Write an email to my landlord about the heating').prose?.join(' ')).toMatch(
    /Dear landlord[\s\S]*the heating/,
  );
});

test('a comparison names both', () => {
  expect(draftFor('React vs Vue').table?.head).toEqual(['', 'React', 'Vue']);
  expect(draftFor('Should I learn piano or guitar?').table?.head).toEqual(['', 'Piano', 'Guitar']);
});

test('a summary keeps sentences of the text', () => {
  const text =
    'Bees live in hives together. A hive has one queen, many workers and some drones. They make honey from nectar.';
  expect(draftFor(`Summarize: ${text}`)).toMatchObject({
    gist: 'Bees live in hives together.',
    points: expect.arrayContaining([{ head: 'They make honey from nectar.' }]),
  });
});

describe('code', () => {
  test.each([
    ['Fibonacci in JavaScript', 'fibonacci(10)', 55],
    ['Binary search in js', 'find([1, 3, 5, 7], 5)', 2],
    ['Write quicksort in JavaScript', 'quicksort([3, 1, 2, 3]).join()', '1,2,3,3'],
    ['Prime numbers in JavaScript', 'primes(20).join()', '2,3,5,7,11,13,17,19'],
    ['Write a palindrome check in JavaScript', "isPalindrome('A man, a plan')", false],
    ['A regex for e-mail in JavaScript', "looksLikeEmail('a@b.example')", true],
  ])('%s runs and is right', (prompt, call, result) => {
    const { code } = draftFor(prompt);
    expect(code?.language).toBe('javascript');
    expect(runInNewContext(`${code?.text}\n${call}`)).toEqual(result);
  });

  test('the careless version differs wherever there is a slip', () => {
    for (const { code, slips, title } of SNIPPETS) {
      for (const [language, text] of Object.entries(code)) {
        const slipped = slips.reduce((rest, [right, wrong]) => rest.replace(right, wrong), text);
        expect(slipped, `${title} in ${language}`).not.toBe(text);
      }
    }
  });

  test('a language that nobody here speaks is told so', () => {
    expect(draftFor('Sort a list in Haskell').gist).toContain('nearest language');
  });
});
