import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { costUsd, estimateTokens, worstCaseUsd } from './cost.ts';
import { ask } from './testing.ts';

const price = { inputUsdPerMillion: 2, outputUsdPerMillion: 8 };

test('an answer costs its tokens', () => {
  expect(costUsd({ inputTokens: 1000, outputTokens: 500 }, price)).toBeCloseTo(0.006, 12);
});

test('the worst case has the whole output limit in it', () => {
  expect(worstCaseUsd(ask('the cat', { maxOutputTokens: 1000 }) as never, price)).toBeCloseTo(
    (11 * 2 + 8000) / 1e6,
    12,
  );
});

// Counts of o200k_base, a common tokenizer of 200,000 tokens.
test.each([
  ['the cat', 2],
  ['The quick brown fox jumps over the lazy dog.', 10],
  ['Donaudampfschifffahrtsgesellschaft', 10],
  ['3.14159265358979', 7],
  ['for (let i = 0; i < n; i++) { sum += a[i]; }', 21],
  ['你好，世界', 3],
  ['مرحبا بالعالم', 4],
])('tokens of %j are estimated no lower than they are', (text, tokens) => {
  expect(estimateTokens(text)).toBeGreaterThanOrEqual(tokens);
});

test.prop([fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })])(
  'more text never has fewer tokens, and never more than bytes',
  (a, b) => {
    expect(estimateTokens(a + b)).toBeGreaterThanOrEqual(estimateTokens(a));
    expect(estimateTokens(a)).toBeLessThanOrEqual(new TextEncoder().encode(a).length);
  },
);
